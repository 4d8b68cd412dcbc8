import { nameByCode } from '../dimensions/index.ts'
import { formatMeasureValue } from '../format/measure-value.ts'
import { formatRange } from '../format/range.ts'
import type { Range, Unit } from '../report.ts'
import { type Cut, type LoanValues, severalThings } from './cut.ts'

/** Some of the loans under one label. */
export type TapeRow = { label: string; range: Range | null; code: string | null; loans: LoanValues[] }

const untoldLabel = 'Not stated'
const severalLabel = 'Several'
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

type Valued = { loan: LoanValues; value: number }

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

function rangesOf(values: readonly Valued[], cut: Cut, edges: readonly number[]): TapeRow[] {
  const { unit, decimals = 0, upTo = false } = cut
  const byPlace = Map.groupBy(values, ({ value }) => placeOf(value, edges, upTo))
  if (byPlace.size > mostRows)
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
        label: labelOf(range, unit, isMoney ? 0 : decimals),
        range,
        code: null,
        loans: members.map(({ loan }) => loan),
      }
    })
}

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

const balanceOf = (loans: readonly LoanValues[]) =>
  loans.reduce((sum, { balanceCents }) => sum + balanceCents, 0)

function namedRows(named: readonly { loan: LoanValues; name: string }[], isState: boolean): TapeRow[] {
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
 * The loans sorted into rows: states and names by balance, figures in order, and at the end those of which it is not told. Few
 * different figures are a row each, more are ranges.
 */
export function rowsOf(cut: Cut, loans: readonly LoanValues[]): TapeRow[] {
  const values: Valued[] = []
  const named: { loan: LoanValues; name: string }[] = []
  const several: LoanValues[] = []
  const untold: LoanValues[] = []
  for (const loan of loans) {
    const value = cut.of(loan)
    if (value === null) untold.push(loan)
    else if (value === severalThings) several.push(loan)
    else if (typeof value === 'number') values.push({ loan, value })
    else named.push({ loan, name: value })
  }
  const distinct = new Set(values.map(({ value }) => value)).size
  const isExact = cut.edges === undefined || (distinct <= mostRows && cut.unit === 'months')
  const residual = (label: string, members: LoanValues[]): TapeRow[] =>
    members.length > 0 ? [{ label, range: null, code: 'other', loans: members }] : []
  return [
    ...(isExact ? exactRows(values, cut) : rangesOf(values, cut, cut.edges ?? [])),
    ...namedRows(named, cut.dimension === 'state'),
    ...residual(cut.several ?? severalLabel, several),
    ...residual(cut.untold ?? untoldLabel, untold),
  ]
}
