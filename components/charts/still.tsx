import type { StillDrawing } from '@/lib/charts/still.ts'
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
