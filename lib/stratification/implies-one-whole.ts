import { sumColumn } from './footing.ts'
import type { ReadTable } from './read-table.ts'

const PAIRS = [
  { share: 'balancePct', of: 'balanceCents' },
  { share: 'countPct', of: 'loanCount' },
] as const

/**
 * Do all rows of a table without total give the same pool, by their figure and its share?
 *
 * > Zip Code (Top 5)    Balance     % of Balance
 *   92503          2,331,631.19             1.22     a pool of 190.3 to 191.9 million
 *   90805          2,185,757.71             1.14     190.9 to 192.6
 *
 * Then they are the largest parts of it. Each share is known to half a unit of its last place.
 */
export function impliesOneWhole(table: ReadTable): boolean {
  return PAIRS.some(({ share, of }) => {
    const find = (id: string) => table.columns.findIndex(({ measure }) => measure?.id === id)
    return find(share) >= 0 && find(of) >= 0 && haveOneWhole(table, find(share), find(of))
  })
}

function haveOneWhole({ figures, rows }: ReadTable, share: number, of: number): boolean {
  const parts = sumColumn(figures, rows, of)
  const shares = sumColumn(figures, rows, share)
  if (parts === null || shares === null || rows.body.length < 2) return false
  let low = parts.sum / 10 ** parts.decimals
  let high = Number.POSITIVE_INFINITY
  for (const row of rows.body) {
    const part = figures[row]?.[of]
    const printed = figures[row]?.[share]
    if (!part || !printed || printed.digits <= 0) return false
    const value = part.digits / 10 ** part.decimals
    const half = 0.5 / 10 ** printed.decimals
    const pct = printed.digits / 10 ** printed.decimals
    low = Math.max(low, (100 * value) / (pct + half))
    high = Math.min(high, pct > half ? (100 * value) / (pct - half) : high)
  }
  return low <= high && shares.sum < 100 * 10 ** shares.decimals
}
