import type { Drawing } from '@/lib/charts/drawing.ts'
import { Hatches, hatchIds, Shapes } from './shapes.tsx'

/**
 * A figure drawn on the server, at one width in pixels. `name` is what it says to who cannot see it.
 * `figure` must be unique on the page, for the hatching has an id.
 */
export function Still({
  drawing,
  figure,
  name,
  className,
}: {
  drawing: Drawing
  figure: string
  name: string
  className?: string
}) {
  const { width, height, frame, marks, line, notes } = drawing
  const shapes = [...frame, ...marks, ...line, ...notes]
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
