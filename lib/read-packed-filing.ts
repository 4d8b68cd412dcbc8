import type { DecodedFile } from './filing/decode-filing.ts'
import type { PackedFile } from './filing/packed-file.ts'
import { pickLines } from './filing/pick-lines.ts'
import { toReadingLines } from './filing/reading-lines.ts'
import { splitDocuments } from './filing/split-documents.ts'
import { issue, type Refusal, refuse } from './issues.ts'
import { forgetAnswers } from './once-per.ts'
import { inFile, type ReadLines, readDocuments } from './read-filing.ts'
import type { Coverage, FilingDocument, FilingReport, Issue } from './report.ts'
import type { Loans } from './tape/loans.ts'
import { type OpenedPacked, openPacked } from './tape/open-packed.ts'
import type { Exhibit } from './tape/read-document.ts'
import { readTapes } from './tape/read-tape.ts'
import { tellFaults } from './tape/tell-faults.ts'

/** What was read of a filing; `kept` are the lines that are at hand, those outside of exhibits that were packed. */
export type ReadPacked = {
  report: FilingReport
  loans: Loans | null
  kept: { lines: readonly string[]; documents: readonly FilingDocument[] }
}

/**
 * Read a filing that is too large to be held: one with a loan-level exhibit, whose loans are read while it is unpacked. All else
 * is read from the lines around the exhibit, as `readFiling` does. Refuses with `file-is-too-large` what holds no exhibit.
 */
export async function readPackedFiling(
  packed: PackedFile,
  name: string,
): Promise<ReadPacked | { refusal: Refusal }> {
  forgetAnswers()
  const opened = await openPacked(packed, { readsLoans: true })
  if ('refusal' in opened) return opened
  const { file, issues, exhibit, leftOut } = opened
  const { documents } = splitDocuments(file).value
  if (exhibit === null || documents.every(({ format }) => format !== 'asset-data'))
    return { refusal: refuse('file-is-too-large') }
  const { loans, read, aside } = readAround(opened, exhibit, packed.length)
  const coverage = withLeftOut(read.coverage, leftOut, exhibit)
  return {
    loans,
    kept: { lines: file.lines, documents },
    report: {
      version: 1,
      file: {
        sha256: packed.sha256,
        bytes: packed.length,
        name,
        encoding: file.encoding,
        lineCount: coverage.lines,
      },
      ...read,
      coverage,
      issues: [
        ...issues,
        ...aside,
        ...read.issues.filter(isAround),
        ...(await tellExhibit(packed, exhibit, read.tape !== null)),
      ],
    },
  }
}

/** What is read of the lines around an exhibit, with their places in the file; `aside` is told of lines that are none of the file. */
function readAround(
  { file, lineOf }: OpenedPacked,
  exhibit: Exhibit,
  bytes: number,
): { loans: Loans | null; read: ReadLines; aside: Issue[] } {
  const set = toReadingLines(file, splitDocuments(file).value.documents)
  const lines: DecodedFile = set?.file ?? file
  const split = splitDocuments(lines)
  const tapes = readTapes(lines, split.value.documents, exhibit)
  const { loans, ...read } = readDocuments(lines, split, bytes, tapes)
  const inKept = set === null ? read : inFile(read, set)
  return { loans, read: inFile(inKept, { lineOf, blanks: 0 }), aside: set?.issues ?? [] }
}

/** Lines of the exhibit that was read are furniture like all that is no document, those of others are told by nothing. */
function withLeftOut(around: Coverage, leftOut: readonly number[], exhibit: Exhibit): Coverage {
  const coverage = { ...around }
  for (const [order, lines] of leftOut.entries()) {
    coverage.lines += lines
    coverage[order === 0 && 'read' in exhibit ? 'furniture' : 'unexplained'] += lines
  }
  return coverage
}

/** What is told of an exhibit itself stands on lines that are none of those around it, see `tellExhibit`. */
function isAround({ code }: Issue): boolean {
  return !code.startsWith('tape-') || code === 'tape-is-one-of-several'
}

/** What is wrong with an exhibit, at its lines. */
async function tellExhibit(packed: PackedFile, exhibit: Exhibit, isTape: boolean): Promise<Issue[]> {
  if ('unread' in exhibit) {
    const { reason, detail, line } = exhibit.unread
    return [issue('tape-is-not-read', { reason, detail }, { line, start: 1, end: 1 })]
  }
  const { faults, assets } = exhibit.read
  const lines = await pickLines(
    packed,
    faults.all.map(({ first: { line } }) => [line, line]),
  )
  const told = tellFaults(faults, line => lines.get(line))
  const first = { line: assets.lineOfRow(0), start: 1, end: 1 }
  return isTape ? told : [issue('tape-holds-no-loans', {}, first), ...told]
}
