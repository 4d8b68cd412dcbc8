import { type Export, ExportMenu } from '@/components/sharing/export-menu.tsx'
import '../charts/charts.css'
import '../deal/deal.css'
import '../table/table.css'
import '../ask/ask.css'
import './compare.css'
import { HatchOfIntervals } from '@/components/ask/interval-bar.tsx'
import { PageHead } from '@/components/sharing/page-head.tsx'
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
        <PageHead
          trail={[]}
          title={titleOf(context)}
          says={
            <p>
              {furthest ??
                'Ranges are brought to edges that every deal prints, so all figures are exact; at other edges they are intervals.'}
            </p>
          }
          actions={pools.length > 1 && <ExportMenu items={exportsOf(context, dimension)} />}
        />
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

/** All that is compared, and of one dimension what is shown. */
function exportsOf(context: ComparisonContext, dimension: Dimension | null): Export[] {
  const hrefOf = (form: string) =>
    changedHref(context, dimension ? { dimension: dimension.id } : {}, `/api/compare${form}`)
  return [
    { long: changedHref(context, {}, '/api/compare.xlsx'), name: 'Workbook with formulas (XLSX)' },
    ...(dimension
      ? [
          { file: hrefOf('.csv'), name: `${dimension.name} (CSV)` },
          { file: hrefOf(''), name: `${dimension.name} (JSON)` },
          { chart: hrefOf('.svg'), name: 'Chart' },
        ]
      : [{ none: 'Open one dimension for its chart, CSV and JSON' }]),
  ]
}

function titleOf({ pools }: ComparisonContext): string {
  const [first] = pools
  if (pools.length === 1 && first) return `Compare ${first.name} with…`
  return pools.length > 1 ? `Compare ${pools.length} deals` : 'Compare deals'
}
