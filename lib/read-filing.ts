import { hash } from 'node:crypto'
import { checkComputedTables, checkStratifications, listTablesOfOtherLoans } from './checks/index.ts'
import { explainNoStratifications } from './cover/no-stratifications.ts'
import { readDeal } from './cover/read-deal.ts'
import { readCoverage } from './coverage/read-coverage.ts'
import { type DecodedFile, decodeFiling } from './filing/decode-filing.ts'
import type { LineClaim } from './filing/line-claim.ts'
import { nameXml } from './filing/name-xml.ts'
import { findPlacedFigures } from './filing/placed-figures.ts'
import { type ReadingLines, toReadingLines } from './filing/reading-lines.ts'
import { type SplitFiling, splitDocuments } from './filing/split-documents.ts'
import { findGrids } from './grid/find-grids.ts'
import type { Refusal, Staged } from './issues.ts'
import { moveLines } from './move-lines.ts'
import { forgetAnswers } from './once-per.ts'
import { averageTotals } from './pool/average-totals.ts'
import { countChecks, readPool } from './pool/read-pool.ts'
import type { FilingDocument, FilingReport, Issue, Place } from './report.ts'
import { ReportRoom } from './report-room.ts'
import { readStatistics } from './statistics/index.ts'
import { type ReadTables, readStratifications } from './stratification/index.ts'
import { nameComputedTables } from './stratification/name-tables.ts'
import type { Loans } from './tape/loans.ts'
import { exhibitsOf } from './tape/read-document.ts'
import { type ReadTape, readTapes } from './tape/read-tape.ts'

/**
 * Read a filing: decode, split into documents, find the tables, read those that split a pool, and check them.
 *
 * > bytes → lines → documents → grids → stratifications → statistics → checks → pool
 *                            loans → stratifications → pool
 *
 * The same bytes and name give the same report. What could not be read is in `issues`; a file that cannot be read at
 * all is refused, see `decodeFiling`. Where lines are read that are not those of the file, see `toReadingLines`, all
 * places are in the file. `loans` are those of a loan-level exhibit, with their lines; null too where other lines are read, for
 * then they stand elsewhere (`loansOfFile` reads them).
 */
export function readFiling(
  bytes: Uint8Array,
  name: string,
): { report: FilingReport; loans: Loans | null } | { refusal: Refusal } {
  forgetAnswers()
  const decoded = decodeFiling(bytes)
  if ('refusal' in decoded) return decoded
  const { file, issues } = decoded
  const split = splitDocuments(file)
  const set = toReadingLines(file, split.value.documents)
  const { loans, ...lines } =
    set === null
      ? readDocuments(file, split, bytes.length)
      : readDocuments(set.file, splitDocuments(set.file), bytes.length)
  const read = set === null ? lines : inFile(lines, set)
  return {
    loans: set === null ? loans : null,
    report: {
      version: 1,
      file: {
        sha256: hash('sha256', bytes, 'hex'),
        bytes: bytes.length,
        name,
        encoding: file.encoding,
        lineCount: file.lines.length,
      },
      ...read,
      issues: [...issues, ...(set?.issues ?? []), ...read.issues],
    },
  }
}

/** All of a report that is read from the lines of a file. */
export type ReadLines = Omit<FilingReport, 'version' | 'file'>

/** `bytes` is the length of the file; `tapes` what it holds of loans. */
export function readDocuments(
  file: DecodedFile,
  { value: split, issues: splitIssues }: Staged<SplitFiling>,
  bytes: number,
  tapes: Staged<ReadTape | null> = readTapes(file, split.documents),
): ReadLines & { loans: Loans | null } {
  const { documents, submission } = split
  const { value: deal, issues: dealIssues, claims } = readDeal(file, documents, submission)
  const { value: loans, issues: loanIssues } = tapes
  const { value: tables, issues: tableIssues } = readStratifications(
    findGrids(file, documents),
    file.lines,
    new ReportRoom(bytes),
  )
  const { stratifications, otherTables } = tables

  const { lines, text } = file
  const statistics = readStatistics({ stratifications, otherTables, lines, text, documents })
  const read = { stratifications, statistics }
  const checks = checkStratifications(read)
  const computed = nameComputedTables(loans?.stratifications ?? [], stratifications)
  const computedChecks = checkComputedTables(computed)
  const coverage = readCoverage(file, documents, [
    ...claims,
    ...claimTables(tables),
    ...unreadExhibits(documents, loanIssues),
  ])
  const noStratifications =
    stratifications.length > 0 || (loans !== null && loans.tape.loans > 0)
      ? null
      : explainNoStratifications({
          deal,
          documents,
          coverage,
          otherTables: otherTables.length,
          paidLoans: loans?.tape.paidOff ?? 0,
          holdsNoLoans: loanIssues.some(({ code }) => code === 'tape-holds-no-loans'),
          leftOut: tableIssues.some(({ code }) => code === 'tables-are-left-out'),
          nameXml: document => nameXml(lines, document),
        })

  return {
    loans: loans?.loans ?? null,
    submission,
    documents,
    deal,
    stratifications: [...averageTotals(read), ...computed],
    otherTables,
    statistics,
    pool:
      stratifications.length > 0 || loans === null
        ? readPool(read, checks)
        : loans.pool.map(one => ({ ...one, checks: countChecks(computedChecks) })),
    checks: [...checks, ...computedChecks],
    issues: [
      ...splitIssues,
      ...dealIssues,
      ...loanIssues,
      ...tableIssues,
      ...findPlacedFigures(file, documents),
      ...listTablesOfOtherLoans(stratifications),
    ],
    tape: loans?.tape ?? null,
    noStratifications,
    coverage,
  }
}

/** What was read from lines that are not those of the file, with the file's own. */
export function inFile(
  read: ReadLines,
  { lineOf, blanks }: Pick<ReadingLines, 'lineOf' | 'blanks'>,
): ReadLines {
  const { coverage, documents, ...others } = read
  return {
    ...read,
    ...moveLines(others, lineOf),
    documents: documents.map(one => ({ ...one, lines: [lineOf(one.lines[0]), lineOf(one.lines[1])] })),
    coverage: { ...coverage, lines: coverage.lines + blanks, blank: coverage.blank + blanks },
  }
}

/** The exhibits of loans of which nothing was read: all but the first, and that too where an issue says so. */
function unreadExhibits(documents: readonly FilingDocument[], issues: readonly Issue[]): LineClaim[] {
  const isRead = !issues.some(({ code }) => code === 'tape-is-not-read')
  return exhibitsOf(documents)
    .slice(isRead ? 1 : 0)
    .map(({ lines: [first, last] }) => ({ kind: 'unread', first, last }))
}

/** The lines that tables and their footnotes answer for. */
function claimTables({ stratifications, otherTables }: ReadTables): LineClaim[] {
  return [
    ...[...stratifications, ...otherTables].map(({ at }) => claim('table', at)),
    ...stratifications.flatMap(({ footnotes }) => footnotes.map(({ at }) => claim('footnote', at))),
  ]
}

function claim(kind: LineClaim['kind'], at: Place): LineClaim {
  return { kind, first: at.line, last: at.lastLine ?? at.line }
}
