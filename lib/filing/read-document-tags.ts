import type { FilingDocument } from '../report.ts'

type Tags = Pick<FilingDocument, 'sequence' | 'type' | 'filename' | 'description'>
/** One document: its tags, its lines, and how many lines of the file are used up when it ends. */
export type TaggedDocument = { tags: Tags; lines: [number, number]; end: number }

const TAG = /^\s*<(TYPE|SEQUENCE|FILENAME|DESCRIPTION)>(.*)$/i
const TEXT = /^\s*<TEXT>(.*)$/i
const OPEN = /^\s*<DOCUMENT>/i
const CLOSE = /^\s*<\/(TEXT|DOCUMENT|SUBMISSION|(?:SEC|IMS)-DOCUMENT)>/i

/**
 * The next document at or after a line (0-based index), or null when no more are tagged.
 *
 * > <DOCUMENT>          may be missing when <TYPE> is there
 *   <TYPE>EX-99.1       these four in any order, each may be missing
 *   <TEXT>              the text starts on the next line, or on this one when something follows the tag
 *   …
 *   </TEXT>             may be missing: then the document ends with </DOCUMENT>, the next <DOCUMENT>, or the file
 */
export function readDocumentTags(lines: string[], from: number): TaggedDocument | null {
  const opened = findOpening(lines, from)
  if (opened === -1) return null
  const { tags, textAt } = readTags(lines, OPEN.test(lines[opened] ?? '') ? opened + 1 : opened)
  const closedAt = findClosing(lines, textAt)
  const first = Math.min(textAt + 1, lines.length)
  return { tags, lines: [first, Math.max(first, closedAt)], end: Math.max(closedAt, textAt, opened + 1) }
}

function findOpening(lines: string[], from: number): number {
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    if (line.includes('<') && (OPEN.test(line) || /^\s*<TYPE>/i.test(line))) return index
  }
  return -1
}

/** Tags up to `<TEXT>`, and the 0-based index of the first line of the text. */
function readTags(lines: string[], from: number): { tags: Tags; textAt: number } {
  const printed = new Map<string, string>()
  let index = from
  for (; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const tag = TAG.exec(line)
    const text = TEXT.exec(line)
    if (tag !== null) printed.set((tag[1] ?? '').toUpperCase(), (tag[2] ?? '').trim())
    else if (text !== null)
      return { tags: toTags(printed), textAt: (text[1] ?? '').trim() === '' ? index + 1 : index }
    else if (line.trim() !== '') break
  }
  return { tags: toTags(printed), textAt: index }
}

function toTags(printed: Map<string, string>): Tags {
  const sequence = printed.get('SEQUENCE') ?? ''
  return {
    sequence: /^\d{1,6}$/.test(sequence) ? Number(sequence) : null,
    type: printed.get('TYPE') || null,
    filename: printed.get('FILENAME') || null,
    description: printed.get('DESCRIPTION') || null,
  }
}

/** 0-based index of the line that ends the text, which is also how many lines stand before it. */
function findClosing(lines: string[], from: number): number {
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    if (line.includes('<') && (CLOSE.test(line) || OPEN.test(line))) return index
  }
  return lines.length
}
