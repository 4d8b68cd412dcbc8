import { askLoans } from './ask-loans.ts'
import type { Bound, Distribution, GroupDistribution, Row, Span } from './distribution.ts'
import { addOverGroups } from './over-groups.ts'
import { type Cut, meetRow, partOfBalances, roundDown, roundUp, shareByAverage } from './part-of-row.ts'
import { onGridOf, type Question, spanOfQuestion } from './question.ts'
import { tidy } from './row-spans.ts'

/** What an answer rests on; `words.ts` says each. */
export type Rule =
  | 'whole-rows'
  | 'count-and-balance'
  | 'row-average'
  | 'row-across-edge'
  | 'natural-end'
  | 'residual-row'
  | 'no-figure'
  | 'loan-by-loan'
  | 'rows-do-not-add-up'
  | 'figures-contradict'

/** A rule with the rows that it was used on. */
export type Because = { rule: Rule; rows: readonly Row[] }

export const amounts = ['loanCount', 'balanceCents', 'balancePct', 'countPct'] as const
export type Amount = (typeof amounts)[number]

/**
 * What of a pool lies where it was asked for: each amount exact, or between what the printed rows allow; null where they do
 * not print it. Percents are of the table's own loans.
 */
export type Answer = Record<Amount, Bound | null> & {
  /** Does one figure alone answer, for every amount that is printed? */
  exact: boolean
  because: readonly Because[]
  /** Each row with what of it lies there, in the order of the table; `rule` null for a row that lies outside. */
  parts: readonly Part[]
}
export type Part = { row: Row; rule: Rule | null; share: Share }

type Share = Record<Amount, Bound | null>
type Judged = { rule: Rule | null; share: Share; usesNaturalEnd: boolean }

const nothing: Bound = { low: 0, high: 0 }
const none: Share = { loanCount: nothing, balanceCents: nothing, balancePct: nothing, countPct: nothing }

/** What lies on one side of an edge. */
export function askTail(distribution: Distribution, question: Question): Answer {
  return ask(distribution, spanOfQuestion(question))
}

/**
 * What of a pool lies within a span of figures. Rows wholly inside count in full; a row across an end is bounded, by its loans
 * and balance together where the balance is the figure, by its printed average, or else between nothing and all of it. Where the
 * single loans are known, each counts by its own figure.
 */
export function ask(distribution: Distribution, asked: Span): Answer {
  if (distribution.groups) return askGroups(distribution.groups, asked)
  if (distribution.loans) return askLoans(distribution, distribution.loans, asked)
  const span = onGridOf(distribution, asked)
  const judged = distribution.rows.map(row => judge(distribution, row, span))
  const shares = judged.map(({ share }) => share)
  const rule = (which: Rule) => distribution.rows.filter((_, order) => judged[order]?.rule === which)
  const sum = (amount: Amount) => addUp(shares.map(share => share[amount]))
  const loanCount = sum('loanCount')
  const balanceCents = sum('balanceCents')
  const { total } = distribution
  const answer = {
    loanCount,
    balanceCents,
    balancePct:
      percentOf(balanceCents, total.balanceCents) ??
      shareOfPrinted(distribution, sum('balancePct'), 'balancePct'),
    countPct:
      percentOf(loanCount, total.loanCount) ?? shareOfPrinted(distribution, sum('countPct'), 'countPct'),
  }
  const because = ruleOrder
    .map(which => ({ rule: which, rows: rule(which) }))
    .filter(({ rows }) => rows.length > 0)
  const atNaturalEnd = distribution.rows.filter((_, order) => judged[order]?.usesNaturalEnd)
  if (atNaturalEnd.length > 0) because.push({ rule: 'natural-end', rows: atNaturalEnd })
  if (distribution.doNotAddUp.length > 0)
    because.push({ rule: 'rows-do-not-add-up', rows: [...distribution.rows] })
  const exact = amounts.every(amount => isExact(answer[amount]))
  const parts = distribution.rows.map((row, order) => ({
    row,
    rule: judged[order]?.rule ?? null,
    share: judged[order]?.share ?? none,
  }))
  return { ...answer, exact, because, parts }
}

/** The same of a pool that is the sum of its loan groups: what each of them answers, added up or weighed. */
function askGroups(groups: readonly GroupDistribution[], asked: Span): Answer {
  const answers = groups.map(({ distribution }) => ask(distribution, asked))
  const add = (amount: Amount) =>
    addOverGroups(
      groups,
      answers.map(answer => answer[amount]),
      amount,
    )
  const all: Record<Amount, Bound | null> = {
    loanCount: add('loanCount'),
    balanceCents: add('balanceCents'),
    balancePct: add('balancePct'),
    countPct: add('countPct'),
  }
  return {
    ...all,
    exact: amounts.every(amount => isExact(all[amount])),
    because: allRules.flatMap(rule => {
      const rows = answers.flatMap(({ because }) => because.find(one => one.rule === rule)?.rows ?? [])
      return rows.length > 0 ? [{ rule, rows }] : []
    }),
    parts: answers.flatMap(({ parts }) => parts),
  }
}

const ruleOrder: readonly Rule[] = [
  'whole-rows',
  'count-and-balance',
  'row-average',
  'loan-by-loan',
  'row-across-edge',
  'figures-contradict',
  'residual-row',
  'no-figure',
]
const allRules: readonly Rule[] = [...ruleOrder, 'natural-end', 'rows-do-not-add-up']

export const isExact = (bound: Bound | null) => bound === null || bound.low === bound.high

