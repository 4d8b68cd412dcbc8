import { ShareLink } from '@/components/access/share-link.tsx'
import { HatchOfIntervals } from '@/components/ask/interval-bar.tsx'
import { type Export, ExportMenu } from '@/components/sharing/export-menu.tsx'
import { PageHead } from '@/components/sharing/page-head.tsx'
import { PrintHead } from '@/components/sharing/print-head.tsx'
import type { Dimension } from '@/lib/dimensions/index.ts'
import { hasRanges, printedDimensions } from '@/lib/distributions/index.ts'
import { AddDeal, type Candidates } from './add-deal.tsx'
import { AllDimensions, sayFurthest } from './all-dimensions.tsx'
import { type ComparisonContext, changedHref } from './compare-context.ts'
import { compareAllInSmall } from './compare-in-small.ts'
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
  /** True where people sign in, and whoever asks may make links. */
  mayShare: boolean
}

/** Deals side by side: what they are known by, then each dimension that at least two of them print. */
export function CompareView({ context, dimension, problems, candidates, mayShare }: Props) {
  const { pools } = context
  const printed = printedDimensions(pools)
  const small = dimension ? [] : compareAllInSmall(context, printed)
  const furthest = context.measure === 'balancePct' ? sayFurthest(context, small) : null
  const isShared = printed.some(one => one.pools.length > 1)
  return (
    <main id="main" tabIndex={-1} className="deal ask compare">
      <PrintHead
        name={titleOf(context)}
        url={changedHref(context, dimension ? { dimension: dimension.id } : {})}
      />
      <div className="deal-top">
        <PageHead
          trail={[]}
          title={titleOf(context)}
          says={<p>{furthest ?? sayHow(context, dimension)}</p>}
          actions={
            pools.length > 1 && (
              <>
                <ExportMenu items={exportsOf(context, dimension)} />
                {mayShare && <ShareLink address={changedHref(context, {})} />}
              </>
            )
          }
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
            <AllDimensions context={context} printed={printed} shared={small} />
          )}
          {!isShared && (
            <p className="ask-impossible">No two of these pools print a table of the same kind.</p>
          )}
        </>
      )}
    </main>
  )
}

/** How pools are brought side by side, and where their figures are no more than intervals. */
function sayHow({ edges }: ComparisonContext, dimension: Dimension | null): string {
  if (dimension && !hasRanges(dimension.id))
    return 'Labels stand side by side by what they name; what a row may hold of a name is an interval.'
  if (edges === null || typeof edges === 'string')
    return edges === 'finer'
      ? 'Ranges are brought to every edge that one of the deals prints; where another does not, its figure is an interval.'
      : 'Ranges are brought to edges that every deal prints, where no row is cut; at other edges figures are intervals.'
  return 'Ranges are brought to the edges that were typed; where a row of a deal is cut, its figure is an interval.'
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
