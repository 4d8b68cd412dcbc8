import { overTimeHref } from '@/lib/addresses/over-time-address.ts'
import { filingHref } from '@/lib/addresses/place-address.ts'
import { formatCount, formatMonth } from '@/lib/format/index.ts'
import { byDate, type DealRecord } from '@/lib/library/index.ts'

/** More months than these are chosen on the page over time, and by the filings beside it. */
const mostMonths = 13

/** Of a deal whose loans are there for several months: which month the page shows, the way to the others, and to all over time. */
export function PeriodSwitch({ deal, shown }: { deal: DealRecord; shown: string }) {
  const months = byDate(deal.filings).filter(({ period }) => period !== null)
  const at = months.findIndex(({ sha256 }) => sha256 === shown)
  if (months.length < 2) return null
  const first = Math.max(0, Math.min(months.length - mostMonths, at - Math.floor(mostMonths / 2)))
  const listed = months.slice(first, first + mostMonths)
  return (
    <nav className="filing-periods" aria-label="Month of the loans">
      <span>Loans of</span>
      {first > 0 && <span>…</span>}
      {listed.map(({ sha256, period }) => (
        <a key={sha256} href={filingHref(deal, sha256)} aria-current={sha256 === shown ? 'page' : undefined}>
          {formatMonth(period ?? '')}
        </a>
      ))}
      {first + mostMonths < months.length && <span>…</span>}
      <a href={overTimeHref(deal.slug)} className="filings-changes">
        All {formatCount(months.length)} over time
      </a>
    </nav>
  )
}
