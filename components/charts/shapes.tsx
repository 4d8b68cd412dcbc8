import { Fragment } from 'react'
import type { Shape, TextShape } from '@/lib/charts/drawing.ts'

/** Ids of the two hatchings of one figure, unique on the page. */
export type HatchIds = { open: string; residual: string }

/** Ids for the hatchings of a figure at one width. */
export function hatchIds(figure: string): HatchIds {
  return { open: `${figure}-open`, residual: `${figure}-rest` }
}

/** The patterns that a figure's shapes use, none when it uses none. */
export function Hatches({ ids, shapes }: { ids: HatchIds; shapes: Shape[] }) {
  const uses = (ink: string) => shapes.some(shape => shape.ink === ink)
  if (!uses('open') && !uses('residual')) return null
  return (
    <defs>
      {uses('open') && <Hatch id={ids.open} className="ch-hatch" />}
      {uses('residual') && <Hatch id={ids.residual} className="ch-hatch-residual" />}
    </defs>
  )
}

/** Diagonal lines: what they fill is not known. */
export function Hatch({ id, className }: { id: string; className: string }) {
  return (
    <pattern id={id} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path d="M0 0v5" className={className} />
    </pattern>
  )
}

/** Shapes of a drawing, in order. */
export function Shapes({ shapes, ids }: { shapes: Shape[]; ids: HatchIds }) {
  return shapes.map((shape, index) => {
    const key = `${shape.ink}-${index}`
    if (!('d' in shape)) return <Text key={key} shape={shape} />
    const fill = shape.ink === 'open' ? ids.open : shape.ink === 'residual' ? ids.residual : null
    return (
      <path key={key} className={`ch-${shape.ink}`} d={shape.d} {...(fill && { fill: `url(#${fill})` })} />
    )
  })
}

function Text({ shape: { ink, x, y, anchor, runs } }: { shape: TextShape }) {
  return (
    <text
      className={`ch-text ch-${ink}`}
      x={round(x)}
      y={round(y)}
      textAnchor={anchor === 'start' ? undefined : anchor}
    >
      {runs.map(({ text, strong }) =>
        strong && runs.length > 0 ? (
          <tspan key={text} className="ch-strong">
            {text}
          </tspan>
        ) : (
          <Fragment key={text}>{text}</Fragment>
        ),
      )}
    </text>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
