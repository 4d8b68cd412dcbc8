import { formatCount } from '@/lib/format/index.ts'
import type { Rereading } from '@/lib/library/index.ts'

/** How far reading again has come after an update of Strata; nothing once all filings are as the present reader reads them. */
export function RereadingNote({ rereading: { left, of } }: { rereading: Rereading }) {
  if (left === 0) return null
  return (
    <p className="rereading" role="status">
      <progress className="progress-bar" value={of - left} max={of} aria-label="Filings read again" />
      Strata was updated and is reading its filings again: {formatCount(of - left)} of {formatCount(of)} done.
      Figures of the others may still change.
    </p>
  )
}
