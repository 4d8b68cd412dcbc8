import type { Bound } from '@/lib/distributions/index.ts'

const hatch = 'ask-hatch'

/** The hatching of what may lie there or not, once on a page for all its bars. */
export function HatchOfIntervals() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="ask-defs">
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" className="ask-hatch-ground" />
          <line x1="0" y1="0" x2="0" y2="5" className="ask-hatch-line" />
        </pattern>
      </defs>
    </svg>
  )
}

/**
 * A bound as a bar: solid to what is certain, flat hatching to what may be, a cap at both ends. `most` is what the whole
 * width stands for.
 */
export function IntervalBar({
  bound: { low, high },
  most,
  height = 12,
}: {
  bound: Bound
  most: number
  height?: number
}) {
  const at = (value: number) => `${most > 0 ? Math.min(100, (100 * value) / most) : 0}%`
  const widthOf = (from: number, to: number) =>
    `${most > 0 ? Math.max(0, Math.min(100, (100 * (to - from)) / most)) : 0}%`
  const isOpen = high > low
  return (
    <svg className="interval-bar" height={height} aria-hidden="true">
      <rect className="interval-ground" width="100%" height={height} />
      <rect className="interval-certain" width={at(low)} height={height} />
      {isOpen && <rect x={at(low)} width={widthOf(low, high)} height={height} fill={`url(#${hatch})`} />}
      {isOpen &&
        [low, high].map(end => (
          <line key={end} x1={at(end)} x2={at(end)} y2={height} className="interval-cap" />
        ))}
    </svg>
  )
}
