import type { DecodedFile } from '../filing/decode-filing.ts'
import type { LineRange } from '../filing/line-claim.ts'
import type { FilingDocument } from '../report.ts'
import { type Loans, readLoans } from './loans.ts'
import { type Assets, readAssets, type Unread } from './read-assets.ts'

/** Text goes to the parser in pieces of so many lines. */
const linesOfPiece = 500

function* piecesOf(lines: readonly string[], { first, last }: LineRange): Generator<string> {
  for (let line = first - 1; line < last; line += linesOfPiece)
    yield `${lines.slice(line, Math.min(last, line + linesOfPiece)).join('\n')}\n`
}

/** The lines of the exhibit itself. EDGAR wraps XML in lines of its own: > <XML>   </XML> */
export function linesOfExhibit(lines: readonly string[], [first, last]: FilingDocument['lines']): LineRange {
  const isWrapper = (line: number) => /^\s*(?:<\/?XML>\s*)?$/i.test(lines[line - 1] ?? '')
  let [from, to] = [first, last]
  while (from < to && isWrapper(from)) from++
  while (to > from && isWrapper(to)) to--
  return { first: from, last: to }
}

/** What an exhibit holds, or why it is not read to its end. */
export type Exhibit = { read: Assets } | { unread: Unread }

/** The exhibit that stands on some lines. */
export function readExhibit(lines: readonly string[], range: LineRange): Exhibit {
  return readAssets(piecesOf(lines, range), range.first)
}

export function loansIn(exhibit: Exhibit): { loans: Loans } | { unread: Unread } {
  return 'unread' in exhibit ? exhibit : { loans: readLoans(exhibit.read) }
}

/** The documents of a filing that are loan-level exhibits; its loans are those of the first. */
export function exhibitsOf(documents: readonly FilingDocument[]): FilingDocument[] {
  return documents.filter(({ format }) => format === 'asset-data')
}

/** The loans of a filing; null where it has none, or its exhibit cannot be read to its end. */
export function loansOfFile({ lines }: DecodedFile, documents: readonly FilingDocument[]): Loans | null {
  const [document] = exhibitsOf(documents)
  if (document === undefined) return null
  const result = loansIn(readExhibit(lines, linesOfExhibit(lines, document.lines)))
  return 'unread' in result || result.loans.loans.length === 0 ? null : result.loans
}
