import { findAgreement } from '../checks/interval.ts'
import { type PoolAverage, type TableAverage, witnessesOf } from '../checks/pool-averages.ts'
import { averageRows } from '../checks/rows-average.ts'
import { largest } from '../extremes.ts'
import type { PoolFigure, Stratification } from '../report.ts'
import { recomputeStatistic, showsNetRates, tablesOfGroup } from '../statistics/index.ts'
import { type AveragedKind, averagedKinds } from './averaged-kinds.ts'
import { mayLack } from './may-lack.ts'
import { newFigure } from './new-figure.ts'
import { averagesOf, checksOf, type PoolInput, statedOf } from './pool-input.ts'
import { roundAverage as round, widenAverage } from './round-average.ts'
import { briefCheck, othersStated, preferTied, splitsWholeGroup } from './total-figures.ts'

/** What the tables give for an average: one figure, or what they allow. */
type Given = {
  value: number | null
  bounds: [number, number] | null
  from: 'rows' | 'row-averages'
  decimals: number
  table: Stratification
}

/** From the table that splits the loans by the figure itself: exact rows give it, ranges bound it. */
function fromOwnRows(input: PoolInput, loanGroup: string | null, { kind }: AveragedKind): Given | null {
  const subject = { id: kind.id, loanGroup, table: null }
  const { value, bounds, table } = recomputeStatistic(subject, input.stratifications)
  if (!table || !splitsWholeGroup(input, table) || (value === null && bounds === null)) return null
  const decimals = largest(table.buckets.map(({ range }) => decimalsOf(range?.low ?? 0)))
  return { value, bounds, from: 'rows', decimals, table }
}

/** > 6.875 has 3 */
function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0
  return String(round(value)).split('.')[1]?.length ?? 0
}

/** Where a note calls the rates of a table net of fees, nothing says of which kind those in other columns are. */
function isOfKind({ pool }: PoolAverage, id: string): boolean {
  return id !== 'wac' || !pool.some(showsNetRates)
}

/**
 * From the averages that rows print, where all tables that print them agree, as near to those of the most precise table as
 * the others allow. Weighed by the balance where words or figures show that they are, none where these show another weight;
 * else the average lies between the lowest and the highest row.
 */
function fromRowAverages(
  input: PoolInput,
  loanGroup: string | null,
  { id, kind }: AveragedKind,
): Given | null {
  if (!kind.measure) return null
  const known = averagesOf(input, kind.measure, loanGroup).filter(
    average =>
      average.pool.some(table => splitsWholeGroup(input, table)) &&
      isOfKind(average, id) &&
      (average.reading === 'balance' || average.reading === 'any'),
  )
  const [only] = known
  if (!only || known.length > 1) return null
  const witnesses = witnessesOf(only)
  const tables = only.tables.filter(({ table }) => splitsWholeGroup(input, table))
  const [first] = tables
  if (!first || findAgreement(witnesses).outside.length > 0) return null
  const best = tables.reduce((a, b) => (b.high - b.low < a.high - a.low ? b : a), first)
  if (mayLack(tablesOfGroup(input.stratifications, loanGroup), kind.measure)) return betweenRows(first)
  const low = witnesses.reduce((most, one) => Math.max(most, one.low), best.low)
  const high = witnesses.reduce((least, one) => Math.min(least, one.high), best.high)
  return {
    value: only.isWeightShown && best.mean !== null ? Math.min(Math.max(best.mean, low), high) : null,
    bounds: [low, high],
    from: 'row-averages',
    decimals: best.column.decimals,
    table: best.table,
  }
}

/** All that rows allow where nothing tells how much of each has the figure: between the lowest and the highest of them. */
function betweenRows(own: TableAverage): Given | null {
  const rows = averageRows(own, { weight: null, lacking: 1 })
  const given = {
    value: null,
    from: 'row-averages' as const,
    decimals: own.column.decimals,
    table: own.table,
  }
  return rows && { ...given, bounds: [rows.low, rows.high] }
}

/** One average of a loan group: as stated, beside what exact rows give, else rows' averages, else what ranges allow. */
function averageFigure(input: PoolInput, loanGroup: string | null, kind: AveragedKind): PoolFigure | null {
  const [words, ...others] = preferTied(input, statedOf(input, kind.kind.id, loanGroup))
  const given = [fromOwnRows(input, loanGroup, kind), fromRowAverages(input, loanGroup, kind)].filter(
    one => one !== null,
  )
  const exact = given.find(({ value }) => value !== null) ?? null
  const best = exact ?? narrowest(given)
  const computed = exact?.value ?? null
  return newFigure({
    id: kind.id,
    unit: kind.kind.unit,
    decimals: words?.decimals ?? best?.decimals ?? 0,
    stated: words?.stated ?? null,
    computed: computed === null ? null : round(computed),
    from: exact?.from ?? null,
    bounds: best?.bounds ? widenAverage(best.bounds) : null,
    stratification: best?.table.id ?? words?.stratification ?? null,
    statistic: words?.key ?? null,
    check: words ? briefCheck(checksOf(input, words)[0]) : null,
    others: [
      ...othersStated(others),
      ...given.flatMap(({ value, decimals, table }) =>
        value === null || value === computed
          ? []
          : [
              {
                value: round(value),
                decimals,
                kind: 'computed' as const,
                stratification: table.id,
                at: null,
              },
            ],
      ),
    ],
    at: words?.at ?? null,
  })
}

function narrowest(given: readonly Given[]): Given | null {
  const width = ({ bounds }: Given) => (bounds ? bounds[1] - bounds[0] : Number.POSITIVE_INFINITY)
  return given.reduce<Given | null>((best, one) => (best && width(best) <= width(one) ? best : one), null)
}

/** The weighted averages of a loan group, as far as they are known, in the order they are shown. */
export function averageFigures(input: PoolInput, loanGroup: string | null): PoolFigure[] {
  return averagedKinds.map(kind => averageFigure(input, loanGroup, kind)).filter(figure => figure !== null)
}
