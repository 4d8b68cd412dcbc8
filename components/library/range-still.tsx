import { formatCountOf, formatPercent } from '@/lib/format/index.ts'
import type { ShareOfRange } from '@/lib/library/deal-summary.ts'
import { type AxisRule, type Bar, barsOf, type Span } from './range-shape.ts'

const box = { width: 108, height: 26 }
/** The thinnest line that still shows. */
const hair = 1.6

/** A deal's shares by LTV or rate, small, on the axis that all rows share. One path a fill keeps the row light. */
export function RangeStill({
  shares,
  span,
  rule,
}: {
  shares: ShareOfRange[] | null
  span: Span | null
  rule: AxisRule
}) {
  if (shares === null || span === null) return null
  const bars = barsOf(shares, span, rule, { width: box.width - hair, height: box.height - 1 })
  return (
    <svg
      width={box.width}
      height={box.height}
      role="img"
      aria-label={nameLargest(shares)}
      className="ml-auto block"
    >
      <path d={pathOf(bars.filter(bar => bar.open))} fill="url(#hatch)" />
      <path d={pathOf(bars.filter(bar => !bar.open))} fill="var(--data)" />
      <path d={`M0 ${box.height - 0.5}H${box.width}`} stroke="var(--rule-2)" />
    </svg>
  )
}

/** Bars on the base line, with a gap of a third of a pixel between neighbours that are wide enough. */
function pathOf(bars: Bar[]): string {
  return bars
    .filter(bar => bar.height > 0)
    .map(({ x, width, height, open }) => {
      const tall = Math.max(height, open ? 2 : 0.6)
      return `M${round(x)} ${round(box.height - 1 - tall)}h${round(Math.max(width - 0.4, hair))}v${round(tall)}h${-round(Math.max(width - 0.4, hair))}z`
    })
    .join('')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** The largest share in words, for those who do not see the shape. */
function nameLargest(shares: ShareOfRange[]): string {
  const most = shares.reduce((largest, share) => (share.pct > largest.pct ? share : largest))
  return `${formatCountOf(shares.length, 'row')}; the largest, ${formatPercent(most.pct)} percent, is ${nameEnds(most)}`
}

function nameEnds({ low, high }: ShareOfRange): string {
  if (low === null) return high === null ? 'of any value' : `${high} or less`
  if (high === null) return `${low} or more`
  return low === high ? `at ${low}` : `${low} to ${high}`
}
