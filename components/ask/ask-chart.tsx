import { type AskedBar, type AskedBars, placeAskedBars } from '@/lib/charts/asked-bars.ts'
import {
  type Answer,
  type Distribution,
  type Question,
  sayEdges,
  spanOfQuestion,
} from '@/lib/distributions/index.ts'
import { formatDecimal } from '@/lib/format/index.ts'
import { nameSplit } from '@/lib/names/names.ts'
import type { Stratification } from '@/lib/report.ts'
import { type DraggedEdge, EdgeDrag } from './edge-drag.tsx'
import { percentAt } from './move-edge.ts'

type Props = {
  table: Stratification
  distribution: Distribution
  question: Question | null
  answer: Answer | null
}

const height = 252
/** Room for the handle of an edge, and under it for the figure of the highest bar. */
const top = 40
const foot = 22
const base = height - foot
/** Rows of one figure each are drawn so wide, in pixels. */
const pointWidth = 6
/** More bars than these have no room for their figures. */
const mostLabels = 14

/** The rows of a table on their axis: what is asked for is lit, solid where it is certain and hatched where it may be. */
export function AskChart({ table, distribution, question, answer }: Props) {
  const chart = placeAskedBars(table, distribution, answer)
  if (chart === null) return null
  const { axis, bars, ticks, x, stops, step, title } = chart
  const y = (value: number) => base - ((base - top) * value) / axis.top
  const asks = edgesOf(question)
  const edges = asks.map(({ at }) => percentAt(x, at))
  const asked = question ? `; marked is what lies ${sayEdges(question, distribution.unit)}` : ''
  return (
    <figure className="ask-chart">
      <p className="ask-chart-title">{title}</p>
      <div className="ask-chart-box">
        <svg width={40} height={height} aria-hidden="true">
          {axis.ticks.map(tick => (
            <text key={tick} x={32} y={y(tick) + 4} textAnchor="end">
              {formatDecimal(tick, Number.isInteger(tick) ? 0 : 1)}
            </text>
          ))}
        </svg>
        <div className="ask-plot">
          <EdgeDrag edges={asks} axis={{ ...x, stops, step }} isMoney={distribution.unit === 'cents'} />
          <svg
            width="100%"
            height={height}
            role="img"
            aria-label={`${title} by ${nameSplit(table)}${asked}. The table tells the same.`}
          >
            <HatchOfAsked />
            {axis.ticks.map(tick => (
              <line key={tick} className="ask-grid" x2="100%" y1={y(tick)} y2={y(tick)} />
            ))}
            {bars.map(bar => (
              <Bar key={bar.bucket} bar={bar} y={y} isPoints={chart.isPoints} />
            ))}
            <line className="ask-base" x2="100%" y1={base} y2={base} />
            {ticks.map(tick => (
              <text key={tick.text} x={`${tick.x}%`} y={height - 4} textAnchor="middle">
                {tick.text}
              </text>
            ))}
          </svg>
          {bars.length <= mostLabels && (
            <svg className="ask-bar-figures" width="100%" height={height} aria-hidden="true">
              {bars.map(({ bucket, x: left, width, height: tall, amount }) => (
                <text key={bucket} {...besideEdges(left + width / 2, edges)} y={y(tall) - 5}>
                  {formatDecimal(amount, chart.isPercent ? 2 : 0)}
                </text>
              ))}
            </svg>
          )}
        </div>
      </div>
      <figcaption>
        <span className="needs-script">
          Click the chart or drag the edge; with the focus on it, ← and → go to the next printed edge, Page Up
          and Page Down move it by a little.{' '}
        </span>
        {sayNotes(chart)}
      </figcaption>
    </figure>
  )
}

/** Half of the room of a bar's figure, in percent of the plot. */
const halfOfFigure = 4.5

/** Where a bar's figure stands, in percent: over its middle, or where the line of an edge would cross it beside that line. */
function besideEdges(middle: number, edges: readonly number[]) {
  const edge = edges.find(one => Math.abs(one - middle) < halfOfFigure)
  if (edge === undefined) return { x: `${middle}%`, textAnchor: 'middle' } as const
  return middle < edge
    ? ({ x: `${edge}%`, dx: -5, textAnchor: 'end' } as const)
    : ({ x: `${edge}%`, dx: 5, textAnchor: 'start' } as const)
}

/** Hatching of what may be asked for or not. */
function HatchOfAsked() {
  return (
    <defs>
      <pattern
        id="ask-hatch-asked"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="6" height="6" className="ask-asked-ground" />
        <line x1="0" y1="0" x2="0" y2="6" className="ask-asked-line" />
      </pattern>
    </defs>
  )
}

/** A row: what is certainly asked for, what may be, and the rest of it above. */
function Bar({ bar, y, isPoints }: { bar: AskedBar; y: (value: number) => number; isPoints: boolean }) {
  const { x, width, height: tall, low, high, open, label } = bar
  const wide = isPoints
    ? { x: `${x}%`, width: pointWidth, transform: `translate(${-pointWidth / 2})` }
    : { x: `${x}%`, width: `${width}%` }
  const part = (from: number, to: number) => ({ ...wide, y: y(to), height: Math.max(0, y(from) - y(to)) })
  return (
    <g>
      <title>{label}</title>
      {tall > high && <rect {...part(high, tall)} className={open ? 'ask-bar is-open' : 'ask-bar'} />}
      {high > low && <rect {...part(low, high)} className="ask-bar is-possible" />}
      {low > 0 && <rect {...part(0, low)} className="ask-bar is-certain" />}
      {high > low &&
        [low, high].map(end => <rect key={end} {...wide} y={y(end) - 1} height={2} className="ask-cap" />)}
      {open && tall > 0 && <OpenEnd at={open === 'low' ? x : x + width} top={y(tall)} />}
    </g>
  )
}

/** A row without an end, however it is lit: its side on the axis is torn. */
function OpenEnd({ at, top: from }: { at: number; top: number }) {
  return <line className="ask-torn" x1={`${at}%`} x2={`${at}%`} y1={from} y2={base} />
}

function edgesOf(question: Question | null): DraggedEdge[] {
  if (question === null) return []
  const { low, high } = spanOfQuestion(question)
  const edges: DraggedEdge[] = []
  if (low) edges.push({ field: 'at', at: low.value, takes: 'higher' })
  if (high) edges.push({ field: low ? 'to' : 'at', at: high.value, takes: 'lower' })
  return edges
}

/** > The first row has no lower end and is drawn to 30. Not on the axis: Other, NA. */
function sayNotes({ bars, offAxis }: AskedBars): string {
  const open = bars.filter(one => one.open !== null).map(({ label }) => `“${label}”`)
  const notes = [
    ...(open.length > 0
      ? [`${open.join(' and ')} ${open.length === 1 ? 'is' : 'are'} open and drawn to a bound of ours.`]
      : []),
    ...(offAxis.length > 0 ? [`Not on the axis: ${offAxis.join(', ')}.`] : []),
  ]
  return notes.join(' ')
}
