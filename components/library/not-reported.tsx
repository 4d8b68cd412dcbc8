import { formatCount } from '@/lib/format/index.ts'
import type { FoundDeals } from '@/lib/library/deal-summary.ts'
import { hrefOf, type View } from './view.ts'

/** That some deals do not report what is asked, and the way to them, where they are not listed. */
export function NotReported({ view, found: { counts } }: { view: View; found: FoundDeals }) {
  const listed = view.match ?? 'certain,possible'
  if (counts.unknown === 0 || listed.includes('unknown')) return null
  return (
    <p className="not-reported">
      {formatCount(counts.unknown)} more {counts.unknown === 1 ? 'does' : 'do'} not report it.{' '}
      <a href={hrefOf(view, { match: `${listed},unknown` })} data-soft>
        List {counts.unknown === 1 ? 'it' : 'them'} too
      </a>
    </p>
  )
}
