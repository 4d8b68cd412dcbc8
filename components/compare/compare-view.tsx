import '../charts/charts.css'
import '../deal/deal.css'
import '../table/table.css'
import '../ask/ask.css'
import './compare.css'
import { HatchOfIntervals } from '@/components/ask/interval-bar.tsx'
import { CopyLink } from '@/components/sharing/copy-link.tsx'
import { Crumbs } from '@/components/shell/crumbs.tsx'
import type { Dimension } from '@/lib/dimensions/index.ts'
import { printedDimensions } from '@/lib/distributions/index.ts'
import { AddDeal, type Candidates } from './add-deal.tsx'
import { AllDimensions, sayFurthest } from './all-dimensions.tsx'
import { type ComparisonContext, changedHref } from './compare-context.ts'
import { CompareNav } from './compare-nav.tsx'
import { DealHeads } from './deal-heads.tsx'
import { LargeView } from './large-view.tsx'
import { RegistrantNotes } from './registrant-notes.tsx'

type Props = {
  context: ComparisonContext
  /** The one dimension that is looked at in large; null for all. */
  dimension: Dimension | null
  /** What is wrong with the address, as sentences. */
  problems: string[]
  /** Deals to add; null where no more can be. */
  candidates: Candidates | null
}

/** Deals side by side: what they are known by, then each dimension that at least two of them print. */
export function CompareView({ context, dimension, problems, candidates }: Props) {
  const { pools } = context
  const printed = printedDimensions(pools)
  const isAll = dimension === null && context.measure === 'balancePct'
  const furthest = isAll ? sayFurthest({ context, printed }) : null
  const isShared = printed.some(one => one.pools.length > 1)
  return (
    <main id="main" tabIndex={-1} className="deal ask compare">
      <div className="deal-top">
        <Crumbs trail={[]} />
        <div className="page-title">
          <div>
            <h1>{titleOf(context)}</h1>
            <p>
              {furthest ??
                'Ranges are brought to edges that every deal prints, so all figures are exact; at other edges they are intervals.'}
            </p>
          </div>
          <div className="page-actions">
            {dimension && pools.length > 1 && (
              <a className="button" href={changedHref(context, { dimension: dimension.id }, '/api/compare')}>
                JSON
              </a>
            )}
            <CopyLink className="button" />
          </div>
        </div>
      </div>
      <HatchOfIntervals pools={pools.length} />
      {problems.map(problem => (
        <p key={problem} role="alert" className="ask-problem compare-problem">
          {problem}
        </p>
      ))}
      {pools.length > 0 && <DealHeads context={context} />}
      {candidates && <AddDeal context={context} candidates={candidates} />}
      <RegistrantNotes pools={pools} />
      {pools.length > 1 && (
        <>
          <CompareNav context={context} printed={printed} dimension={dimension} />
          {dimension ? (
            <LargeView context={context} dimension={dimension} />
          ) : (
            <AllDimensions context={context} printed={printed} />
          )}
          {!isShared && (
            <p className="ask-impossible">No two of these pools print a table of the same kind.</p>
          )}
        </>
      )}
    </main>
  )
}

function titleOf({ pools }: ComparisonContext): string {
  const [first] = pools
  if (pools.length === 1 && first) return `Compare ${first.name} with…`
  return pools.length > 1 ? `Compare ${pools.length} deals` : 'Compare deals'
}
