import type { Bound, Distribution, Row, Span } from './distribution.ts'
import { exactly, type LoanSpread, meetingOf } from './loan-spread.ts'

type Amounts = { loanCount: Bound; balanceCents: Bound; balancePct: Bound | null; countPct: Bound | null }
type LoanRule = 'whole-rows' | 'loan-by-loan' | 'no-figure'
type LoanPart = { row: Row; rule: LoanRule | null; share: Amounts }
type LoanAnswer = Amounts & {
  exact: true
  because: { rule: LoanRule; rows: Row[] }[]
  parts: LoanPart[]
}

/**
 * What of a pool lies within a span, from its single loans: exact, whatever the edges of the table's rows are. Loans that do not
 * tell the figure lie nowhere.
 */
export function askLoans({ rows }: Distribution, loans: LoanSpread, asked: Span): LoanAnswer {
  const parts = rows.map(row => partOf(row, loans, asked))
  const amounts = amountsOf(loans, loans.within(asked))
  const because = (['whole-rows', 'loan-by-loan', 'no-figure'] as const)
    .map(rule => ({ rule, rows: parts.filter(part => part.rule === rule).map(({ row }) => row) }))
    .filter(one => one.rows.length > 0)
  return { ...amounts, exact: true, because, parts }
}

function partOf(row: Row, loans: LoanSpread, asked: Span): LoanPart {
  if (typeof row.holds !== 'object') return { row, rule: 'no-figure', share: amountsOf(loans, nothing) }
  const { span } = row.holds
  const meeting = meetingOf(span, asked)
  const inside = meeting === null ? nothing : loans.within(meeting)
  const share = amountsOf(loans, inside)
  if (inside.loanCount === 0) return { row, rule: null, share }
  const isWhole = inside.loanCount === loans.within(span).loanCount
  return { row, rule: isWhole ? 'whole-rows' : 'loan-by-loan', share }
}

const nothing = { loanCount: 0, balanceCents: 0 }

function amountsOf(
  { total }: LoanSpread,
  { loanCount, balanceCents }: { loanCount: number; balanceCents: number },
): Amounts {
  const percent = (part: number, whole: number) => (whole > 0 ? exactly((100 * part) / whole) : null)
  return {
    loanCount: exactly(loanCount),
    balanceCents: exactly(balanceCents),
    balancePct: percent(balanceCents, total.balanceCents),
    countPct: percent(loanCount, total.loanCount),
  }
}
