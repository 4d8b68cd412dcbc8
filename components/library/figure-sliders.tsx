import {
  type DealFigure,
  type FigureFilter,
  figureKey,
  nameDealFigure,
  readFigureKey,
  sayFigureNumber,
  unitOfFigure,
} from '@/lib/figures/index.ts'
import { formatShortMoney } from '@/lib/format/index.ts'
import type { FigureHistogram } from '@/lib/library/deal-summary.ts'
import { filtersWithout, hrefOf, type View } from './view.ts'
import { ViewFields } from './view-fields.tsx'

/** Figures that have a slider though nobody asked for them yet. */
const usual: DealFigure[] = [
  { kind: 'pool', id: 'wac' },
  { kind: 'pool', id: 'balance' },
]

/** The figures that sliders are shown for: those asked for, then the usual ones. */
export function sliderFigures({ filters = [] }: View): DealFigure[] {
  const asked = new Map(filters.map(({ figure }) => [figureKey(figure), figure]))
  for (const figure of usual) if (!asked.has(figureKey(figure))) asked.set(figureKey(figure), figure)
  return [...asked.values()]
}

/** How the deals are spread over some figures, each with the two ends that narrow it. */
export function FigureSliders({ histograms, view }: { histograms: readonly FigureHistogram[]; view: View }) {
  return histograms.map(histogram => {
    const figure = readFigureKey(histogram.figure)
    return 'problem' in figure ? null : (
      <FigureSlider key={histogram.figure} figure={figure} histogram={histogram} view={view} />
    )
  })
}

const centsOfDollar = 100

type SliderProps = { figure: DealFigure; histogram: FigureHistogram; view: View }

function FigureSlider({ figure, histogram: { figure: key, bins }, view }: SliderProps) {
  const own = (view.filters ?? []).filter(filter => figureKey(filter.figure) === key && filter.is !== 'has')
  const { name, measured } = nameDealFigure(figure)
  const ends = endsOf(own)
  const scale = unitOfFigure(figure) === 'cents' ? centsOfDollar : 1
  const range = {
    min: (bins[0]?.low ?? 0) / scale,
    max: (bins.at(-1)?.high ?? 1) / scale,
    step: ((bins[0]?.high ?? 1) - (bins[0]?.low ?? 0)) / scale / 10,
  }
  const inUnits = (limit: { value: number } | null, open: number) => (limit ? limit.value / scale : open)
  const title = measured ? `${name}, ${measured}` : name
  return (
    <form action="/" method="get" data-live className="facet slider">
      <ViewFields view={view} change={{ filters: filtersWithout(view, key) }} />
      <fieldset>
        <legend>{title}</legend>
        {own.length > 0 && (
          <a
            href={hrefOf(view, { filters: filtersWithout(view, key) })}
            data-soft
            className="slider-clear"
            aria-label={`Clear ${name}`}
          >
            clear
          </a>
        )}
        <Bins bins={bins} low={ends.low?.value ?? null} high={ends.high?.value ?? null} />
        <span className="slider-ranges needs-script">
          <input
            type="range"
            {...range}
            defaultValue={inUnits(ends.low, range.min)}
            aria-label={`${title}: least`}
            data-end="low"
            data-sync
          />
          <input
            type="range"
            {...range}
            defaultValue={inUnits(ends.high, range.max)}
            aria-label={`${title}: most`}
            data-end="high"
            data-sync
          />
        </span>
        <span className="slider-ends">
          <input
            name={`${key}__${ends.low && !ends.low.included ? 'gt' : 'gte'}`}
            defaultValue={ends.low ? String(inUnits(ends.low, 0)) : ''}
            placeholder={sayEnd(figure, bins[0]?.low ?? 0)}
            aria-label={`${title}: ${ends.low && !ends.low.included ? 'over' : 'at least'}`}
            data-end="low"
            data-sync
            autoComplete="off"
            maxLength={30}
          />
          <span>to</span>
          <input
            name={`${key}__${ends.high && !ends.high.included ? 'lt' : 'lte'}`}
            defaultValue={ends.high ? String(inUnits(ends.high, 0)) : ''}
            placeholder={sayEnd(figure, bins.at(-1)?.high ?? 0)}
            aria-label={`${title}: ${ends.high && !ends.high.included ? 'below' : 'at most'}`}
            data-end="high"
            data-sync
            autoComplete="off"
            maxLength={30}
          />
          <button type="submit" className="button scripted:hidden">
            Set
          </button>
        </span>
      </fieldset>
    </form>
  )
}

/** An end of the axis, short where it is money. */
const sayEnd = (figure: DealFigure, value: number) =>
  unitOfFigure(figure) === 'cents' ? formatShortMoney(value) : sayFigureNumber(figure, value)

function endsOf(filters: readonly FigureFilter[]): Pick<FigureFilter, 'low' | 'high'> {
  return {
    low: filters.find(({ low }) => low !== null)?.low ?? null,
    high: filters.find(({ high }) => high !== null)?.high ?? null,
  }
}

const box = { width: 176, height: 36 }

type BinsProps = { bins: FigureHistogram['bins']; low: number | null; high: number | null }

/** Bars of deals: solid those whose figure is known, hatched the others; pale those beyond the limits. */
function Bins({ bins, low, high }: BinsProps) {
  const most = bins.reduce((largest, { deals }) => Math.max(largest, deals), 1)
  const wide = box.width / bins.length
  const tall = (deals: number) => (deals === 0 ? 0 : Math.max(1.5, (box.height * deals) / most))
  return (
    <svg
      viewBox={`0 0 ${box.width} ${box.height}`}
      width="100%"
      height={box.height}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {bins.map(bin => {
        const isIn = (low === null || bin.high > low) && (high === null || bin.low < high)
        const x = bins.indexOf(bin) * wide + 0.5
        const [all, known] = [tall(bin.deals), tall(bin.deals - bin.bounded)]
        return (
          <g key={bin.low} className={isIn ? 'bin' : 'bin bin-out'}>
            <rect x={x} y={box.height - known} width={wide - 1} height={known} className="bar-certain" />
            <rect x={x} y={box.height - all} width={wide - 1} height={all - known} fill="url(#hatch-data)" />
          </g>
        )
      })}
      <path d={`M0 ${box.height - 0.5}H${box.width}`} className="limit-axis" />
    </svg>
  )
}
