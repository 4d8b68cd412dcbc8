import { withUnit } from '../format/measure-value.ts'
import { oncePerPair } from '../once-per.ts'
import type { Check, Statistic, Stratification } from '../report.ts'
import {
  exactValue,
  findStatisticKind,
  recomputeStatistic,
  tableOfId,
  weightMeasure,
} from '../statistics/index.ts'
import type { CheckInput } from './check-input.ts'
import { type CheckRule, compareFigures, compareWithBounds } from './check-rule.ts'
import type { DescribedCheck } from './described-check.ts'
import { type CheckFormula, cell, type Formula } from './formula.ts'
import { weightRounding } from './mean-rounding.ts'
import { findColumn, halfUnitOf } from './printed-precision.ts'

const code = 'stated-figure-matches-the-rows'

/** The scale of the column that prints the figure in the table's total; 1 where it is printed elsewhere. */
function scaleOf({ at }: Statistic, table: Stratification | null): number {
  const places = Object.entries(table?.total?.places ?? {})
  const measure = places.find(([, place]) => place.line === at?.line && place.start === at.start)?.[0]
  return (table && measure !== undefined && findColumn(table, measure)?.scale) || 1
}

/** Half a unit of the stated figure's last place; for money the decimals are those of a dollar, or of what the column counts in. */
function statedHalfUnit(statistic: Statistic, table: Stratification | null): number {
  const { unit, decimals } = statistic
  const half = 0.5 * scaleOf(statistic, table) * 10 ** -decimals
  if (unit === 'count') return half < 1 ? 0 : half
  return unit === 'cents' ? 100 * half : half
}

/** What it adds to the mean of a table's exact rows; thousands of figures may be stated of one table. */
const meanRounding = oncePerPair((table: Stratification, mean: number) =>
  weightRounding(table, exactValue, mean),
)

/** What the precision of the rows' own balances adds. */
function rowsRounding({ id }: Statistic, table: Stratification, value: number): number {
  if (id === 'pool-balance') return halfUnitOf(table, 'balanceCents')
  if (id === 'loan-count') return 0
  if (id === 'average-balance')
    return halfUnitOf(table, 'balanceCents') / (table.total?.values.loanCount || 1)
  return meanRounding(table, value)
}

function checkStatistic(statistic: Statistic, tables: readonly Stratification[]): Check[] {
  const { key, id, loanGroup, stated: expected, at } = statistic
  if (expected === null || !at) return []
  const own = tableOfId(tables, statistic.stratification)
  const { value, bounds, table } = recomputeStatistic({ id, loanGroup, table: own }, tables)
  if (!table) return []
  const subject = { code, stratification: table.id, statistic: key, at } as const
  const half = statedHalfUnit(statistic, own)
  if (bounds) return [compareWithBounds(subject, { expected, bounds, tolerance: half })]
  if (value === null) return []
  return [
    compareFigures(subject, {
      expected,
      found: value,
      tolerance: half + rowsRounding(statistic, table, value),
    }),
  ]
}

/** The end of a row's range, or what its dimension allows at least or most. */
function endsOf(table: Stratification, floor: number | null, end: 'low' | 'high'): Formula[] {
  const weight = weightMeasure(table)
  const rows = [...table.buckets.entries()].filter(([, { values }]) => weight !== null && values[weight])
  if (weight === null || rows.length === 0) return []
  const mean = rows.map(([row, { range, at }]) => ({
    of: { number: range?.[end] ?? floor ?? Number.NaN, at },
    weight: cell(table, row, weight),
  }))
  return [{ mean }]
}

function formulasOf({ statistic, stratification }: Check, input: CheckInput): CheckFormula[] {
  const table = tableOfId(input.stratifications, stratification)
  const kind = findStatisticKind(input.statistics.find(({ key }) => key === statistic)?.id ?? '')
  if (!table || statistic === null) return []
  const expected: Formula = { figure: { statistic } }
  const [low] = endsOf(table, kind?.average?.floor ?? null, 'low')
  const [high] = endsOf(table, kind?.average?.ceiling ?? null, 'high')
  const total = (measure: string) => cell(table, 'total', measure)
  const rows = table.buckets.map(({ range, at }) =>
    [range?.low, range?.high].flatMap(end => (end == null ? [] : [{ number: end, at }])),
  )
  return [
    ...['balanceCents', 'loanCount'].map(measure => ({ expected, found: total(measure) })),
    { expected, found: { quotient: [total('balanceCents'), total('loanCount')] } },
    ...(low ? [{ expected, found: low }] : []),
    ...(low && high ? [{ expected, bounds: [low, high] as [Formula, Formula] }] : []),
    ...rows.flatMap(ends => [
      ...ends.map(found => ({ expected, found })),
      ...(ends.length === 2 ? [{ expected, bounds: ends as [Formula, Formula] }] : []),
    ]),
  ]
}

function formatSentence({ check, figures }: DescribedCheck): string {
  if (check.bounds) {
    return `the rows allow ${figures.allowed}${check.outcome === 'pass' ? '' : `, not ${figures.printed}`}`
  }
  return `recomputed from the rows: ${withUnit(figures.found, figures.unit)}, ${figures.allowed} allowed`
}

/**
 * A figure stated in words against what the rows give: one figure from exact rows, allowed half a unit of its last
 * printed place; an interval from ranges, inside which it must lie.
 */
export const statedFigureMatchesTheRows: CheckRule = {
  code,
  role: 'words',
  wording: 'The figure stated in the text is what the rows give',
  heading: 'Stated figure',
  sentence: formatSentence,
  formulas: (check, input) => formulasOf(check, input),
  run: ({ stratifications, statistics }) =>
    statistics.flatMap(statistic => checkStatistic(statistic, stratifications)),
}
