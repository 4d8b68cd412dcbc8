import { sumRows } from '../charts/sum-rows.ts'
import type { Bucket, FilingReport, Stratification } from '../report.ts'
import type { DealSummary, ShareOfRange, ShareOfState } from './deal-summary.ts'

type TinySeries = Pick<DealSummary, 'largestState' | 'ltv' | 'rate' | 'states'>

/** More rows than this are added up to fewer: a list shows fifty deals, and their shapes are as wide as a word. */
const mostRows = 100
/** States, territories and what else a table of them prints; more rows are of no such table. */
const mostStates = 70

/** The three shapes that a row of the library draws, from the tables of the whole pool; null where there is no table. */
export function tinySeries(report: FilingReport): TinySeries {
  const states = sharesOfStates(tableOf(report, 'state'))
  return {
    ltv: sharesOfRanges(withFewRows(tableOf(report, 'original-ltv'))),
    rate: sharesOfRanges(withFewRows(tableOf(report, 'mortgage-rate'))),
    states,
    largestState: states?.reduce((largest, state) => (state.pct > largest.pct ? state : largest)) ?? null,
  }
}

function tableOf(report: FilingReport, dimension: string): Stratification | undefined {
  return report.stratifications.find(table => table.dimension === dimension && table.loanGroup === null)
}

/** The table itself, or one with the exact sums of its rows; none where they cannot be added up. */
function withFewRows(table: Stratification | undefined): Stratification | undefined {
  if (table === undefined || table.buckets.length <= mostRows) return table
  return sumRows(table).table ?? undefined
}

function sharesOfRanges(table: Stratification | undefined): ShareOfRange[] | null {
  const shares = (table?.buckets ?? []).flatMap(bucket => {
    const pct = shareOf(bucket, table)
    return bucket.range === null || pct === null
      ? []
      : [{ low: bucket.range.low, high: bucket.range.high, pct }]
  })
  return shares.length === 0 ? null : shares
}

function sharesOfStates(table: Stratification | undefined): ShareOfState[] | null {
  const shares = (table?.buckets ?? []).flatMap(bucket => {
    const pct = shareOf(bucket, table)
    return bucket.code === null || bucket.code === 'other' || pct === null ? [] : [{ code: bucket.code, pct }]
  })
  return shares.length === 0 || shares.length > mostStates ? null : shares
}

/** The printed percent of the pool, else the balance over the total. */
export function shareOf(bucket: Bucket, table: Stratification | undefined): number | null {
  const printed = bucket.values.balancePct ?? null
  if (printed !== null) return printed
  const balance = bucket.values.balanceCents ?? null
  const total = table?.total?.values.balanceCents ?? null
  return balance === null || total === null || total === 0 ? null : (100 * balance) / total
}
