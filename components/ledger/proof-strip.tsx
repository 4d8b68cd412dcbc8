import { groupChecks, layOutStrip } from '@/lib/evidence/strip-layout.ts'
import type { Check, Stratification } from '@/lib/report.ts'

type Props = { checks: Check[]; stratifications: Pick<Stratification, 'id'>[]; className?: string }

/** One mark per check, grouped by table: passes short and green, failures tall and vermilion. Two paths in all. */
export function ProofStrip({ checks, stratifications, className = '' }: Props) {
  const { width, height, passes, fails } = layOutStrip(groupChecks(checks, stratifications))
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

function sayStrip(checks: Check[]): string {
  const failed = checks.filter(({ outcome }) => outcome === 'fail').length
  return failed === 0 ? `All ${checks.length} checks pass` : `${failed} of ${checks.length} checks fail`
}
