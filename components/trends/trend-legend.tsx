import { hatchOf } from './trend-shape.tsx'

/** What the marks of all charts of the page mean. */
export function TrendLegend({ by }: { by: string }) {
  return (
    <ul className="trend-legend">
      <li>
        <Sample>
          <circle className="t-dot" cx="8" cy="8" r="6" />
        </Sample>
        Stated or computed; its area is the balance
      </li>
      <li>
        <Sample>
          <rect x="3" y="2" width="10" height="12" fill={hatchOf.point} />
          <path className="t-cap" d="M3 1h10v2h-10zM3 13h10v2h-10z" />
        </Sample>
        Bounded: from floor to ceiling
      </li>
      <li>
        <Sample>
          <circle className="t-dot t-fails" cx="8" cy="8" r="5.5" />
        </Sample>
        A check on the figure fails
      </li>
      <li>
        <Sample>
          <path className="t-line" d="M0 8h16" />
        </Sample>
        The {by} in one figure
      </li>
      <li>
        <Sample>
          <rect className="t-band" y="3" width="16" height="10" fill={hatchOf.line} />
          <path className="t-line" d="M0 3h16M0 13h16" />
        </Sample>
        The same, where it is bounded
      </li>
    </ul>
  )
}

function Sample({ children }: { children: React.ReactNode }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      {children}
    </svg>
  )
}
