import {
  evaluate,
  type FigureRef,
  type Formula,
  meansOfRows,
  sumOfCells,
  weights,
} from '../checks/formula.ts'
import { formulaOf } from '../checks/index.ts'
import {
  addEndsOverGroups,
  type Ends,
  failingTables,
  figuresOfName,
  formulaOfWeight,
  formulasOfAnswer,
  formulasOfSharedName,
  shareOfName,
  spanOfQuestion,
} from '../distributions/index.ts'
import { findFigure, findPool } from '../pool/find-figure.ts'
import type { FilingReport, Stratification } from '../report.ts'
import type { DealFigure } from './deal-figure.ts'
import { groupsOfPool, tablesOfAll, tablesOverGroups } from './pool-tables.ts'
import { fitsOfName } from './read-share.ts'
import { distributionOf } from './read-tail.ts'

type FigureOf = (figure: FigureRef) => number | null

/**
 * The ways in which a figure of a pool may have been computed from printed figures, each with a low and a high end, which are
 * one for a single figure. Who uses them takes the one that comes to the figure.
 */
export function formulasOfFigure(report: FilingReport, figure: DealFigure, figureOf: FigureOf): Ends[] {
  if (figure.kind === 'pool')
    return [...largestShares(report, figure.id, figureOf), ...poolFormulas(report, figure.id, figureOf)]
  const tables = tablesOfAll(report, figure.dimension, null)
  const ways = tables.flatMap(table => formulasOfTable(report, table, figure, figureOf))
  const [first, ...others] = ways
  if (first === undefined) return overGroups(report, figure, figureOf)
  return others.length > 0 ? [...ways, allAllow(ways)] : ways
}

/** A figure of a dimension, which tables give. */
type TableFigure = Exclude<DealFigure, { kind: 'pool' }>

const formulasOfTable = (
  report: FilingReport,
  table: Stratification,
  figure: TableFigure,
  figureOf: FigureOf,
): Ends[] =>
  figure.kind === 'share' ? shareFormulas(report, table, figure, figureOf) : tailFormulas(table, figure)

/** What several tables of the same loans give is what all of them allow. */
const allAllow = (ways: readonly Ends[]): Ends => ({
  low: { most: ways.map(({ low }) => low) },
  high: { least: ways.map(({ high }) => high) },
})

/** Over the loan groups that make up the pool: what the tables of each allow, by what the group weighs. */
function overGroups(report: FilingReport, figure: TableFigure, figureOf: FigureOf): Ends[] {
  const groups = tablesOverGroups(report).get(figure.dimension)
  if (!groups) return []
  const own = groups.map(({ loanGroup }) => {
    const ends = tablesOfAll(report, figure.dimension, loanGroup).flatMap(
      table => boundOfTable(report, table, figure, figureOf) ?? [],
    )
    return ends.length > 1 ? allAllow(ends) : (ends[0] ?? null)
  })
  const context = { tables: report.stratifications, figureOf }
  const ends = addEndsOverGroups(groups, own, 'balancePct', context)
  return ends ? [ends] : []
}

/** What one table allows: of a tail the first of its ways, of a share the last. */
function boundOfTable(
  report: FilingReport,
  table: Stratification,
  figure: TableFigure,
  figureOf: FigureOf,
): Ends | undefined {
  const ways = formulasOfTable(report, table, figure, figureOf)
  return figure.kind === 'tail' ? ways[0] : ways.at(-1)
}

const one = (formula: Formula): Ends => ({ low: formula, high: formula })

function tailFormulas(table: Stratification, { side, at }: Extract<DealFigure, { kind: 'tail' }>): Ends[] {
  const read = distributionOf(table)
  if ('reason' in read) return []
  const ends = formulasOfAnswer(table, read.distribution, spanOfQuestion({ side, at })).balancePct
  return ends ? [ends, one({ product: [{ number: 0.5 }, { sum: [ends.low, ends.high] }] })] : []
}

function shareFormulas(
  { stratifications, checks }: FilingReport,
  table: Stratification,
  { name }: Extract<DealFigure, { kind: 'share' }>,
  figureOf: FigureOf,
): Ends[] {
  const failing = failingTables(checks)
  const fits = fitsOfName(table, name)
  const found = shareOfName({ table, tables: stratifications, failing }, fits, 'balancePct')
  if (found === null) return []
  const source = { table, tables: stratifications, amount: 'balancePct', figureOf } as const
  const ends = formulasOfSharedName(source, found)
  const { certain, possible } = found
  const isOne = certain.buckets.length > 0 && possible === null
  const single = isOne ? figuresOfName(source, certain.buckets).map(one) : []
  return [...single, ...(ends ? [ends] : [])]
}

