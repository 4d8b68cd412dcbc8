import { formatCount, formatDecimal } from '@/lib/format/index.ts'
import type { Totals } from '@/lib/library/deal-summary.ts'

/**
 * What the deals add up to, in a line; filings without a pool table are apart.
 *
 * > 11 deals, $4.77 billion, 16,478 loans · 13 other filings
 */
export function describeTotals({ deals, withoutTables, poolBalanceCents, loanCount }: Totals): string {
  const withTables = deals - withoutTables
  const parts = [
    (withTables > 0 || withoutTables === 0) && count(withTables, 'deal'),
    poolBalanceCents > 0 && describeDollars(poolBalanceCents / 100),
    loanCount > 0 && count(loanCount, 'loan'),
  ].filter(Boolean)
  const others =
    withoutTables > 0 &&
    `${formatCount(withoutTables)} ${withTables > 0 ? 'other ' : ''}filing${
      withoutTables === 1 ? '' : 's'
    }${withTables > 0 ? '' : ' without pool tables'}`
  return [parts.join(', '), others].filter(Boolean).join(' · ')
}

function count(number: number, thing: string): string {
  return `${formatCount(number)} ${thing}${number === 1 ? '' : 's'}`
}

/** Three figures and a word; below a million in whole dollars. */
function describeDollars(dollars: number): string {
  if (dollars >= 999.5e9) return `$${threeFigures(dollars / 1e12)} trillion`
  if (dollars >= 999.5e6) return `$${threeFigures(dollars / 1e9)} billion`
  if (dollars >= 999_500) return `$${threeFigures(dollars / 1e6)} million`
  return `$${formatDecimal(dollars, 0)}`
}

function threeFigures(value: number): string {
  if (value >= 99.95) return formatDecimal(value, 0)
  return formatDecimal(value, value >= 9.995 ? 1 : 2)
}
