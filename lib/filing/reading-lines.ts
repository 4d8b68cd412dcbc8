import type { FilingDocument, Issue } from '../report.ts'
import type { DecodedFile } from './decode-filing.ts'
import { leaveOutUnshown } from './leave-out-unshown.ts'
import { findAddedBlanks } from './single-spacing.ts'

/** The lines of a file as they are read, and the way back to its own. */
export type ReadingLines = {
  file: DecodedFile
  /** The line in the file, 1-based, of a line that is read. */
  lineOf: (line: number) => number
  /** How many blank lines more the file has, less than 0 for fewer. */
  blanks: number
  issues: Issue[]
}

/**
 * The lines of a file as a printer would set them, where these are not the lines of the file; null where they are.
 *
 * > 6.125     12   1,200.00⏎        6.125     12   1,200.00      without the blank line put after each line
 *   ⏎                               6.250      5     800.00
 *   6.250      5     800.00⏎
 *
 * > ␌MORTGAGE RATES⏎                ␌                            with each page mark on a line of its own
 *                                    MORTGAGE RATES
 *
 * Documents in HTML are read without what no browser shows and what is struck out, see `leaveOutUnshown`, which raises its
 * issue, with a place in the file. Columns are those of the file.
 */
export function toReadingLines(file: DecodedFile, documents: readonly FilingDocument[]): ReadingLines | null {
  const { value: shown, issues } = leaveOutUnshown(file, documents)
  const set = setLines(shown, documents)
  if (set !== null) return { ...set, issues }
  return shown === file ? null : { file: shown, lineOf: line => line, blanks: 0, issues }
}

/** The lines without blank ones that were added and with page marks on their own; null where they are those of the file. */
function setLines(
  file: DecodedFile,
  documents: readonly FilingDocument[],
): Omit<ReadingLines, 'issues'> | null {
  const { lines, text, encoding } = file
  const added = findAddedBlanks(lines, documents)
  const hasPageMarks = text.includes(FORM_FEED)
  if (added.size === 0 && !hasPageMarks) return null
  const read: string[] = []
  const indexes: number[] = []
  for (const [index, line] of lines.entries()) {
    if (added.has(index)) continue
    for (const part of hasPageMarks ? partsOf(line) : [line]) {
      read.push(part)
      indexes.push(index)
    }
  }
  if (read.length === lines.length && added.size === 0) return null
  return {
    file: { text: read.join('\n'), lines: read, encoding },
    lineOf: line => (indexes[line - 1] ?? lines.length - 1) + 1,
    blanks: lines.length - read.length,
  }
}

const FORM_FEED = '\f'

/** A printed line, and the form feeds before and behind it as lines of their own. */
function partsOf(line: string): string[] {
  const printed = line.trim()
  if (printed === '' || !line.includes(FORM_FEED)) return [line]
  const from = line.indexOf(printed)
  const parts = [line.replaceAll(FORM_FEED, ' ')]
  if (line.slice(0, from).includes(FORM_FEED)) parts.unshift(FORM_FEED)
  if (line.slice(from + printed.length).includes(FORM_FEED)) parts.push(FORM_FEED)
  return parts
}
