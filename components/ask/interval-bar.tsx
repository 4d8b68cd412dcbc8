import type { Bound } from '@/lib/distributions/index.ts'

/** What fills the part of a bar that is not certain; of one of several pools in its colour. */
export const hatchFill = (series: number | null = null) => `url(#${hatchId(series)})`
const hatchId = (series: number | null) => (series === null ? 'ask-hatch' : `ask-hatch-${series}`)

/** The hatchings of what may lie there or not, once on a page for all its bars: one, or one for each of several pools. */
export function HatchOfIntervals({ pools = null }: { pools?: number | null }) {
  const all = pools === null ? [null] : Array.from({ length: pools }, (_, series) => series)
  return (
    <svg width="0" height="0" aria-hidden="true" className="ask-defs">
      <defs>
        {all.map(series => (
          <pattern
            key={hatchId(series)}
            id={hatchId(series)}
            className={series === null ? undefined : `series-${series}`}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="5" height="5" className="ask-hatch-ground" />
            <line x1="0" y1="0" x2="0" y2="5" className="ask-hatch-line" />
          </pattern>
        ))}
      </defs>
    </svg>
  )
}

/**
 * A bound as a bar: solid to what is certain, flat hatching to what may be, a cap at both ends. `most` is what the whole
 * width stands for; `series` which of several pools it is of.
 */
export function IntervalBar({
  bound: { low, high },
  most,
  height = 12,
  series = null,
}: {
  bound: Bound
  most: number
  height?: number
  series?: number | null
}) {
  const at = (value: number) => `${most > 0 ? Math.min(100, (100 * value) / most) : 0}%`
  const widthOf = (from: number, to: number) =>
    `${most > 0 ? Math.max(0, Math.min(100, (100 * (to - from)) / most)) : 0}%`
  const isOpen = high > low
  return (
    <svg
      className={series === null ? 'interval-bar' : `interval-bar series-${series}`}
      height={height}
      aria-hidden="true"
    >
      <rect className="interval-ground" width="100%" height={height} />
      <rect className="interval-certain" width={at(low)} height={height} />
      {isOpen && <rect x={at(low)} width={widthOf(low, high)} height={height} fill={hatchFill(series)} />}
      {isOpen &&
        [low, high].map(end => (
          <line key={end} x1={at(end)} x2={at(end)} y2={height} className="interval-cap" />
        ))}
    </svg>
  )
}
