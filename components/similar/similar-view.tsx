import { HatchOfIntervals } from '@/components/ask/interval-bar.tsx'
import { PageHead } from '@/components/sharing/page-head.tsx'
import { PrintHead } from '@/components/sharing/print-head.tsx'
import { compareHref } from '@/lib/addresses/compare-address.ts'
import { formatCount } from '@/lib/format/index.ts'
import type { LoadedPool, SimilarPools } from '@/lib/library/index.ts'
import { SimilarRow } from './similar-row.tsx'

type Props = {
  pool: LoadedPool
  found: SimilarPools
  /** What is wrong with the address, as sentences. */
  problems: readonly string[]
}

/** The pools nearest to one, each with what makes it near or far; ticked, they are compared. */
export function SimilarView({ pool, found, problems }: Props) {
  const { record, name, ref } = pool
  const { pools, dimensions } = found
  return (
    <main id="main" tabIndex={-1} className="deal ask similar">
      <PrintHead name={`Pools like ${name}`} url={addressOf(pool)} />
      <div className="deal-top">
        <PageHead
          trail={[{ name: record.name, href: record.url }]}
          title={`Pools like ${name}`}
          says={<p>{sayFound(found)}</p>}
          actions={
            <a className="button" href={`/api/deals/${record.slug}/similar`}>
              JSON
            </a>
          }
        />
      </div>
      <HatchOfIntervals />
      <section aria-label="The nearest pools">
        {problems.map(problem => (
          <p key={problem} role="alert" className="ask-problem">
            {problem}
          </p>
        ))}
        <Groups pool={pool} />
        <p className="ask-amounts">
          Points are differences in percent of balance: of ranges averaged over the edges that both print, of
          names the share that would have to change its name. Each dimension counts alike. What two pools do
          not both print is left out, never guessed.
        </p>
        {pools.length > 0 && (
          <form action="/compare" className="similar-form">
            <input type="hidden" name="deals" value={ref} />
            <section className="ask-scroll" tabIndex={0} aria-label="Pools, the nearest first">
              <table className="strat ask-rows similar-rows">
                <thead>
                  <tr>
                    <th scope="col">
                      <span className="sr-only">Tick</span>
                    </th>
                    <th scope="col">Deal</th>
                    <th scope="col">Apart, points</th>
                    <th scope="col">Dimensions compared</th>
                    <th scope="col" className="similar-why">
                      What makes it near or far
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {pools.map(one => (
                    <SimilarRow key={one.deal.slug} similar={one} dimensions={dimensions} to={ref} />
                  ))}
                </tbody>
              </table>
            </section>
            <p className="similar-actions">
              <button type="submit" className="button">
                Compare the ticked
              </button>
              <a href={compareHref({ deals: [ref, ...pools.slice(0, 2).map(({ deal }) => deal.slug)] })}>
                Compare the nearest
              </a>
              <a href={`/?near=${record.slug}`}>All deals, the nearest first</a>
            </p>
          </form>
        )}
      </section>
    </main>
  )
}

/** > The nearest 12 of 340 other deals with tables, by 9 dimensions. */
function sayFound({ pools, deals, measured, dimensions }: SimilarPools): string {
  if (dimensions === 0) return 'This pool prints no table that another could be held against.'
  if (deals === 0) return 'No other deal of the library has tables yet.'
  const by = `by ${formatCount(dimensions)} ${dimensions === 1 ? 'dimension' : 'dimensions'}`
  const all = `${formatCount(deals)} other ${deals === 1 ? 'deal' : 'deals'} with tables`
  if (measured >= deals) return `The nearest ${formatCount(pools.length)} of ${all}, ${by}.`
  return `The nearest ${formatCount(pools.length)} of ${all}, ${by}. The ${formatCount(measured)} with the nearest figures were measured table by table.`
}

const homeOf = (slug: string) => `/deals/${slug}/similar`

function addressOf({ record, groups, loanGroup }: LoadedPool): string {
  const chosen = groups.find(group => group.loanGroup === loanGroup)
  return chosen && loanGroup !== null ? `${homeOf(record.slug)}?group=${chosen.slug}` : homeOf(record.slug)
}

/** The loan groups of the deal, each the way to the pools that are like it. */
function Groups({ pool: { record, groups, loanGroup } }: { pool: LoadedPool }) {
  if (groups.length === 0) return null
  const home = homeOf(record.slug)
  return (
    <nav className="similar-groups" aria-label="Loan groups">
      {groups.map(group => (
        <a
          key={group.slug}
          href={group.loanGroup === null ? home : `${home}?group=${group.slug}`}
          aria-current={group.loanGroup === loanGroup ? 'true' : undefined}
        >
          {group.name}
        </a>
      ))}
    </nav>
  )
}
