import { sourceHref } from '@/lib/addresses/place-address.ts'
import { findingWords, findRegistrantFindings } from '@/lib/cover/registrant-findings.ts'
import type { LoadedPool } from '@/lib/library/index.ts'

/** What the filings of one registrant give of it in several ways, each with the place that prints it. */
export function RegistrantNotes({ pools }: { pools: readonly LoadedPool[] }) {
  const filings = pools.filter(
    ({ record }, order) => pools.findIndex(other => other.record.chosen === record.chosen) === order,
  )
  const findings = findRegistrantFindings(filings)
  if (findings.length === 0) return null
  return (
    <section className="compare-findings" aria-labelledby="compare-findings">
      <h2 id="compare-findings">One registrant, several answers</h2>
      <ul>
        {findings.map(({ field, registrant, values }) => (
          <li key={`${registrant} ${field}`}>
            {registrant} has different {findingWords[field]} in these filings:{' '}
            {values.map(({ value, filings: orders, at }, order) => {
              const first = filings[orders[0] ?? 0]?.record
              const names = orders.map(one => filings[one]?.record.name).join(', ')
              return (
                <span key={value}>
                  {order > 0 && '; '}
                  {first ? <a href={sourceHref(first.slug, first.chosen, at)}>{value}</a> : value} in {names}
                </span>
              )
            })}
            .
          </li>
        ))}
      </ul>
    </section>
  )
}
