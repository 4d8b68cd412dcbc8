import { sourceHref } from '@/lib/addresses/trends-address.ts'
import type { TrendDrawing, TrendMark } from '@/lib/charts/draw-trend.ts'
import type { DealFigure } from '@/lib/figures/index.ts'
import { sayPoint } from '@/lib/trends/index.ts'
import { across, hatchOf, round, TrendShapes } from './trend-shape.tsx'

type Props = {
  drawing: TrendDrawing
  figure: DealFigure
  /** What the chart shows, for who cannot see it. */
  name: string
  /** What the axis upwards counts. */
  measured?: string
  /** Whether each point is a way to its deal, or bears its number among the points for who looks it up, or neither. */
  points: 'links' | 'numbered' | 'plain'
}

/** A chart over time: its axis, and its plot as wide as there is room. */
export function TrendPlot({ drawing, figure, name, measured, points }: Props) {
  const { height, gutter, ticks, strip, shapes, marks } = drawing
  return (
    <div className="trend-box">
      <svg className="trend-axis" width={gutter} height={height} aria-hidden="true">
        {measured && (
          <text className="t-axis" y={10}>
            {measured}
          </text>
        )}
        {ticks.map(({ y, text }) => (
          <text key={y} className="t-axis" x={gutter - 6} y={round(y + 4)} textAnchor="end">
            {text}
          </text>
        ))}
        {strip && (
          <>
            <text className="t-axis" y={strip.reports}>
              reports
            </text>
            <text className="t-axis" y={strip.doesNot}>
              does not
            </text>
          </>
        )}
      </svg>
      <div className="trend-plot">
        <svg
          width="100%"
          height={height}
          role={points === 'links' ? 'group' : 'img'}
          aria-label={name}
          data-trend={points === 'links' || undefined}
        >
          <TrendShapes shapes={shapes} />
          {points === 'links'
            ? marks.map((mark, order) => (
                <a
                  key={mark.point.slug}
                  href={sourceHref(figure, mark.point.slug)}
                  aria-label={sayPoint(figure, mark.point).join('; ')}
                  tabIndex={order === 0 ? 0 : -1}
                >
                  <Mark mark={mark} />
                </a>
              ))
            : marks.map((mark, order) => (
                <Mark key={mark.point.slug} mark={mark} number={points === 'numbered' ? order : undefined} />
              ))}
        </svg>
      </div>
    </div>
  )
}

type MarkProps = { mark: TrendMark; number?: number | undefined }

function Mark({ mark: { point, x, top, bottom, radius }, number }: MarkProps) {
  const fails = point.checksFailed > 0
  const place = across(x)
  const middle = round((top + bottom) / 2)
  if (point.value.value !== null || bottom - top < 2)
    return (
      <circle
        className={fails ? 't-dot t-fails' : 't-dot'}
        cx={place}
        cy={middle}
        r={round(radius)}
        data-point={number}
      />
    )
  const wide = { x: place, width: round(radius * 2), transform: `translate(${-round(radius)})` }
  return (
    <g className={fails ? 't-bounded t-fails' : 't-bounded'} data-point={number}>
      <rect className="t-ground" {...wide} y={round(top)} height={round(bottom - top)} />
      <rect
        {...wide}
        y={round(top)}
        height={round(bottom - top)}
        fill={fails ? hatchOf.failing : hatchOf.point}
      />
      {[top, bottom].map(end => (
        <rect key={end} className="t-cap" {...wide} y={round(end - 1)} height={2} />
      ))}
      {fails &&
        [top, bottom].map(end => (
          <circle key={end} className="t-dot t-fails" cx={place} cy={round(end)} r={round(radius)} />
        ))}
    </g>
  )
}
