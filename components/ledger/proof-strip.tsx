import { formatOutcome } from '@/lib/format/index.ts'
import { layOutStrip, type StripGroup } from '@/lib/layout/strip-layout.ts'
import type { CheckCount } from '@/lib/library/index.ts'

type Props = {
  groups: StripGroup[]
  /** All checks, also those that have no mark of their own. */
  checks: CheckCount
  className?: string
}

/** A mark per check, or per table, grouped: passes short and green, failures tall and vermilion. Two paths in all. */
export function ProofStrip({ groups, checks, className = '' }: Props) {
  const { width, height, passes, fails } = layOutStrip(groups)
  if (width === 0) return null
  return (
    <svg
      role="img"
      aria-label={sayStrip(checks)}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      className={`block w-full ${className}`}
      style={{ height, maxWidth: width }}
    >
      <path d={passes} className="fill-pass-data" />
      {fails && <path d={fails} className="fill-fail-data" />}
    </svg>
  )
}

function sayStrip(checks: CheckCount): string {
  const says = formatOutcome(checks)
  return says.charAt(0).toUpperCase() + says.slice(1)
}
