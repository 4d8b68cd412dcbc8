import { type StillDrawing, unpackStill } from '@/lib/charts/pack-still.ts'
import { Hatches, hatchIds, Shapes } from './shapes.tsx'

/**
 * A figure that does not answer, at one width in pixels. `name` is what it says to who cannot see it. `figure` must be
 * unique on the page, for the hatching has an id.
 */
export function Still({
  still: { width, height, shapes },
  figure,
  name,
  className,
}: {
  still: StillDrawing
  figure: string
  name: string
  className?: string
}) {
  const ids = hatchIds(figure)
  return (
    <svg
      className={className}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={name}
    >
      <Hatches ids={ids} shapes={shapes} />
      <Shapes shapes={shapes} ids={ids} />
    </svg>
  )
}

export type PackedStills = { narrow: string; wide: string | null }

/** A figure's stills at both widths, of which style shows the one that there is room for. */
export function BothStills({ stills, figure, name }: { stills: PackedStills; figure: string; name: string }) {
  return (['narrow', 'wide'] as const).map(width => {
    const packed = stills[width]
    return packed === null ? null : (
      <Still
        key={width}
        className={`still-${width}`}
        figure={`${figure}-${width}`}
        name={name}
        still={unpackStill(packed)}
      />
    )
  })
}
