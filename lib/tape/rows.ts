import { nameByCode } from '../dimensions/index.ts'
import { largest } from '../extremes.ts'
import { formatMeasureValue } from '../format/measure-value.ts'
import { formatRange } from '../format/range.ts'
import type { Range, Unit } from '../report.ts'
import { type Cut, type LoanValue, Several } from './cut.ts'
import type { Figures } from './loan-columns.ts'

/** Some of the loans under one label, by their order. */
export type TapeRow = { label: string; range: Range | null; code: string | null; loans: number[] }

/** What the rows of loans are called that do not tell it, or are several. */
export const untoldLabel = ({ untold }: Cut) => untold ?? 'Not stated'
export const severalLabel = ({ several }: Cut) => several ?? 'Several'
/** Tables are read at a glance: of more rows every other edge is left out. */
const mostRows = 14
/** Rows of names beyond these are one row. */
const mostNames = 40

const endOf = (value: number, unit: Unit, decimals: number) =>
  `${unit === 'cents' ? '$' : ''}${formatMeasureValue(value, unit, decimals)}`

/** > 5.50 to under 6.00   over 75 to 80 */
function labelOf(range: Range, unit: Unit, decimals: number): string {
  const { low, high, lowIncluded } = range
  if (low === null || high === null || low === high) return formatRange(range, unit, decimals)
  const [from, to] = [endOf(low, unit, decimals), endOf(high, unit, decimals)]
  return lowIncluded ? `${from} to under ${to}` : `over ${from} to ${to}`
}

type Valued = { loan: number; value: number }

/** The index of the range between edges that a value falls in: 0 is below the first edge. */
function placeOf(value: number, edges: readonly number[], upTo: boolean): number {
  let [from, to] = [0, edges.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const edge = edges[middle] ?? Number.POSITIVE_INFINITY
    if (upTo ? value > edge : value >= edge) from = middle + 1
    else to = middle
  }
  return from
}

function rangesOf(
  values: readonly Valued[],
  cut: Cut,
  edges: readonly number[],
  most: number = mostRows,
): TapeRow[] {
  const { unit, decimals = 0, upTo = false } = cut
  const byPlace = Map.groupBy(values, ({ value }) => placeOf(value, edges, upTo))
  if (byPlace.size > most)
    return rangesOf(
      values,
      cut,
      edges.filter((_, index) => index % 2 === 0),
    )
  const isMoney = unit === 'cents'
  return [...byPlace]
    .sort(([one], [other]) => one - other)
    .map(([place, members]) => {
      const range: Range = {
        low: edges[place - 1] ?? null,
        high: edges[place] ?? null,
        lowIncluded: place > 0 && !upTo,
        highIncluded: place < edges.length && upTo,
      }
      return {
        label: labelOf(range, unit, isMoney ? centsOf(range) : decimals),
        range,
        code: null,
        loans: members.map(({ loan }) => loan),
      }
    })
}

/** Amounts are told in whole dollars where they are such. */
const centsOf = ({ low, high }: Range) => ([low, high].some(end => (end ?? 0) % 100 !== 0) ? 2 : 0)

function exactRows(values: readonly Valued[], { unit, decimals = 0 }: Cut): TapeRow[] {
  return [...Map.groupBy(values, ({ value }) => value)]
    .sort(([one], [other]) => one - other)
    .map(([value, members]) => {
      const range: Range = { low: value, high: value, lowIncluded: true, highIncluded: true }
      return {
        label: formatRange(range, unit, decimals),
        range,
        code: null,
        loans: members.map(({ loan }) => loan),
      }
    })
}

/** Loans with what each is sorted by, and what it counts for in cents; both lists are of all loans, by their order. */
export type ToSort = { loans: readonly number[]; values: readonly LoanValue[]; balances: Figures }

function namedRows(
  named: readonly { loan: number; name: string }[],
  balances: Figures,
  isState: boolean,
): TapeRow[] {
  const balanceOf = (loans: readonly number[]) => loans.reduce((sum, loan) => sum + (balances[loan] ?? 0), 0)
  const rows = [...Map.groupBy(named, ({ name }) => name)]
    .map(([name, members]) => ({
      label: isState ? (nameByCode.get(name) ?? name) : name,
      range: null,
      code: isState && nameByCode.has(name) ? name : null,
      loans: members.map(({ loan }) => loan),
    }))
    .sort((one, other) => balanceOf(other.loans) - balanceOf(one.loans))
  if (isState || rows.length <= mostNames) return rows
  const rest = rows.splice(mostNames - 1)
  const label = `${rest.length} others`
  return [...rows, { label, range: null, code: 'other', loans: rest.flatMap(({ loans }) => loans) }]
}

/**
 * Loans sorted into rows: states and names by balance, figures in order, and at the end those of which it is not told. Few
 * different figures are a row each, more are ranges; at edges that somebody asked for they are the ranges between all of these.
 */
export function rowsOf(cut: Cut, { loans, values, balances }: ToSort, asked?: readonly number[]): TapeRow[] {
  const valued: Valued[] = []
  const named: { loan: number; name: string }[] = []
  const several: number[] = []
  const untold: number[] = []
  for (const loan of loans) {
    const value = values[loan] ?? null
    if (value === null) untold.push(loan)
    else if (value instanceof Several) several.push(loan)
    else if (typeof value === 'number') valued.push({ loan, value })
    else named.push({ loan, name: value })
  }
  const residual = (label: string, members: number[]): TapeRow[] =>
    members.length > 0 ? [{ label, range: null, code: 'other', loans: members }] : []
  return [
    ...figureRows(valued, cut, asked),
    ...namedRows(named, balances, cut.dimension === 'state'),
    ...residual(severalLabel(cut), several),
    ...residual(untoldLabel(cut), untold),
  ]
}

function figureRows(valued: readonly Valued[], cut: Cut, asked: readonly number[] | undefined): TapeRow[] {
  if (asked) return rangesOf(valued, withPlacesOf(cut, asked), asked, Number.POSITIVE_INFINITY)
  const distinct = new Set(valued.map(({ value }) => value)).size
  const isExact = cut.edges === undefined || (distinct <= mostRows && cut.unit === 'months')
  return isExact ? exactRows(valued, cut) : rangesOf(valued, cut, cut.edges ?? [])
}

/** With as many decimals as the edges that are asked for have. */
function withPlacesOf(cut: Cut, asked: readonly number[]): Cut {
  const places = asked.map(edge => (String(edge).split('.')[1] ?? '').length)
  return { ...cut, decimals: Math.max(cut.decimals ?? 0, largest(places)) }
}