/** How much of a row lies within a span that is on the distribution's grid, and by which rule; null where it lies outside. */
export function judge(distribution: Distribution, row: Row, asked: Span): Judged {
  const plain = (rule: Rule | null, share: Share) => ({ rule, share, usesNaturalEnd: false })
  if (isEmpty(row)) return plain(null, none)
  if (row.holds === 'none') return plain('no-figure', none)
  if (row.holds === 'any') return plain('residual-row', between(nothing, row))
  if (row.contradicts) return plain('figures-contradict', between(nothing, row))
  const meeting = meetRow(row.holds.span, asked, distribution.grid)
  if (meeting === 'outside') return plain(null, none)
  if (meeting === 'inside') return plain('whole-rows', row)
  return judgeAcross(distribution, row, meeting.across)
}

/** Holds a row nothing? Then it does not matter where it lies. */
export const isEmpty = ({ loanCount, balanceCents }: Row) =>
  (loanCount ?? balanceCents) !== null &&
  (loanCount === null || loanCount.high === 0) &&
  (balanceCents === null || balanceCents.high === 0)

/** The row's share, from what is given to all of it. */
function between(low: Bound, row: Row): Share {
  const upTo = (amount: Bound | null) => amount && { low: low.low, high: amount.high }
  return {
    loanCount: upTo(row.loanCount),
    balanceCents: upTo(row.balanceCents),
    balancePct: upTo(row.balancePct),
    countPct: upTo(row.countPct),
  }
}

function judgeAcross(distribution: Distribution, row: Row, cut: Cut): Judged {
  const { isOfBalance, averageBy, least, most } = distribution
  const { loanCount, balanceCents, average } = row
  const ends = [cut.from, cut.to, cut.outFrom, cut.outTo]
  const usesNaturalEnd =
    typeof row.holds === 'object' &&
    ((least !== null && ends.includes(least) && row.holds.span.low?.value === least) ||
      (most !== null && ends.includes(most) && row.holds.span.high?.value === most))
  if (isOfBalance && loanCount !== null && isExact(loanCount) && balanceCents !== null) {
    const part = partOfBalances(cut, loanCount.low, balanceCents)
    if (part === null)
      return { rule: 'figures-contradict', share: between(nothing, row), usesNaturalEnd: false }
    const share = {
      ...part,
      balancePct: scaled(row.balancePct, ratio(part.balanceCents, balanceCents)),
      countPct: scaled(row.countPct, ratio(part.loanCount, loanCount)),
    }
    return { rule: 'count-and-balance', share, usesNaturalEnd }
  }
  if (average !== null && averageBy !== null) {
    const share = shareByAverage(cut, average)
    if (share === null)
      return { rule: 'figures-contradict', share: between(nothing, row), usesNaturalEnd: false }
    return { rule: 'row-average', share: byAverage(row, share, averageBy), usesNaturalEnd }
  }
  return { rule: 'row-across-edge', share: between(nothing, row), usesNaturalEnd: false }
}

/** An average weighed by balance tells how much of the balance lies inside, and of loans only whether any or all do. */
function byAverage(row: Row, share: Bound, by: 'balance' | 'count'): Share {
  const all = between(nothing, row)
  if (by === 'count') {
    const loans = scaled(row.loanCount, share)
    const whole = loans && { low: roundUp(loans.low), high: roundDown(loans.high) }
    return { ...all, loanCount: whole, countPct: scaled(row.countPct, share) }
  }
  const { loanCount } = row
  return {
    ...all,
    balanceCents: inCents(scaled(row.balanceCents, share)),
    balancePct: scaled(row.balancePct, share),
    loanCount: loanCount && {
      low: share.low > 0 ? Math.min(1, loanCount.low) : 0,
      high: share.high < 1 ? Math.max(0, loanCount.high - 1) : loanCount.high,
    },
  }
}

const ratio = (part: Bound, whole: Bound): Bound => ({
  low: whole.high === 0 ? 0 : Math.max(0, part.low / whole.high),
  high: whole.low === 0 ? 1 : Math.min(1, part.high / whole.low),
})

function scaled(amount: Bound | null, { low, high }: Bound): Bound | null {
  return amount && { low: tidy(amount.low * low), high: tidy(amount.high * high) }
}

const inCents = (amount: Bound | null) => amount && { low: roundUp(amount.low), high: roundDown(amount.high) }

function addUp(parts: readonly (Bound | null)[]): Bound | null {
  let sum: Bound | null = nothing
  for (const part of parts)
    sum = sum && part && { low: tidySum(sum.low + part.low), high: tidySum(sum.high + part.high) }
  return sum
}

/** Sums of percents to two places, without the noise of adding fractions in binary; cents stay whole. */
const tidySum = (value: number) => (Number.isInteger(value) ? value : Number(value.toFixed(9)))

/** A part of a whole in percent, where both are known. */
export function percentOf(part: Bound | null, whole: Bound | null): Bound | null {
  if (part === null || whole === null || whole.low <= 0) return null
  const low = (100 * part.low) / whole.high
  const high = (100 * part.high) / whole.low
  return { low: Math.min(100, low), high: Math.min(100, high) }
}

/** Where only percents are printed: of what they come to, for a loan group’s may be of the whole pool. */
export function shareOfPrinted(
  { rows }: Distribution,
  inside: Bound | null,
  amount: 'balancePct' | 'countPct',
): Bound | null {
  const whole = addUp(rows.map(row => row[amount]))
  if (inside === null || whole === null || whole.low <= 0) return null
  if (whole.low <= 100 && whole.high >= 100)
    return { low: Math.max(0, inside.low), high: Math.min(100, inside.high) }
  return percentOf(inside, whole)
}
