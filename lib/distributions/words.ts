import { findDimension } from '../dimensions/index.ts'
import { formatCount, formatDecimal, formatWithUnit } from '../format/index.ts'
import type { Unit } from '../report.ts'
import { type Answer, type Because, isExact, type Rule } from './answer.ts'
import type { Bound, Distribution, Span } from './distribution.ts'
import { howExact, isSettled, nearestExact } from './nearest-exact.ts'
import type { Question, Side } from './question.ts'
import type { NoDistribution } from './read-distribution.ts'
import { tidy } from './row-spans.ts'

/** How a side is said before its edge. */
export const sides: Record<Side, string> = {
  above: 'above',
  atLeast: 'at least',
  below: 'below',
  atMost: 'at most',
}

/** Why nothing can be asked of a table, as a sentence that ends a page's or an answer's. */
export const noDistributionSays: Record<NoDistribution, string> = {
  'names-not-figures': 'Its rows are names, which have no order to ask for an edge in.',
  'rows-without-ranges': 'No row of it has a range or a figure.',
  'rows-overlap': 'Its rows overlap and do not add up, so they do not part the pool.',
  'no-loans-or-balance': 'Not all of its rows print loans, balances or percents.',
  'only-a-part': 'Only a part of the table is here.',
  'amounts-below-nothing':
    'A row prints an amount below nothing, so that no part of the pool can be bounded.',
}

/** What an answer lacks where a figure of its table is wrong. */
export const rowsDoNotAddUp = 'The table’s rows do not add up to its total, so one of its figures is wrong.'

/** What an answer rests on, without its rows. */
export const ruleSays: Record<Rule, string> = {
  'whole-rows': 'Rows that lie on this side count in full.',
  'count-and-balance': 'The row across the edge is bounded by its loans and their balance together.',
  'row-average': 'The row across the edge is bounded by the average that it prints.',
  'loan-by-loan': 'Of the row across the edge each loan counts by its own figure.',
  'row-across-edge': 'Of the row across the edge nothing, or all of it, may lie on this side.',
  'natural-end': 'The open end of a row is taken to be where the figure itself ends.',
  'residual-row': 'The figures of this row’s loans are not printed, so any of them may lie on this side.',
  'no-figure': 'Loans of this row have no figure and are not counted.',
  'rows-do-not-add-up': `${rowsDoNotAddUp} The answer is taken from its rows.`,
  'figures-contradict': 'The row’s figures do not fit its range, so all of it may lie on this side.',
}

/** An edge or a figure in running text: `77`, `7.125`, `$620,000`, `30 months`. */
export function sayFigure(value: number, unit: Unit): string {
  const amount = unit === 'cents' ? value / 100 : value
  const decimals = (String(amount).split('.')[1] ?? '').length
  if (unit === 'cents') return `$${formatDecimal(amount, decimals === 0 ? 0 : 2)}`
  if (unit === 'percent') return formatDecimal(amount, decimals)
  return formatWithUnit(amount, unit, decimals)
}

/** > 60 and below   60.01 to 70   above 70, up to 80   90 and above */
export function saySpan({ low, high }: Span, { unit, grid }: Distribution): string {
  const say = (value: number) => sayFigure(value, unit)
  if (low === null && high === null) return 'All'
  if (low === null) return high?.included ? `${say(high.value)} and below` : `Below ${say(high?.value ?? 0)}`
  if (high === null) return low.included ? `${say(low.value)} and above` : `Above ${say(low.value)}`
  const from = low.included || grid === 0 ? low.value : tidy(low.value + grid)
  const to = high.included || grid === 0 ? high.value : tidy(high.value - grid)
  if (grid === 0 && low.included && !high.included) return `${say(low.value)} to under ${say(high.value)}`
  const isOpen = grid === 0 && !low.included
  return isOpen ? `Above ${say(low.value)}, up to ${say(high.value)}` : `${say(from)} to ${say(to)}`
}

/** > above 77   above 70 and at most 80 */
export function sayEdges({ side, at, and }: Question, unit: Unit): string {
  const said = `${sides[side]} ${sayFigure(at, unit)}`
  return and ? `${said} and ${sides[and.side]} ${sayFigure(and.at, unit)}` : said
}

