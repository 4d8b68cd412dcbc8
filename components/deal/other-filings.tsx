import { listHref, sourceHref } from '@/lib/evidence/place-address.ts'
import { formatCount, formatDate } from '@/lib/format/index.ts'
import type { DealRecord, FilingSummary } from '@/lib/library/index.ts'

/** More filings than this are on pages of their own. */
const mostShown = 40

/** The deal's other filings, when it has some: what they hold, and the way to read them. */
export function OtherFilings({ deal, shown }: { deal: DealRecord; shown: string }) {
  const others = deal.filings.filter(({ sha256 }) => sha256 !== shown)
  if (others.length === 0) return null
  return (
    <details className="other-filings">
      <summary>
        {others.length === 1 ? 'One more filing' : `${formatCount(others.length)} more filings`} of this deal.
        Shown here: {deal.filings.filter(({ sha256 }) => sha256 === shown).map(nameFiling)}
      </summary>
      <FilingList slug={deal.slug} filings={others.slice(0, mostShown)} />
      {others.length > mostShown && (
        <p className="show-all">
          <a href={listHref(deal.slug, 'filings')}>Show all {formatCount(deal.filings.length)} filings</a>
        </p>
      )}
    </details>
  )
}

/** Filings with what they hold, each the way to its lines. */
export function FilingList({ slug, filings }: { slug: string; filings: FilingSummary[] }) {
  return (
    <ul>
      {filings.map(filing => (
        <li key={filing.sha256}>
          <a href={sourceHref(slug, filing.sha256)}>{nameFiling(filing)}</a>, {sayTables(filing)}
        </li>
      ))}
    </ul>
  )
}

function nameFiling({ formType, signedOn, name }: FilingSummary): string {
  if (!formType) return name
  return signedOn ? `${formType} signed ${formatDate(signedOn)}` : `${formType}, ${name}`
}

function sayTables({ stratifications }: FilingSummary): string {
  if (stratifications === 0) return 'without tables'
  return stratifications === 1 ? 'one table' : `${stratifications} tables`
}
