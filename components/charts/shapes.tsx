import type { Run, Shape, TextShape } from '@/lib/charts/drawing.ts'
import { groupTexts } from '@/lib/charts/group-texts.ts'

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

/** Shapes of a drawing, in order; neighbouring texts of one kind share a group, for a page holds hundreds of them. */
export function Shapes({ shapes, ids }: { shapes: Shape[]; ids: HatchIds }) {
  return groupTexts(shapes).map(group => {
    const { key, shape, texts } = group
    if (texts) return <Texts key={key} texts={texts} />
    const fill = shape.ink === 'open' ? ids.open : shape.ink === 'residual' ? ids.residual : null
    return (
      <path key={key} className={`ch-${shape.ink}`} d={shape.d} fill={fill ? `url(#${fill})` : undefined} />
    )
  })
}

function Texts({ texts }: { texts: TextShape[] }) {
  const [first] = texts
  if (!first) return null
  const anchor = first.anchor === 'start' ? undefined : first.anchor
  return (
    <g className={`ch-text ch-${first.ink}`} textAnchor={anchor}>
      {texts.map(({ x, y, runs }) => (
        <text key={`${x} ${y}`} x={round(x)} y={round(y)}>
          {sayRuns(runs)}
        </text>
      ))}
    </g>
  )
}

function sayRuns(runs: Run[]) {
  const [first] = runs
  if (runs.length === 1 && first && !first.strong) return first.text
  return runs.map(({ text, strong }) =>
    strong ? (
      <tspan key={text} className="ch-strong">
        {text}
      </tspan>
    ) : (
      text
    ),
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
