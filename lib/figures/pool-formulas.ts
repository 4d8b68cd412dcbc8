import { type Formula, meansOfRows, sumOfCells, weights } from '../checks/formula.ts'
import { formulaOf } from '../checks/index.ts'
import { type Ends, figuresOfName } from '../distributions/index.ts'
import { endsOfAverage } from '../pool/add-groups.ts'
import { averagedKinds } from '../pool/averaged-kinds.ts'
import { findFigure, findPool } from '../pool/find-figure.ts'
import type { FilingReport, PoolFigure, Stratification } from '../report.ts'
import { averageFormulas } from './average-formulas.ts'
import { type FigureOf, findWay, single } from './find-way.ts'

/**
 * The ways in which a figure of a loan group, null the whole pool, may come out of printed ones: stated in words or a total,
 * held against others by a check, a mean of rows, a sum of them, or a sum over another.
 */
export function poolFormulas(
  report: FilingReport,
  { id, loanGroup }: { id: string; loanGroup: string | null },
  figureOf: FigureOf,
): Ends[] {
  const figure = findFigure(findPool(report.pool, loanGroup), id)
  if (figure === undefined) return []
  const tables =
    loanGroup === null
      ? report.stratifications
      : report.stratifications.filter(table => table.loanGroup === loanGroup)
  const totals = (measure: string): Formula[] =>
    tables.flatMap((table): Formula[] => [
      ...(table.total?.values[measure] == null
        ? []
        : [{ figure: { table: table.id, row: 'total', measure } } as const]),
      sumOfCells(table, measure),
    ])
  const means = tables.flatMap(table =>
    table.columns.flatMap(({ measure }) =>
      measure === null ? [] : weights.flatMap(weight => meansOfRows(table, measure, weight)),
    ),
  )
  const ofState = figure.code === undefined ? [] : rowsOfState(report, tables, figure.code, figureOf)
  const kind = averagedKinds.find(one => one.id === id)?.kind
  return [
    ...[...statedFormulas(tables, figure), ...ofState].map(single),
    ...checkedFormulas(report, figure, figureOf),
    ...means.map(single),
    ...[...totals('balanceCents'), ...totals('loanCount')].map(single),
    ...(id === 'average' ? averageFormulasOf(report, loanGroup, figureOf) : []),
    ...exactMeans(tables).map(single),
    ...(kind ? averageFormulas(report, { kind, loanGroup, tables }, figureOf) : []),
  ]
}

/**
 * How what an average of a loan group may be comes out of printed figures, where it is weighed with those of others
 * (`endsOfAverage`); null where no way comes to it.
 */
export function findAverageWay(
  report: FilingReport,
  asked: { id: string; loanGroup: string | null },
  figureOf: FigureOf,
): Ends | null {
  const figure = findFigure(findPool(report.pool, asked.loanGroup), asked.id)
  const ends = figure && endsOfAverage(figure)
  if (!ends) return null
  const ways = poolFormulas(report, asked, figureOf)
  const half: Formula = { number: 0.5 / 10 ** figure.decimals }
  const below = (formula: Formula): Formula => ({ sum: [formula, { product: [half, { number: -1 }] }] })
  const above = (formula: Formula): Formula => ({ sum: [formula, half] })
  const asStated = ways.map(({ low, high }): Ends => ({ low: below(low), high: above(high) }))
  const all = ways.map(
    ({ low, high }): Ends => ({ low: { least: [low, below(low)] }, high: { most: [high, above(high)] } }),
  )
  const [low, high] = ends
  return findWay([...ways, ...asStated, ...all], { low, high }, figureOf)
}

/** How a figure of a loan group, null the whole pool, comes out of printed ones; null where no way comes to it. */
export function findPoolWay(
  report: FilingReport,
  asked: { id: string; loanGroup: string | null },
  figureOf: FigureOf,
): Ends | null {
  const figure = findFigure(findPool(report.pool, asked.loanGroup), asked.id)
  const [low, high] = figure?.value == null ? (figure?.bounds ?? []) : [figure.value, figure.value]
  if (low === undefined || high === undefined) return null
  return findWay(poolFormulas(report, asked, figureOf), { low, high }, figureOf)
}

/** Its balance over its number of loans. */
function averageFormulasOf(report: FilingReport, loanGroup: string | null, figureOf: FigureOf): Ends[] {
  const [balance, count] = ['balance', 'loans'].map(id => findPoolWay(report, { id, loanGroup }, figureOf))
  return balance && count ? averageBalance(balance.low, count.low) : []
}

/** As the filing states it in words, or prints it in a total. */
function statedFormulas(
  tables: readonly Stratification[],
  { statistic, at }: Pick<PoolFigure, 'statistic' | 'at'>,
): Formula[] {
  const ofTotal = tables.flatMap(({ id, total }) =>
    Object.entries(total?.places ?? {}).flatMap(([measure, place]): Formula[] =>
      place.line === at?.line && place.start === at.start
        ? [{ figure: { table: id, row: 'total', measure } }]
        : [],
    ),
  )
  return [...(statistic === null ? [] : [{ figure: { statistic } }]), ...ofTotal]
}

/** What the check on a figure compares. */
function checkedFormulas(
  report: FilingReport,
  { check: tied, statistic }: Pick<PoolFigure, 'check' | 'statistic'>,
  figureOf: FigureOf,
): Ends[] {
  const check = report.checks.find(
    one => one.code === tied?.code && (statistic === null || one.statistic === statistic),
  )
  const checked = check ? formulaOf(check, report, figureOf) : null
  if (checked === null) return []
  const { expected } = checked
  const found: Ends =
    'found' in checked ? single(checked.found) : { low: checked.bounds[0], high: checked.bounds[1] }
  // Where the filing contradicts itself, all that it says.
  const all: Ends = { low: { least: [expected, found.low] }, high: { most: [expected, found.high] } }
  return [single(expected), found, all]
}

/** Balance over number, as it is and in whole cents. */
export function averageBalance(balance: Formula, count: Formula): Ends[] {
  const quotient: Formula = { quotient: [balance, count] }
  return [single(quotient), single({ roundedDown: { sum: [quotient, { number: 0.5 }] } })]
}

/** The means of rows that are one figure each, weighed by balance or loans. */
function exactMeans(tables: readonly Stratification[]): Formula[] {
  return tables.flatMap(table => {
    const isExact = table.buckets.every(({ range }) => range !== null && range.low === range.high)
    if (!isExact) return []
    return weights.flatMap((weight): Formula[] => {
      const rows = [...table.buckets.entries()].filter(([, { values }]) => (values[weight] ?? 0) > 0)
      return rows.length === 0
        ? []
        : [
            {
              mean: rows.map(([row, { range, at }]) => ({
                of: { number: range?.low ?? 0, at },
                weight: { figure: { table: table.id, row, measure: weight } },
              })),
            },
          ]
    })
  })
}

/** The shares of a state in the tables that print it. */
function rowsOfState(
  { stratifications }: FilingReport,
  tables: readonly Stratification[],
  code: string,
  figureOf: FigureOf,
): Formula[] {
  return tables.flatMap(table => {
    const row = table.dimension === 'state' ? table.buckets.findIndex(bucket => bucket.code === code) : -1
    const source = { table, tables: stratifications, amount: 'balancePct', figureOf } as const
    return row < 0 ? [] : [...figuresOfName(source, [row])].reverse()
  })
}
