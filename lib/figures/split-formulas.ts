import {
  type Ends,
  failingTables,
  figuresOfName,
  formulasOfAnswer,
  formulasOfSharedName,
  shareOfName,
  spanOfQuestion,
} from '../distributions/index.ts'
import type { FilingReport, Stratification } from '../report.ts'
import type { SplitFigure } from './deal-figure.ts'
import { type FigureOf, single } from './find-way.ts'
import { tablesOfAll } from './pool-tables.ts'
import { fitsOfName } from './read-share.ts'
import { distributionOf } from './read-tail.ts'

/** The ways in which tables of a loan group, null the whole pool, may give a share or a tail. */
export function splitFormulas(
  report: FilingReport,
  figure: SplitFigure,
  loanGroup: string | null,
  figureOf: FigureOf,
): Ends[] {
  const ways = tablesOfAll(report, figure.dimension, loanGroup).flatMap(table =>
    figure.kind === 'share' ? shareFormulas(report, table, figure, figureOf) : tailFormulas(table, figure),
  )
  const [first, ...others] = ways
  const isSeveral = first !== undefined && others.length > 0
  // What several tables of the same loans give is what all of them allow.
  const all: Ends[] = isSeveral
    ? [{ low: { most: ways.map(({ low }) => low) }, high: { least: ways.map(({ high }) => high) } }]
    : []
  return [...ways, ...all]
}

function tailFormulas(table: Stratification, { side, at }: Extract<SplitFigure, { kind: 'tail' }>): Ends[] {
  const read = distributionOf(table)
  if ('reason' in read) return []
  const ends = formulasOfAnswer(table, read.distribution, spanOfQuestion({ side, at })).balancePct
  return ends ? [ends, single({ product: [{ number: 0.5 }, { sum: [ends.low, ends.high] }] })] : []
}

function shareFormulas(
  { stratifications, checks }: FilingReport,
  table: Stratification,
  { name }: Extract<SplitFigure, { kind: 'share' }>,
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
  const ofOne = isOne ? figuresOfName(source, certain.buckets).map(single) : []
  return [...ofOne, ...(ends ? [ends] : [])]
}
