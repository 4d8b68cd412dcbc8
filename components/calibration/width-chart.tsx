import type { WidthBars } from '@/lib/charts/width-bars.ts'

/** Mean widths by dimension, drawn where pages are: solid with all that rows prove, framed by their edges alone. */
export function WidthChart({ widths: { rows, ticks } }: { widths: WidthBars }) {
  if (rows.length === 0) return null
  return (
    <figure className="width-chart">
      <div role="img" aria-label="Mean width of intervals by dimension. The table tells the same.">
        {rows.map(({ name, solid, whole }) => (
          <div key={name} className="width-row">
            <span>{name}</span>
            <svg width="100%" height="24" aria-hidden="true">
              {ticks.map(({ at }) => (
                <line key={at} className="width-grid" x1={`${at}%`} x2={`${at}%`} y2="24" />
              ))}
              <rect className="width-whole" y="5" height="14" width={`${whole}%`} />
              <rect className="width-solid" y="5" height="14" width={`${solid}%`} />
            </svg>
          </div>
        ))}
        <div className="width-row width-axis">
          <span />
          <svg width="100%" height="20" aria-hidden="true">
            {ticks.map(({ at, value }) => (
              <text key={at} x={`${at}%`} y="14" textAnchor={at === 0 ? 'start' : at > 95 ? 'end' : 'middle'}>
                {value}
              </text>
            ))}
          </svg>
        </div>
      </div>
      <figcaption>
        <span>
          <svg width="16" height="10" aria-hidden="true">
            <rect className="width-solid" width="16" height="10" />
          </svg>
          mean width, percent points of balance
        </span>
        <span>
          <svg width="16" height="10" aria-hidden="true">
            <rect className="width-whole" x="0.5" y="0.5" width="15" height="9" />
          </svg>
          by the edges of rows alone
        </span>
      </figcaption>
    </figure>
  )
}
