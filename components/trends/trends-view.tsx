import { Packed } from '@/components/packed/packed.tsx'
import { type Export, ExportMenu } from '@/components/sharing/export-menu.tsx'
import { PageHead } from '@/components/sharing/page-head.tsx'
import { PrintHead } from '@/components/sharing/print-head.tsx'
import { type TrendsAddress, trendsHref } from '@/lib/addresses/trends-address.ts'
import { type FigureFilter, figureKey, nameDealFigure } from '@/lib/figures/index.ts'
import { formatCount, formatShortMoney } from '@/lib/format/index.ts'
import type { TrendsProblem } from '@/lib/server/trends-query.ts'
import { type PeriodKind, sayChange, sayDates } from '@/lib/trends/index.ts'
import { TrendControls } from './trend-controls.tsx'
import { TrendKeys } from './trend-keys.tsx'
import { TrendLegend } from './trend-legend.tsx'
import { TrendSection } from './trend-section.tsx'
import { TrendHatches } from './trend-shape.tsx'
import { TrendShelves } from './trend-shelves.tsx'
import { type TrendMeasure, TrendTable } from './trend-table.tsx'

export type TrendsPage = {
  measures: (TrendMeasure & { ofShelves: TrendMeasure['trend'][] })[]
  /** The shelves that small charts are of. */
  shelves: { shelf: string; deals: number }[]
  /** All shelves that there is a choice of. */
  allShelves: { shelf: string; deals: number }[]
  by: PeriodKind
  withFailing: boolean
  address: TrendsAddress
  problems: readonly TrendsProblem[]
  /** The figures that the deals are narrowed by. */
  filters: readonly FigureFilter[]
  /** How many deals all this is of. */
  deals: number
}

/** How deals change over time: a chart for each measure, small ones for each shelf, and one table of all of it. */
export function TrendsView(page: TrendsPage) {
  const { measures, shelves, by, withFailing, address, problems, deals } = page
  const [first] = measures
  const periods = first?.trend.periods ?? []
  const dates = first && sayDates(first.trend)
  return (
    <Packed>
      <main id="main" tabIndex={-1} className="trends">
        <PrintHead name={titleOf(page)} url={trendsHref(address)} />
        <div className="trend-top">
          <PageHead
            trail={[]}
            title={titleOf(page)}
            says={<p>{summaryOf(page)}</p>}
            actions={
              measures.length > 0 && <ExportMenu items={measures.flatMap(one => exportsOf(page, one))} />
            }
          />
          <TrendControls
            figures={measures.map(({ figure }) => figure)}
            filters={page.filters}
            shelves={page.allShelves}
            {...{ by, withFailing, address, problems }}
          />
        </div>
        <TrendHatches />
        <TrendKeys />
        {deals === 0 ? (
          <p className="trend-nothing">
            No deal of the library is found so. Choose another shelf or other words, or{' '}
            <a href="/#add">add filings</a>.
          </p>
        ) : (
          <>
            <TrendLegend by={by} />
            {measures.map(measure => {
              const { figure, trend } = measure
              return (
                <TrendSection
                  key={figureKey(figure)}
                  {...{ figure, trend, by }}
                  exports={exportsOf(page, measure)}
                  dataHref={hrefOf(page, measure, '')}
                />
              )
            })}
            <p className="trend-note">
              Below each chart is a square for each deal, or a bar as long as they are many: filled where it
              reports the measure, hatched where it is bounded, framed where a check on it fails, empty where
              it does not report it. The line is of the deals that report the measure. {dates}
            </p>
            {shelves.length > 1 && (
              <TrendShelves
                measures={measures.map(({ figure, ofShelves }) => ({ figure, trends: ofShelves }))}
                {...{ shelves, by, address }}
              />
            )}
            {periods.length > 0 && (
              <TrendTable {...{ measures, by, withFailing, address }} open={opened(page)} />
            )}
            {first && <Undated trend={first.trend} />}
          </>
        )}
      </main>
    </Packed>
  )
}

function hrefOf({ address }: TrendsPage, { figure }: TrendMeasure, form: string): string {
  return trendsHref({ ...address, measures: [figureKey(figure)], open: undefined }, `/api/trends${form}`)
}

/** What can be taken along of a measure. */
function exportsOf(page: TrendsPage, measure: TrendMeasure): Export[] {
  const { name } = nameDealFigure(measure.figure)
  return [
    ...(measure.trend.points.length > 0
      ? [{ chart: hrefOf(page, measure, '.svg'), name: `${name}, chart` }]
      : []),
    { file: hrefOf(page, measure, '.csv'), name: `${name} (CSV)` },
    { file: hrefOf(page, measure, ''), name: `${name} (JSON)` },
  ]
}

/** As many deals are listed at once, without being asked for. */
const fewDeals = 40

function opened({ measures: [first], address, deals }: TrendsPage): Set<string> {
  const all = (first?.trend.periods ?? []).map(({ period }) => period.key)
  if (address.open === 'all' || (address.open === undefined && deals <= fewDeals)) return new Set(all)
  return new Set(all.filter(key => key === address.open))
}

/** > Larkfield Mortgage Trust, 2000 to 2007 */
function titleOf({ measures: [first], address: { shelf } }: TrendsPage): string {
  const years = (first?.trend.periods ?? []).map(({ period }) => period.year)
  const [from, to] = [years[0], years.at(-1)]
  const name = shelf ?? 'Trends'
  if (from === undefined || to === undefined) return name
  return from === to ? `${name}, ${from}` : `${name}, ${from} to ${to}`
}

/** > 38 deals, $21.31 bn. WALTV rises from 72.00% in 2002 to 81.04% in 2007; … */
function summaryOf({ measures, by, deals }: TrendsPage): string {
  const { low = 0, high = 0 } = measures[0]?.trend.whole.balanceCents ?? {}
  const balance = high > 0 ? `, ${formatShortMoney((low + high) / 2)}` : ''
  const changes = measures.flatMap(({ figure, trend }) => sayChange(trend, figure, by) ?? [])
  const said = changes.length > 0 ? ` ${changes.join('; ')}.` : ''
  return `${formatCount(deals)} ${deals === 1 ? 'deal' : 'deals'}${balance}.${said}`
}

const mostNamed = 12

/** Deals that have no place in time, so that none is dropped in silence. */
function Undated({ trend: { excluded, notReported } }: Pick<TrendMeasure, 'trend'>) {
  const undated = [
    ...excluded.flatMap(({ deal, reason }) => (reason === 'no-date' ? [deal] : [])),
    ...notReported.filter(({ dated }) => dated === null),
  ]
  if (undated.length === 0) return null
  return (
    <p className="trend-note">
      {formatCount(undated.length)} {undated.length === 1 ? 'deal gives' : 'deals give'} no date and{' '}
      {undated.length === 1 ? 'stands' : 'stand'} in no period:{' '}
      {undated.slice(0, mostNamed).map(({ slug, name }, order) => (
        <span key={slug}>
          {order > 0 && ', '}
          <a href={`/deals/${slug}`}>{name}</a>
        </span>
      ))}
      {undated.length > mostNamed && ` and ${formatCount(undated.length - mostNamed)} more`}.
    </p>
  )
}
