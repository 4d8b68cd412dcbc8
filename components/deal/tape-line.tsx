import { formatCount, formatDate } from '@/lib/format/index.ts'
import type { Tape } from '@/lib/report.ts'

/** What the figures are computed from, over the seal of their checks. */
export function TapeLine({ tape, slice, list }: { tape: Tape; slice: string; list: string }) {
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
      <a href={list}>{loans === 1 ? 'The loan' : 'All loans'}</a>
      <a href={slice}>Choose and sort the loans</a>
      <a href="/calibration">What ranges of loans prove</a>
    </div>
  )
}
