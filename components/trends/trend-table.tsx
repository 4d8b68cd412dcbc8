import { SmallEvidenceButton } from '@/components/sharing/evidence-button.tsx'
import { CrossIcon } from '@/components/shell/icons.tsx'
import { type TrendsAddress, trendsHref } from '@/lib/addresses/trends-address.ts'
import { type DealFigure, figureKey, nameDealFigure } from '@/lib/figures/index.ts'
import { formatCount, formatShortDate, formatWholeDollars } from '@/lib/format/index.ts'
import { absent } from '@/lib/format/numbers.ts'
import {
  dateKindSays,
  namePeriod,
  type PeriodKind,
  sayPlainBound,
  type Trend,
  type TrendDeal,
  type TrendPeriod,
  type TrendWish,
  valueKindSays,
  weighingOf,
  whyExcluded,
} from '@/lib/trends/index.ts'
import { CaretIcon } from './caret-icon.tsx'

export type TrendMeasure = { figure: DealFigure; trend: Trend }

type Props = {
  measures: TrendMeasure[]
  by: PeriodKind
  withFailing: boolean
  address: TrendsAddress
  /** The periods whose deals are listed, by their keys. */
  open: ReadonlySet<string>
}

/** Periods with their figures, and the deals of those that are opened: all that the charts show. */
export function TrendTable({ measures, by, withFailing, address, open }: Props) {
  const periods = measures[0]?.trend.periods ?? []
  const allOpen = periods.every(({ period, deals }) => deals.length === 0 || open.has(period.key))
  return (
    <section className="trend-table" aria-labelledby="trend-table">
      <header className="trend-head">
        <h2 id="trend-table">
          {by === 'year' ? 'Years' : by === 'quarter' ? 'Quarters' : 'Months'} and deals
        </h2>
        <p className="trend-acts">
          <a href={`${trendsHref({ ...address, open: allOpen ? 'none' : 'all' })}#trend-table`}>
            {allOpen ? 'Close all' : 'Open all'}
          </a>
        </p>
      </header>
      <section className="trend-scroll" tabIndex={0} aria-label="Periods and deals, scrolls sideways">
        <table>
          <Head measures={measures} by={by} />
          {periods.map((period, at) => (
            <tbody key={period.period.key}>
              <PeriodRow
                period={period}
                all={measures.map(({ figure, trend }) => ({ figure, own: trend.periods[at] }))}
                {...{ by, address }}
                isOpen={open.has(period.period.key)}
              />
              {open.has(period.period.key) &&
                period.deals.map((deal, order) => (
                  <DealRow
                    key={deal.slug}
                    deal={deal}
                    values={measures.map(({ figure, trend }) => ({
                      figure,
                      own: trend.periods[at]?.deals[order],
                    }))}
                    wish={{ by, withFailing }}
                  />
                ))}
            </tbody>
          ))}
          <tfoot>
            <tr>
              <th scope="row">All</th>
              <Counts period={measures[0]?.trend.whole} />
              {measures.map(({ figure, trend }) => (
                <MeasureCells key={figureKey(figure)} figure={figure} period={trend.whole} />
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
    </section>
  )
}

function Head({ measures, by }: { measures: TrendMeasure[]; by: PeriodKind }) {
  return (
    <thead>
      <tr>
        <td colSpan={3} />
        {measures.map(({ figure }) => {
          const { name, measured } = nameDealFigure(figure)
          return (
            <th key={figureKey(figure)} scope="colgroup" colSpan={5} className="trend-measure">
              {name}
              {measured && <span>, {measured}</span>}
            </th>
          )
        })}
      </tr>
      <tr>
        <th scope="col">{by === 'year' ? 'Year' : by === 'quarter' ? 'Quarter' : 'Month'}</th>
        <th scope="col">Deals</th>
        <th scope="col">Balance, $</th>
        {measures.map(({ figure }) => (
          <MeasureHeads key={figureKey(figure)} figure={figure} />
        ))}
      </tr>
    </thead>
  )
}

function MeasureHeads({ figure }: { figure: DealFigure }) {
  const weighing = weighingOf(figure)
  return (
    <>
      <th scope="col">{weighing === 'deals' ? 'mean' : weighing === 'quotient' ? 'in all' : 'weighted'}</th>
      <th scope="col">exact</th>
      <th scope="col">bounded</th>
      <th scope="col">fail</th>
      <th scope="col">not reported</th>
    </>
  )
}

type PeriodProps = {
  period: TrendPeriod
  all: { figure: DealFigure; own: TrendPeriod | undefined }[]
  by: PeriodKind
  address: TrendsAddress
  isOpen: boolean
}

function PeriodRow({ period, all, by, address, isOpen }: PeriodProps) {
  const { key } = period.period
  const name = namePeriod(period.period, by)
  return (
    <tr className={isOpen ? 'is-open' : undefined} id={`period-${key}`}>
      <th scope="row">
        {period.deals.length > 0 ? (
          <a
            className="trend-toggle"
            href={`${trendsHref({ ...address, open: isOpen ? 'none' : key })}#period-${key}`}
          >
            <CaretIcon isOpen={isOpen} /> {name}
            <span className="sr-only">, {isOpen ? 'close' : 'list its deals'}</span>
          </a>
        ) : (
          <span className="trend-empty">{name}</span>
        )}
      </th>
      <Counts period={period} />
      {all.map(({ figure, own }) => (
        <MeasureCells key={figureKey(figure)} figure={figure} period={own} />
      ))}
    </tr>
  )
}

type Counted = Omit<TrendPeriod, 'period'>

function Counts({ period }: { period: Counted | undefined }) {
  return (
    <>
      <td>{formatCount(period?.deals.length ?? 0)}</td>
      <td>{sayBalance(period?.balanceCents ?? { low: 0, high: 0 })}</td>
    </>
  )
}

function sayBalance({ low, high }: { low: number; high: number }): string {
  if (high === 0) return absent
  const [from, to] = [formatWholeDollars(low), formatWholeDollars(high)]
  return from === to ? from : `${from} to ${to}`
}

function MeasureCells({ figure, period }: { figure: DealFigure; period: Counted | undefined }) {
  const line = period?.line ?? null
  const count = (many = 0) => (many > 0 ? formatCount(many) : absent)
  return (
    <>
      <td className={line && line.low < line.high ? 'is-bounded' : undefined}>
        {line ? sayPlainBound(figure, line) : absent}
      </td>
      <td>{count(period?.exact)}</td>
      <td>{count(period?.bounded)}</td>
      <td className={period?.failing ? 'is-failing' : undefined}>{count(period?.failing)}</td>
      <td>{count(period?.notReported)}</td>
    </>
  )
}

type DealProps = {
  deal: TrendDeal
  values: { figure: DealFigure; own: TrendDeal | undefined }[]
  wish: Pick<TrendWish, 'by' | 'withFailing'>
}

function DealRow({ deal, values, wish }: DealProps) {
  return (
    <tr className="trend-deal">
      <th scope="row">
        <a href={`/deals/${deal.slug}`}>{deal.name}</a>
        {deal.dated && (
          <small>
            {formatShortDate(deal.dated.date)}, {dateKindSays[deal.dated.kind]}
          </small>
        )}
      </th>
      <td />
      <td>{deal.balanceCents ? sayBalance(deal.balanceCents) : absent}</td>
      {values.map(({ figure, own }) => (
        <DealCells key={figureKey(figure)} figure={figure} deal={own} wish={wish} />
      ))}
    </tr>
  )
}

function DealCells({
  figure,
  deal,
  wish,
}: {
  figure: DealFigure
  deal: TrendDeal | undefined
  wish: DealProps['wish']
}) {
  const value = deal?.value
  if (!deal || !value)
    return (
      <>
        <td>{absent}</td>
        <td colSpan={4} className="trend-kind">
          not reported
        </td>
      </>
    )
  const { low, high, value: one } = value
  const fails = deal.checksFailed > 0
  const excluded = whyExcluded(deal, { ...wish, weighing: weighingOf(figure) })
  return (
    <>
      <td
        className={
          [one === null ? 'is-bounded' : '', fails ? 'is-failing' : ''].join(' ').trim() || undefined
        }
      >
        {fails && <CrossIcon size={12} />}
        {sayPlainBound(figure, one === null ? { low, high } : { low: one, high: one })}
      </td>
      <td colSpan={4} className={fails ? 'trend-kind is-failing' : 'trend-kind'}>
        {fails ? 'a check on it fails' : valueKindSays[value.kind]}
        {excluded === 'checks-fail' && ', left out of the line'}
        {excluded === 'no-balance' && ', not in the line: no balance is known'}{' '}
        <SmallEvidenceButton
          href={`/api/trends/certificate?measure=${encodeURIComponent(figureKey(figure))}&deal=${deal.slug}`}
          of={`${nameDealFigure(figure).name} of ${deal.name}`}
        />
      </td>
    </>
  )
}
