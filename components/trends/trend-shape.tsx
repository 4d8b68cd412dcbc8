import { type TrendShape, trendWidths } from '@/lib/charts/trend-shapes.ts'

/** Ids of the hatchings of a page of trends. */
const hatches = { data: 'trend-hatch', ink: 'trend-hatch-ink', fail: 'trend-hatch-fail' } as const

/** What fills a bar of what a deal may be, and a band of what a line may be. */
export const hatchOf = {
  point: `url(#${hatches.data})`,
  line: `url(#${hatches.ink})`,
  failing: `url(#${hatches.fail})`,
} as const

/** The hatchings of all charts of the page, once. */
export function TrendHatches() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="trend-defs">
      <defs>
        {Object.entries(hatches).map(([name, id]) => (
          <pattern
            key={id}
            id={id}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d="M0 0v5" className={`trend-line-${name}`} />
          </pattern>
        ))}
      </defs>
    </svg>
  )
}

/** Shapes of a chart over time, in order. */
export function TrendShapes({ shapes }: { shapes: readonly TrendShape[] }) {
  return [...shapes.entries()].map(([key, shape]) => <Shape key={key} shape={shape} />)
}

function Shape({ shape }: { shape: TrendShape }) {
  const className = classOf(shape)
  if (shape.mark === 'line')
    return (
      <line
        className={className}
        x1={across(shape.x1)}
        x2={across(shape.x2)}
        y1={round(shape.y1)}
        y2={round(shape.y2)}
      />
    )
  if (shape.mark === 'text')
    return (
      <text
        className={className}
        x={across(shape.x)}
        dx={shape.dx || undefined}
        y={round(shape.y)}
        textAnchor={shape.anchor === 'start' ? undefined : shape.anchor}
      >
        {shape.text}
      </text>
    )
  const hatched = shape.ink === 'band' || shape.ink === 'hatched'
  const upwards = { y: round(shape.y), height: round(shape.height), fill: hatched ? hatchOf.line : undefined }
  if (shape.mark === 'box')
    return (
      <rect className={className} x={across(shape.x1)} width={across(shape.x2 - shape.x1)} {...upwards} />
    )
  return (
    <rect
      className={className}
      x={across(shape.x)}
      width={round(shape.width)}
      transform={`translate(${round(shape.dx - shape.width / 2)})`}
      {...upwards}
    />
  )
}

/** Its ink, and the widths in which it has room. */
function classOf({ ink, from, until }: TrendShape): string {
  const step = (width: number) => (trendWidths as readonly number[]).indexOf(width)
  return [
    `t-${ink}`,
    from === undefined ? '' : `t-from-${step(from)}`,
    until === undefined ? '' : `t-until-${step(until)}`,
  ]
    .filter(name => name !== '')
    .join(' ')
}

/** A part of the width, in percent. */
export function across(part: number): string {
  return `${Math.round(part * 1e5) / 1e3}%`
}

export function round(value: number): number {
  return Math.round(value * 10) / 10
}