/** > LTV above 77 */
function sayQuestion({ dimension, unit }: Distribution, question: Question): string {
  return `${findDimension(dimension)?.name ?? dimension} ${sayEdges(question, unit)}`
}

/** > 16.48% to 53.10%   113   $37,103,138.07 */
export function sayBound({ low, high }: Bound, say: (value: number) => string): string {
  return say(low) === say(high) ? say(low) : `${say(low)} to ${say(high)}`
}

/** Never narrower than it is: the low end is rounded down, the high end up, unless both round to one figure. */
const percents = (bound: Bound): Bound =>
  isExact(bound) || bound.low.toFixed(2) === bound.high.toFixed(2)
    ? bound
    : { low: Math.floor(bound.low * 100 + 1e-7) / 100, high: Math.ceil(bound.high * 100 - 1e-7) / 100 }

/** > 16.48% to 53.10% */
export const sayPercents = (bound: Bound) => sayBound(percents(bound), sayPercent)

const sayPercent = (value: number) => `${formatDecimal(value, 2)}%`
const sayMoney = (value: number) => formatWithUnit(value, 'cents', 2)

/**
 * An answer in one sentence.
 *
 * > Original LTV above 77: 16.48% to 53.10% of balance, $37,103,138.07 to $119,530,457.87, 113 to 315 loans; exact above 75 and above 80.
 */
export function sayAnswer(distribution: Distribution, question: Question, answer: Answer): string {
  const { balancePct, countPct, balanceCents, loanCount } = answer
  const share = balancePct ?? countPct
  const shareOf = balancePct ? 'of balance' : 'of loans'
  const parts = [
    ...(share ? [`${sayPercents(share)} ${shareOf}`] : []),
    ...(balanceCents ? [sayBound(balanceCents, sayMoney)] : []),
    ...(loanCount ? [`${sayBound(loanCount, formatCount)} ${isOne(loanCount) ? 'loan' : 'loans'}`] : []),
  ]
  const isSure = answer.exact && distribution.doNotAddUp.length === 0
  const exactly = isSure ? ', exactly' : ''
  const said = `${sayQuestion(distribution, question)}: ${parts.join(', ')}${exactly}${sayExact(distribution, question, answer)}.`
  const more = [sayWithoutFigure(distribution, answer)]
  if (distribution.doNotAddUp.length > 0) more.push(rowsDoNotAddUp)
  return [said, ...more.filter(one => one !== null)].join(' ')
}

/** > Loans of “Not Available” (12.32% of balance) have no figure and are not counted. */
function sayWithoutFigure({ rows }: Distribution, { because }: Answer): string | null {
  if (!because.some(({ rule }) => rule === 'no-figure')) return null
  const without = rows.filter(({ holds }) => holds === 'none')
  const shares = without.map(({ balancePct }) => balancePct)
  const isPrinted = shares.length > 0 && shares.every(share => share !== null)
  const share = shares.reduce((sum, one) => sum + (one ? (one.low + one.high) / 2 : 0), 0)
  const names = without.slice(0, mostRowsNamed).map(({ label }) => `“${label}”`)
  const said = isPrinted ? ` (${sayPercent(share)} of balance)` : ''
  return `Loans of ${names.join(', ')}${said} have no figure and are not counted.`
}

const isOne = ({ low, high }: Bound) => low === 1 && high === 1

function sayExact(distribution: Distribution, question: Question, answer: Answer): string {
  if (answer.exact) return ''
  if (isSettled(answer)) return distribution.doNotAddUp.length > 0 ? '' : ', exactly but for rounding'
  const others = nearestExact(distribution, question)
  const edges = others.map(other => sayEdges(other, distribution.unit))
  const joined = edges.join(question.and ? ', and ' : ' and ')
  return others.length === 0 ? '' : `; ${howExact(distribution, others)} ${joined}`
}

/** A rule with its rows named, the first few of them. */
export function sayBecause({ rule, rows }: Because): string {
  const shown = rows.slice(0, mostRowsNamed).map(({ label }) => `“${label}”`)
  const others = rows.length - shown.length
  const names = others > 0 ? `${shown.join(', ')} and ${formatCount(others)} more` : shown.join(', ')
  return `${ruleSays[rule]} ${names}`
}

const mostRowsNamed = 4
