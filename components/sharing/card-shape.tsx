import { formatDecimal, formatPercent } from '@/lib/format/index.ts'
import type { ShareOfRange, ShareOfState } from '@/lib/library/index.ts'
import { type Bar, barsOf, type Span, spanOf } from '../library/range-shape.ts'
import { colours } from './card-colours.ts'

const box = { width: 660, height: 150 }
const hair = 4

type RangeProps = { title: string; shares: ShareOfRange[]; from: number | null }

/** The pool by ranges, to scale; rows without an end are hatched. */
export function RangeShape({ title, shares, from }: RangeProps) {
  const rule = { least: 0, from }
  const span = spanOf([shares], rule)
  if (!span) return null
  const [open, closed] = splitOpen(barsOf(shares, span, rule, box))
  const most = shares.reduce((largest, share) => (share.pct > largest.pct ? share : largest))
  return (
    <div style={{ display: 'flex', flexDirection: 'column' }}>
      <Caption title={title} says={`largest row ${formatPercent(most.pct)}% of balance`} />
      <svg
        aria-hidden="true"
        width={box.width}
        height={box.height + 2}
        viewBox={`0 0 ${box.width} ${box.height + 2}`}
      >
        <path d={closed.map(outline).join('')} fill={colours.data} />
        <path d={open.map(hatch).join('')} fill="none" stroke={colours.data} strokeWidth="2" />
        <path d={`M0 ${box.height + 1}h${box.width}`} stroke={colours.ink} strokeWidth="2" />
      </svg>
      <Ends span={span} />
    </div>
  )
}

function Caption({ title, says }: { title: string; says: string }) {
  return (
    <div style={{ display: 'flex', fontSize: 22, marginBottom: 12 }}>
      <span style={{ fontWeight: 600, marginRight: 14 }}>{title}</span>
      <span style={{ color: colours.quiet }}>{says}</span>
    </div>
  )
}

function Ends({ span: { low, high } }: { span: Span }) {
  const say = (value: number) => formatDecimal(value, Number.isInteger(value) ? 0 : 3)
  return (
    <div
      style={{
        display: 'flex',
        justifyContent: 'space-between',
        fontSize: 20,
        color: colours.quiet,
        marginTop: 6,
      }}
    >
      <span>{say(low)}</span>
      <span>{say((low + high) / 2)}</span>
      <span>{say(high)}</span>
    </div>
  )
}

function outline({ x, width, height }: Bar): string {
  const wide = Math.max(width - 2, hair)
  return `M${Math.min(x, box.width - wide)} ${box.height}v${-Math.max(height, 2)}h${wide}v${Math.max(height, 2)}z`
}

function splitOpen(bars: Bar[]): [Bar[], Bar[]] {
  return [bars.filter(({ open }) => open), bars.filter(({ open }) => !open)]
}

/** An open row: its outline with strokes across it, one by one, for the picture knows no patterns. */
function hatch(bar: Bar): string {
  const { x, width, height } = bar
  const strokes: string[] = []
  for (let start = x; start < x + width; start += 9) {
    const run = Math.min(height, x + width - start)
    strokes.push(`M${start} ${box.height - height + run}l${run} ${-run}`)
  }
  return outline(bar) + strokes.join('')
}

/** The largest states as bars of their share. */
export function StateShape({ title, shares }: { title: string; shares: ShareOfState[] }) {
  const largest = [...shares].sort((a, b) => b.pct - a.pct).slice(0, 5)
  const most = largest[0]?.pct ?? 0
  if (most === 0) return null
  return (
    <div style={{ display: 'flex', flexDirection: 'column', width: box.width }}>
      <Caption title={title} says="% of balance" />
      {largest.map(({ code, pct }) => (
        <div key={code} style={{ display: 'flex', alignItems: 'center', height: 34, fontSize: 22 }}>
          <span style={{ width: 52, fontWeight: 600 }}>{code}</span>
          <div
            style={{
              width: Math.max(3, (pct / most) * 480),
              height: 22,
              background: colours.data,
              marginRight: 12,
            }}
          />
          <span>{formatPercent(pct)}</span>
        </div>
      ))}
    </div>
  )
}
