import type { DecodedFile } from '../filing/decode-filing.ts'
import { issue, type Staged } from '../issues.ts'
import { newFigure } from '../pool/new-figure.ts'
import type {
  FilingDocument,
  Issue,
  Place,
  PoolFigure,
  PoolSummary,
  Stratification,
  Tape,
} from '../report.ts'
import type { Averaged } from './averages.ts'
import { columnsOf } from './loan-columns.ts'
import { markLoans } from './loan-marks.ts'
import { findAsOf, findOtherPeriods } from './loan-values.ts'
import type { Loans } from './loans.ts'
import { summarizePeriod } from './period.ts'
import { findImpossible } from './possible-values.ts'
import { type Exhibit, exhibitsOf, linesOfExhibit, loansIn, readExhibit } from './read-document.ts'
import { stratifyAll } from './stratify.ts'
import { tellFaults } from './tell-faults.ts'

/**
 * What a loan-level exhibit gives: its loans, what it is, its tables, what its pool comes to. Where all loans are paid it is only what
 * it is: there are no loans to show, and nothing of them comes to anything.
 */
export type ReadTape = {
  loans: Loans | null
  tape: Tape
  stratifications: Stratification[]
  pool: PoolSummary[]
}

function figuresOf(
  { loans }: Loans,
  total: Record<string, number | null>,
  averaged: readonly Averaged[],
  stratifications: readonly Stratification[],
): PoolFigure[] {
  const figure = (id: string, unit: PoolFigure['unit'], decimals: number, computed: number | null) =>
    computed === null ? null : newFigure({ id, unit, decimals, computed, from: 'loans' })
  const states = stratifications.find(({ dimension }) => dimension === 'state')
  const largest = states?.buckets.find(({ code }) => code !== null && code !== 'other')
  const share = largest?.values.balancePct ?? null
  return [
    figure('balance', 'cents', 2, total.balanceCents ?? null),
    figure('loans', 'count', 0, loans.length),
    figure('average', 'cents', 2, total.averageBalanceCents ?? null),
    ...averaged.map(({ figure: id, measure, unit, decimals }) =>
      id === null ? null : figure(id, unit, decimals, total[measure] ?? null),
    ),
    largest && share !== null
      ? newFigure({
          id: 'largest-state',
          unit: 'percent',
          decimals: 2,
          computed: share,
          from: 'loans',
          code: largest.code ?? undefined,
          stratification: states?.id ?? null,
        })
      : null,
  ].filter(one => one !== null)
}

/** The last month of a deal: each of its loans is listed with nothing left of it. */
const areAllPaid = ({ rows, paidOff }: Loans) => paidOff > 0 && paidOff === rows.length

function describeTape(loans: Loans, at: Place): Tape {
  const { kind, from, balance, paidOff } = loans
  const balanceCents = loans.loans.reduce((sum, one) => sum + one.balanceCents, 0)
  return {
    kind,
    loans: loans.loans.length,
    properties: loans.properties,
    paidOff,
    balanceCents,
    balanceField: balance.field,
    balanceName: balance.name,
    asOf: findAsOf(loans),
    fields: [...from.assets.fields, ...from.properties.fields],
    period: summarizePeriod(loans),
    marks: markLoans(loans),
    at,
  }
}

/**
 * Read the loans of a filing: of its first document that holds any. A filing of several is told; no pool is two.
 *
 * `exhibit` is the first of them where it was read while it came, and its lines are not at hand.
 *
 * Raises what `readTape` does, and `tape-is-one-of-several`.
 */
export function readTapes(
  file: DecodedFile,
  documents: readonly FilingDocument[],
  exhibit?: Exhibit,
): Staged<ReadTape | null> {
  const [document, ...others] = exhibitsOf(documents)
  if (document === undefined) return { value: null, issues: [] }
  const { value, issues } = readTape(file, document, exhibit)
  const more = others.map(({ lines: [line] }) =>
    issue('tape-is-one-of-several', { several: others.length + 1 }, { line, start: 1, end: 1 }),
  )
  return { value, issues: [...issues, ...more] }
}

/**
 * Read the loans of a document and sort them: what tables of a pool would print, computed from each loan. Null with its reason where
 * the exhibit cannot be read to its end, for a part of a pool is none.
 *
 * Raises `tape-…` issues, one a kind of fault and field, with how often it stands there and where first.
 */
function readTape(
  { lines }: DecodedFile,
  document: FilingDocument,
  exhibit?: Exhibit,
): Staged<ReadTape | null> {
  const range = linesOfExhibit(lines, document.lines)
  const at: Place = {
    line: range.first,
    start: 1,
    end: (lines[range.last - 1]?.length ?? 0) + 1,
    lastLine: range.last,
  }
  const result = loansIn(exhibit ?? readExhibit(lines, range))
  if ('unread' in result) {
    const { reason, detail, line } = result.unread
    const place: Place = { line: Math.min(line, lines.length), start: 1, end: 1 }
    return { value: null, issues: [issue('tape-is-not-read', { reason, detail }, place)] }
  }
  const { loans } = result
  const { faults } = loans.from
  if (areAllPaid(loans)) {
    findOtherPeriods(loans)
    return {
      value: { loans: null, tape: describeTape(loans, at), stratifications: [], pool: [] },
      issues: tellFaults(faults, line => lines[line - 1]),
    }
  }
  if (loans.loans.length === 0) {
    const issues: Issue[] = [issue('tape-holds-no-loans', {}, { line: range.first, start: 1, end: 1 })]
    return { value: null, issues: [...issues, ...tellFaults(faults, line => lines[line - 1])] }
  }
  findOtherPeriods(loans)
  findImpossible(loans)
  const { stratifications, total, averaged } = stratifyAll(columnsOf(loans), at)
  const figures = figuresOf(loans, total, averaged, stratifications)
  return {
    value: {
      loans,
      tape: describeTape(loans, at),
      stratifications,
      pool: [{ loanGroup: null, figures, checks: { passed: 0, failed: 0 } }],
    },
    issues: tellFaults(faults, line => lines[line - 1]),
  }
}
