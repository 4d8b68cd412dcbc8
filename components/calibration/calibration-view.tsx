import { PageHead } from '@/components/sharing/page-head.tsx'
import { WarningIcon } from '@/components/shell/icons.tsx'
import { dealHref } from '@/lib/addresses/place-address.ts'
import type { DimensionCalibration, Miss } from '@/lib/calibration/index.ts'
import { widthsOf } from '@/lib/calibration/index.ts'
import { drawWidths } from '@/lib/charts/width-bars.ts'
import { findDimension } from '@/lib/dimensions/index.ts'
import { formatCount, formatCountOf, formatDate, formatDecimal } from '@/lib/format/index.ts'
import { asksOfTape, type CalibratedTape, type LoadedCalibration } from '@/lib/server/load-calibration.ts'
import { WidthChart } from './width-chart.tsx'

/** Misses are listed up to here; one is one too many. */
const mostMisses = 50

const nameDimension = (id: string) => findDimension(id)?.name ?? id

/** Intervals asked of ranges that loans are printed in, held against the loans: whether each holds the truth, and how wide it is. */
export function CalibrationView({ loaded }: { loaded: LoadedCalibration }) {
  const { sums, tapes, more } = loaded
  const misses = tapes.flatMap(({ calibration }) => calibration?.misses ?? [])
  return (
    <main id="main" tabIndex={-1} className="deal ask calibration">
      <div className="deal-top">
        <PageHead
          trail={[]}
          title="Calibration"
          says={<p>{sayOutcome(loaded)}</p>}
          actions={
            <a className="button" href="/api/calibration">
              JSON
            </a>
          }
        />
      </div>
      {misses.length > 0 && <Misses misses={misses} />}
      <section aria-labelledby="by-dimension">
        <h2 id="by-dimension">How wide the intervals are</h2>
        <p className="ask-amounts">
          The loans of each tape are printed in ranges, as a filing prints them, and the ranges are asked{' '}
          {formatCount(asksOfTape)} times at drawn edges: what lies beyond one, between two, and in rows of
          comparisons. Widths are percent points of balance, of the answers that are no single figure. By
          edges alone a row across an edge is anything from nothing to all of it; its number of loans with
          their balance, or its average, allow less.
        </p>
        <div className="calibration-pair">
          <WidthChart
            widths={drawWidths(
              sums.dimensions.flatMap(one => {
                const widths = widthsOf(one)
                return widths
                  ? [{ name: nameDimension(one.dimension), mean: widths.mean, edgesAlone: widths.edgesAlone }]
                  : []
              }),
            )}
          />
          <Dimensions dimensions={sums.dimensions} />
        </div>
      </section>
      <section aria-labelledby="by-tape">
        <h2 id="by-tape">The tapes</h2>
        <Tapes tapes={tapes} />
        {more > 0 && (
          <p className="ask-amounts">{formatCountOf(more, 'older tape')} of the library not listed.</p>
        )}
      </section>
    </main>
  )
}

/** > All 4,000 answers hold every true value. */
function sayOutcome({ sums: { asked, inside }, tapes }: LoadedCalibration): string {
  const of = formatCountOf(tapes.filter(({ calibration }) => calibration !== null).length, 'tape')
  return asked === inside
    ? `All ${formatCount(asked)} answers, of ${of}, hold every true value.`
    : `${formatCount(asked - inside)} of ${formatCount(asked)} answers, of ${of}, miss a true value.`
}

function Misses({ misses }: { misses: readonly Miss[] }) {
  return (
    <section aria-label="Misses" className="calibration-misses">
      <p role="alert">
        <WarningIcon size={14} /> True values lie outside of what Strata said they must be. This is a fault of
        Strata: its bounds are wrong, or its reading of the loans is.
      </p>
      <ul>
        {misses.slice(0, mostMisses).map(({ dimension, asked, amount, low, high, truth }) => (
          <li key={`${dimension} ${asked} ${amount} ${truth}`}>
            {nameDimension(dimension)} {asked}, {amount}: {low} to {high}, truly {truth}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Dimensions({ dimensions }: { dimensions: readonly DimensionCalibration[] }) {
  return (
    <section className="ask-scroll" tabIndex={0} aria-label="Intervals by dimension">
      <table className="strat ask-rows calibration-table">
        <thead>
          <tr>
            <th scope="col">Dimension</th>
            <th scope="col">Asked</th>
            <th scope="col">Hold the truth</th>
            <th scope="col">No single figure</th>
            <th scope="col">Mean width</th>
            <th scope="col">By edges alone</th>
            <th scope="col">Gained, %</th>
            <th scope="col">Widest</th>
          </tr>
        </thead>
        <tbody>
          {dimensions.map(one => {
            const widths = widthsOf(one)
            const asked = one.tails + one.compared
            return (
              <tr key={one.dimension} className={one.inside < asked ? 'fails' : undefined}>
                <th scope="row">{nameDimension(one.dimension)}</th>
                <td>{formatCount(asked)}</td>
                <td>{one.inside === asked ? 'all' : formatCount(one.inside)}</td>
                <td>{formatCount(one.open)}</td>
                {widths ? (
                  <>
                    <td>{formatDecimal(widths.mean, 2)}</td>
                    <td>{formatDecimal(widths.edgesAlone, 2)}</td>
                    <td>{widths.gainPct < 0.05 ? 'nothing' : formatDecimal(widths.gainPct, 1)}</td>
                    <td>{formatDecimal(one.widest, 2)}</td>
                  </>
                ) : (
                  <td colSpan={4}>each answer is exact</td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

const notAskedSays = {
  'too-many-loans': 'not asked: too many loans to be opened here',
  'not-yet': 'not asked yet: look again, what was asked is kept',
  'cannot-be-read': 'not asked: its loans or tables cannot be opened',
} as const

function Tapes({ tapes }: { tapes: readonly CalibratedTape[] }) {
  return (
    <section className="ask-scroll" tabIndex={0} aria-label="Tapes asked">
      <table className="strat ask-rows calibration-table">
        <thead>
          <tr>
            <th scope="col">Tape</th>
            <th scope="col">Period to</th>
            <th scope="col">Loans</th>
            <th scope="col">Asked</th>
            <th scope="col">Hold the truth</th>
          </tr>
        </thead>
        <tbody>
          {tapes.map(tape => (
            <TapeRow key={tape.deal?.sha256 ?? ''} tape={tape} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function TapeRow({ tape: { deal, loans, asOf, calibration, notAsked } }: { tape: CalibratedTape }) {
  const count = (of: (one: DimensionCalibration) => number) =>
    (calibration?.dimensions ?? []).reduce((sum, one) => sum + of(one), 0)
  const [asked, inside] = [count(one => one.tails + one.compared), count(one => one.inside)]
  return (
    <tr className={inside < asked ? 'fails' : undefined}>
      <th scope="row">
        {deal ? (
          <>
            <a href={dealHref(deal.slug, deal.sha256)}>{deal.name}</a>
            {deal.file !== deal.name && <small className="calibration-file">{deal.file}</small>}
          </>
        ) : (
          'Generated loans, which come along'
        )}
      </th>
      <td>{asOf === null ? 'not told' : formatDate(asOf)}</td>
      <td>{formatCount(loans)}</td>
      {notAsked !== null ? (
        <td colSpan={2}>{notAskedSays[notAsked]}</td>
      ) : asked === 0 ? (
        <td colSpan={2}>it has no table of ranges</td>
      ) : (
        <>
          <td>{formatCount(asked)}</td>
          <td>{inside === asked ? 'all' : formatCount(inside)}</td>
        </>
      )}
    </tr>
  )
}
