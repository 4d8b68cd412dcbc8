import { holdsAllLoans } from '../checks/same-pool.ts'
import type { Bucket, Check, PoolFigure, Stratification } from '../report.ts'
import { tablesOfSplit } from '../statistics/index.ts'
import { newFigure } from './new-figure.ts'
import { type PoolInput, tableChecksOf } from './pool-input.ts'
import { briefCheck, splitsWholeGroup } from './total-figures.ts'

const isState = ({ code }: Bucket) => code !== null && code !== 'other'

/** The table that splits a loan group by state; a list of the largest alone, without all loans, is none. */
export function stateTable(input: PoolInput, loanGroup: string | null): Stratification | null {
  const tables = tablesOfSplit(input.stratifications, { dimension: 'state', loanGroup })
  return tables.find(table => table.buckets.some(isState) && splitsWholeGroup(input, table)) ?? null
}

/**
 * The state with the largest share of a loan group's balance: as printed, and as its balance over that of all states. A
 * residual row ("Other") is of several states, each of which has less than any that is named.
 */
export function largestState(input: PoolInput, loanGroup: string | null): PoolFigure | null {
  const table = stateTable(input, loanGroup)
  if (!table) return null
  const balanceOf = ({ values }: Bucket) => values.balanceCents ?? null
  const shareOf = ({ values }: Bucket) => values.balancePct ?? null
  const measureOf = table.buckets.every(bucket => balanceOf(bucket) !== null) ? balanceOf : shareOf
  const states = table.buckets.filter(bucket => isState(bucket) && measureOf(bucket) !== null)
  const [first] = states
  if (!first) return null
  const largest = states.reduce((a, b) => ((measureOf(b) ?? 0) > (measureOf(a) ?? 0) ? b : a), first)
  const total = table.total?.values.balanceCents ?? null
  const balance = balanceOf(largest)
  const computed =
    balance !== null && total && holdsAllLoans(table) ? Number(((100 * balance) / total).toFixed(6)) : null
  const column = table.columns.find(({ measure }) => measure === 'balancePct')
  const decimals = column?.decimals ?? 2
  const stated = shareOf(largest)
  const at = largest.places.balancePct ?? largest.at
  const check = failingShare(input, table, largest)
  // The balances come to their total: a share that they deny is a misprint.
  const isDenied = check !== null && computed !== null
  return newFigure({
    id: 'largest-state',
    unit: 'percent',
    decimals,
    stated: isDenied ? null : stated,
    computed,
    from: computed === null ? null : 'quotient',
    code: largest.code ?? '',
    stratification: table.id,
    check: briefCheck(check),
    others:
      isDenied && stated !== null
        ? [{ value: stated, decimals, kind: 'stated', stratification: table.id, at }]
        : [],
    at,
  })
}

/** The check that denies the share that a row prints of the balance. */
function failingShare(input: PoolInput, table: Stratification, row: Bucket): Check | null {
  const order = table.buckets.indexOf(row)
  const isOfShare = ({ bucket, measure, outcome }: Check) =>
    bucket === order && measure === 'balancePct' && outcome === 'fail'
  return tableChecksOf(input, table.id).find(isOfShare) ?? null
}
