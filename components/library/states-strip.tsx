import { formatPercent } from '@/lib/format/index.ts'
import type { ShareOfState } from '@/lib/library/deal-summary.ts'

const width = 108
const shades = ['var(--step-4)', 'var(--step-3)', 'var(--step-3)', 'var(--step-2)']

/** A pool's states by share, largest first, and hatched what the filing leaves unnamed. */
export function StatesStrip({ states }: { states: ShareOfState[] | null }) {
  if (states === null) return null
  const bySize = [...states].sort((a, b) => b.pct - a.pct)
  const parts = placeParts(bySize)
  const named = parts.reduce((end, { wide }) => end + wide, 0)
  return (
    <svg width={width} height={10} role="img" aria-label={nameShares(bySize)} className="ml-auto block">
      <rect
        x={named + 0.5}
        y={0.5}
        width={Math.max(width - named - 1, 0)}
        height={9}
        fill="url(#hatch)"
        stroke="var(--control)"
      />
      {parts.map(({ code, x, wide }, at) => (
        <rect
          key={code}
          x={x}
          width={wide - Math.min(1, wide / 3)}
          height={10}
          fill={shades[Math.min(at, 3)]}
        />
      ))}
    </svg>
  )
}

function placeParts(states: ShareOfState[]): { code: string; x: number; wide: number }[] {
  let x = 0
  return states.map(({ code, pct }) => {
    const part = { code, x: Math.round(x * 10) / 10, wide: Math.round(width * pct) / 100 }
    x += part.wide
    return part
  })
}

/** The four largest states and what is not named, for those who do not see the strip. */
function nameShares(states: ShareOfState[]): string {
  const named = states.slice(0, 4).map(({ code, pct }) => `${code} ${formatPercent(pct)}`)
  const others = states.length - named.length
  const unnamed = 100 - states.reduce((sum, { pct }) => sum + pct, 0)
  return [
    ...named,
    ...(others > 0 ? [`${others} more states`] : []),
    ...(unnamed > 0.5 ? [`${formatPercent(unnamed)} percent in states not named`] : []),
  ].join(', ')
}
