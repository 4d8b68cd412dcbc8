import type { MonthBars, MonthInk } from '@/lib/charts/month-bars.ts'

type Props = {
  bars: MonthBars
  /** What the chart shows, for who cannot see it. */
  name: string
  /** What the axis upwards counts. */
  measured: string
  /** What the inks are, where a bar has several. */
  legend?: readonly { ink: MonthInk; name: string }[]
  /** What a bar is, in words, by its month. */
  says: ReadonlyMap<string, string>
}

const round = (value: number) => Math.round(value * 10) / 10

/** Bars by month, drawn where pages are; the table beside it tells the same. */
export function MonthChart({ bars: drawn, name, measured, legend = [], says }: Props) {
  const { height, gutter, base, ticks, bars, names } = drawn
  const hasGaps = bars.some(({ isAbsent }) => isAbsent)
  // A chart of nothing but noughts says less than the table beside it.
  if (bars.every(({ parts }) => parts.length === 0)) return null
  return (
    <figure className="month-chart">
      <p className="month-title">{measured}</p>
      <div className="month-box">
        <svg width={gutter} height={height} aria-hidden="true">
          {ticks.map(({ y, text }) => (
            <text key={y} x={gutter - 6} y={round(y) + 4} textAnchor="end">
              {text}
            </text>
          ))}
        </svg>
        <div className="month-plot">
          <svg width="100%" height={height} role="img" aria-label={`${name}. The table tells the same.`}>
            {ticks.map(({ y }) => (
              <line key={y} className="month-grid" x2="100%" y1={round(y)} y2={round(y)} />
            ))}
            {bars.map(({ month, x, width, parts, isAbsent }) => (
              <g key={month} className={isAbsent ? 'month-absent' : undefined}>
                <title>{says.get(month)}</title>
                {parts.map(part => (
                  <rect
                    key={part.y}
                    className={isAbsent ? undefined : `month-${part.ink}`}
                    x={`${round(x - width / 2)}%`}
                    width={`${round(width)}%`}
                    y={round(part.y)}
                    height={round(part.height)}
                  />
                ))}
              </g>
            ))}
            <line className="month-base" x2="100%" y1={base} y2={base} />
            {names.map(({ x, text, anchor }) => (
              <text
                key={text}
                x={anchor === 'middle' ? `${round(x)}%` : anchor === 'start' ? 0 : '100%'}
                y={height - 6}
                textAnchor={anchor}
              >
                {text}
              </text>
            ))}
          </svg>
        </div>
      </div>
      {(legend.length > 0 || hasGaps) && (
        <figcaption>
          {legend.map(({ ink, name: part }) => (
            <span key={ink}>
              <Sample className={`month-${ink}`} />
              {part}
            </span>
          ))}
          {hasGaps && (
            <span>
              <Sample className="month-absent" />
              not reported
            </span>
          )}
        </figcaption>
      )}
    </figure>
  )
}

function Sample({ className }: { className: string }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <g className={className}>
        <rect className={className} width="12" height="12" />
      </g>
    </svg>
  )
}
