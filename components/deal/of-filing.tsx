import { changesHref } from '@/lib/addresses/changes-address.ts'
import { filingHref } from '@/lib/addresses/place-address.ts'
import { byDate, type DealRecord, nameFiling } from '@/lib/library/index.ts'
import type { Stratification } from '@/lib/report.ts'

/** The ids of the tables of a deal's filings, by SHA-256; empty where the deal has one filing alone. */
export type TablesOfFilings = ReadonlyMap<string, readonly string[]>

type Props = { deal: DealRecord; shown: string; table: Stratification; tables: TablesOfFilings }

/** More filings than this are listed above the tables alone. */
const mostNamed = 3

/** Of a deal with several filings: which of them a table is from, and the way to the same table in the others. */
export function OfFiling({ deal, shown, table, tables }: Props) {
  const own = deal.filings.find(({ sha256 }) => sha256 === shown)
  if (!own || deal.filings.length < 2) return null
  const others = byDate(deal.filings).filter(
    ({ sha256 }) => sha256 !== shown && tables.get(sha256)?.includes(table.id),
  )
  return (
    <p className="of-filing">
      From the {nameFiling(own, deal)}.
      {others.slice(0, mostNamed).map(filing => (
        <span key={filing.sha256}>
          {' '}
          <a href={`${filingHref(deal, filing.sha256)}#${table.id}`}>In the {nameFiling(filing, deal)}</a>
          {', '}
          <a href={`${hrefOfChanges(deal, shown, filing.sha256)}#${table.id}`}>
            what changed<span className="sr-only"> in {table.title}</span>
          </a>
          .
        </span>
      ))}
    </p>
  )
}

/** Address of what changed between two filings, from the earlier to the later. */
function hrefOfChanges(deal: DealRecord, one: string, other: string): string {
  const order = byDate(deal.filings).map(({ sha256 }) => sha256)
  return order.indexOf(one) < order.indexOf(other)
    ? changesHref(deal.slug, one, other)
    : changesHref(deal.slug, other, one)
}
