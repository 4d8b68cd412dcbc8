import type { LoadedDeal } from './loaded-deal.ts'
import '../deal/deal.css'
import '../table/table.css'
import '../ask/ask.css'
import './compare.css'
import { HatchOfIntervals } from '@/components/ask/interval-bar.tsx'
import { CopyLink } from '@/components/sharing/copy-link.tsx'
import { Crumbs } from '@/components/shell/crumbs.tsx'
import { type Dimension, dimensions, findDimension } from '@/lib/dimensions/index.ts'
import { type Amount, amounts, readEdges } from '@/lib/distributions/index.ts'
import { type CompareAddress, compareHref } from '@/lib/evidence/compare-address.ts'
import { ComparedDimension } from './compared-dimension.tsx'
import { DealHeads } from './deal-heads.tsx'

type Props = {
  deals: LoadedDeal[]
  /** Slugs of no deal. */
  unknown: string[]
  /** How many were asked for, where those are too many. */
  tooMany: number | null
  asked: Omit<CompareAddress, 'deals'>
}

const measureNames: Record<Amount, string> = {
  balancePct: '% of balance',
  balanceCents: 'Balance',
  loanCount: 'Loans',
  countPct: '% of loans',
}

/** Deals side by side: what they are known by, then each dimension that at least two of them print. */
export function CompareView({ deals, unknown, tooMany, asked }: Props) {
  const slugs = deals.map(({ record }) => record.slug)
  const hrefOf = (change: Partial<CompareAddress>) => compareHref({ deals: slugs, ...asked, ...change })
  const base = Math.max(0, slugs.indexOf(asked.base ?? ''))
  const measure = amounts.find(amount => amount === asked.measure) ?? 'balancePct'
  const shared = sharedDimensions(deals)
  const chosen = findDimension(asked.dimension ?? null)
  const shown = chosen ? [chosen] : shared
  const problem = problemOf(deals, unknown, tooMany, asked)
  return (
    <main id="main" tabIndex={-1} className="deal ask compare">
      <div className="deal-top">
        <Crumbs trail={[]} />
        <div className="page-title">
          <div>
            <h1>Compare {deals.length > 1 ? `${deals.length} deals` : 'deals'}</h1>
            <p>
              Ranges are brought to edges that every deal prints, so all figures are exact; at other edges
              they are intervals.
            </p>
          </div>
          <div className="page-actions">
            <CopyLink className="button" />
          </div>
        </div>
      </div>
      <HatchOfIntervals />
      {problem && (
        <p role="alert" className="ask-problem compare-problem">
          {problem}
        </p>
      )}
      {deals.length > 0 && <DealHeads deals={deals} base={base} hrefOf={hrefOf} slugs={slugs} />}
      {deals.length > 1 && (
        <>
          <nav className="compare-nav" aria-label="What is compared">
            <p>
              <span>Measure:</span>
              {amounts.map(amount => (
                <a
                  key={amount}
                  href={hrefOf({ measure: amount })}
                  aria-current={amount === measure ? 'true' : undefined}
                >
                  {measureNames[amount]}
                </a>
              ))}
            </p>
            <p>
              <span>Dimension:</span>
              <a
                href={hrefOf({ dimension: undefined, edges: undefined })}
                aria-current={chosen ? undefined : 'true'}
              >
                All
              </a>
              {shared.map(({ id, name }) => (
                <a
                  key={id}
                  href={hrefOf({ dimension: id, edges: undefined })}
                  aria-current={chosen?.id === id ? 'true' : undefined}
                >
                  {name}
                </a>
              ))}
            </p>
          </nav>
          {shown.map(dimension => (
            <ComparedDimension
              key={dimension.id}
              {...{ deals, dimension, measure, base }}
              measureName={measureNames[measure]}
              edges={chosen ? (asked.edges ?? null) : null}
              href={chosen ? null : hrefOf({ dimension: dimension.id })}
              address={{ deals: slugs, ...asked, dimension: dimension.id }}
            />
          ))}
          {shared.length === 0 && (
            <p className="ask-impossible">
              No two of these deals print a table of the same kind for their whole pool.
            </p>
          )}
        </>
      )}
    </main>
  )
}

/** Dimensions that at least two deals print for the whole pool, in the order in which the registry has them. */
function sharedDimensions(deals: readonly LoadedDeal[]): Dimension[] {
  const printing = (id: string) =>
    deals.filter(({ tables }) => tables.some(table => table.dimension === id && table.loanGroup === null))
      .length
  return dimensions.filter(({ id }) => printing(id) > 1)
}

function problemOf(
  deals: readonly LoadedDeal[],
  unknown: readonly string[],
  tooMany: number | null,
  { dimension, edges }: Omit<CompareAddress, 'deals'>,
): string | null {
  if (unknown.length > 0)
    return `No deal of the library has the address ${unknown.map(slug => `“${slug}”`).join(', ')}.`
  if (tooMany !== null)
    return `At most eight deals can be compared; the address names ${tooMany}. The first eight are shown.`
  if (deals.length < 2) return 'Tick two to eight deals in the library, then choose “Compare”.'
  const known = findDimension(dimension ?? null)
  if (dimension !== undefined && known === null) return `There is no dimension “${dimension}”.`
  if (edges && known && readEdges(edges, known.unit) === null)
    return `“${edges}” are no edges. Type figures with commas between them.`
  return null
}