/** The largest state's share, as its row bounds it. */
function largestShares(report: FilingReport, id: string, figureOf: FigureOf): Ends[] {
  const code = id === 'largest-state' ? findFigure(findPool(report.pool, null), id)?.code : undefined
  if (code === undefined) return []
  const figure = { kind: 'share', dimension: 'state', name: code } as const
  return tablesOfAll(report, 'state', null).flatMap(table => shareFormulas(report, table, figure, figureOf))
}

/** A figure that a check holds against another, a mean of rows, a sum of them, or a sum over another. */
function poolFormulas(report: FilingReport, id: string, figureOf: FigureOf): Ends[] {
  const figure = findFigure(findPool(report.pool, null), id)
  if (figure === undefined) return []
  const { check: tied, statistic, at } = figure
  const check = report.checks.find(
    one => one.code === tied?.code && (statistic === null || one.statistic === statistic),
  )
  const checked = check ? formulaOf(check, report, figureOf) : null
  const ofCheck: Ends[] =
    checked === null
      ? []
      : [
          one(checked.expected),
          'found' in checked ? one(checked.found) : { low: checked.bounds[0], high: checked.bounds[1] },
        ]
  const stated: Formula[] = statistic === null ? [] : [{ figure: { statistic } }]
  const ofTotal = report.stratifications.flatMap(({ id, total }) =>
    Object.entries(total?.places ?? {}).flatMap(([measure, place]): Formula[] =>
      place.line === at?.line && place.start === at.start
        ? [{ figure: { table: id, row: 'total', measure } }]
        : [],
    ),
  )
  const totals = (measure: string): Formula[] =>
    report.stratifications.flatMap((table): Formula[] => [
      ...(table.total?.values[measure] == null
        ? []
        : [{ figure: { table: table.id, row: 'total', measure } } as const]),
      sumOfCells(table, measure),
    ])
  const means = report.stratifications.flatMap(table =>
    table.columns.flatMap(({ measure }) =>
      measure === null ? [] : weights.flatMap(weight => meansOfRows(table, measure, weight)),
    ),
  )
  const ofState = figure.code === undefined ? [] : rowsOfState(report, figure.code, figureOf)
  const [balance] = totals('balanceCents')
  const [loans] = totals('loanCount')
  return [
    ...[...stated, ...ofTotal, ...ofState].map(one),
    ...ofCheck,
    ...means.map(one),
    ...[...totals('balanceCents'), ...totals('loanCount')].map(one),
    ...(balance && loans ? [one({ quotient: [balance, loans] })] : []),
    ...sumsOverGroups(report, figureOf).map(one),
    ...exactMeans(report.stratifications).map(one),
  ]
}

/** What the balances or loans of the loan groups come to that make up the pool, and the average of both. */
function sumsOverGroups(report: FilingReport, figureOf: FigureOf): Formula[] {
  const context = { tables: report.stratifications, figureOf }
  return groupsOfPool(report).flatMap((way): Formula[] => {
    const balance: Formula = {
      sum: way.map(group => formulaOfWeight(group, group.balance, 'balanceCents', context)),
    }
    const known = way.flatMap(({ loanGroup, balance: of, loans }) =>
      loans ? [formulaOfWeight({ loanGroup, balance: of, loans }, loans, 'loanCount', context)] : [],
    )
    if (known.length < way.length) return [balance]
    const loans: Formula = { sum: known }
    return [balance, loans, { quotient: [balance, loans] }]
  })
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

/** The way that comes to a bound, or the single figure where both ends are one; null where none does. */
export function findWay(
  ways: readonly Ends[],
  { low, high }: { low: number; high: number },
  figureOf: FigureOf,
): Ends | null {
  const gives = (formula: Formula, wanted: number) => {
    const value = evaluate(formula, figureOf)
    return value !== null && Math.abs(value - wanted) <= 1e-8 * Math.max(1, Math.abs(wanted))
  }
  return ways.find(way => gives(way.low, low) && gives(way.high, high)) ?? null
}

/** The shares of a state in the tables that print it. */
function rowsOfState({ stratifications }: FilingReport, code: string, figureOf: FigureOf): Formula[] {
  return stratifications.flatMap(table => {
    const row = table.dimension === 'state' ? table.buckets.findIndex(bucket => bucket.code === code) : -1
    const source = { table, tables: stratifications, amount: 'balancePct', figureOf } as const
    return row < 0 ? [] : [...figuresOfName(source, [row])].reverse()
  })
}
