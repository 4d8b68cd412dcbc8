import { formatCount, formatDate } from '@/lib/format/index.ts'
import type { Tape } from '@/lib/report.ts'
import { sayIssues } from './not-read.tsx'

/** In the place of the seal where nothing is printed to check: what the figures are computed from. */
export function TapeLine({ tape, issues }: { tape: Tape; issues: number }) {
  const { loans, paidOff, balanceName, asOf } = tape
  return (
    <div className="proof">
      <span className="font-semibold">
        Computed from {loans === 1 ? 'one loan' : `${formatCount(loans)} loans`}
      </span>
      <span>
        Each counts with its {balanceName}
        {asOf !== null && `, period to ${formatDate(asOf)}`}
        {paidOff > 0 && `; ${formatCount(paidOff)} paid off not counted`}
      </span>
      {issues > 0 && <a href="#not-read">{sayIssues(issues)} while reading</a>}
      <span className="proof-says">the filing prints no figures to check</span>
    </div>
  )
}
