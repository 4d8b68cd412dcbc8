import { sayFigureValue } from '@/lib/figures/index.ts'
import type { FoundDeal } from '@/lib/library/deal-summary.ts'
import type { AskedFigure } from './asked-figures.ts'

const box = { width: 84, height: 16 }
const middle = box.height / 2
/** An interval narrower than this is drawn as a dot, in pixels. */
const leastOpen = 2

/**
 * What a deal has of a figure that is asked for: the limits as a grey band, upon them the figure as a dot, or its interval
 * hatched between caps; and the same in words.
 */
export function FigureCell({ deal, asked }: { deal: FoundDeal; asked: AskedFigure }) {
  const value = deal.figures?.[asked.key] ?? null
  return (
    <span className="figure-cell">
      <svg width={box.width} height={box.height} aria-hidden="true">
        <Limits asked={asked} />
        {value && <Interval asked={asked} low={value.low} high={value.high} />}
      </svg>
      {value ? (
        <span>{sayAsked(asked, value).replaceAll('%', '')}</span>
      ) : (
        <span className="text-ink-3">not reported</span>
      )}
    </span>
  )
}

type Value = NonNullable<FoundDeal['figures']>[string]

/** What a deal has of a figure, in words; where it does not report it, that. */
export function sayAsked({ figure }: AskedFigure, value: Value | null): string {
  return value ? sayFigureValue(figure, { ...value, value: middleOf(value) }) : 'not reported'
}

/** The one figure that is shown where the ends are no further apart than printing rounds off. */
const middleOf = ({ low, high, kind }: { low: number; high: number; kind: string }) =>
  kind === 'bounded' ? null : (low + high) / 2

function placeOn({ axis: { from, to } }: AskedFigure) {
  const inside = box.width - 8
  return (value: number) => 4 + (inside * (Math.min(Math.max(value, from), to) - from)) / (to - from || 1)
}

function Limits({ asked }: { asked: AskedFigure }) {
  const place = placeOn(asked)
  const [from, to] = [place(asked.limits.low ?? asked.axis.from), place(asked.limits.high ?? asked.axis.to)]
  return (
    <>
      <rect x={from} width={Math.max(1, to - from)} height={box.height} className="limit-band" />
      <path d={`M0 ${middle}H${box.width}`} className="limit-axis" />
    </>
  )
}

function Interval({ asked, low, high }: { asked: AskedFigure; low: number; high: number }) {
  const place = placeOn(asked)
  const [from, to] = [place(low), place(high)]
  if (to - from < leastOpen) return <circle cx={(from + to) / 2} cy={middle} r={3.5} className="figure-dot" />
  return (
    <>
      <rect x={from} y={3} width={to - from} height={box.height - 6} className="interval-paper" />
      <rect x={from} y={3} width={to - from} height={box.height - 6} fill="url(#hatch-data)" />
      <path d={`M${from} 2v${box.height - 4}M${to} 2v${box.height - 4}`} className="figure-caps" />
    </>
  )
}
