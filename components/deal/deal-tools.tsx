import { formatCount } from '@/lib/format/index.ts'
import type { DealRecord } from '@/lib/library/index.ts'
import './deal-tools.css'

/** What can be changed of a deal: plain forms in a plain disclosure, so they work without scripts. */
export function DealTools({ deal }: { deal: DealRecord }) {
  const { slug, filings } = deal
  return (
    <details className="menu tools" name="menu">
      <summary className="button">Edit</summary>
      <div className="menu-list">
        <form action="/api/bin" method="post">
          <input type="hidden" name="deals" value={slug} />
          <button type="submit" className="button">
            {filings.length === 1
              ? 'Delete this deal'
              : `Delete this deal and its ${formatCount(filings.length)} filings`}
          </button>
        </form>
      </div>
    </details>
  )
}
