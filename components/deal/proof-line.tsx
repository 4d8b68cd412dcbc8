import { ProofStrip } from '@/components/ledger/proof-strip.tsx'
import { Seal } from '@/components/ledger/seal.tsx'
import { ChevronRightIcon } from '@/components/shell/icons.tsx'
import { titleTable } from '@/lib/evidence/names.ts'
import { ledgerHref } from '@/lib/evidence/place-address.ts'
import type { FilingReport } from '@/lib/report.ts'

/** The seal, a mark for every check, and the way to the ledger. Where checks fail, the tables they fail in. */
export function ProofLine({ slug, report, part }: { slug: string; report: FilingReport; part: number }) {
  const { checks, stratifications } = report
  return (
    <div className="proof">
      <Seal checks={checks} />
      <div className="proof-marks">
        <ProofStrip checks={checks} stratifications={stratifications} />
      </div>
      <span className="proof-says">one mark per check, grouped by table</span>
      <a href={ledgerHref(slug, report.file.sha256, null, part)} data-key="l">
        Open the ledger
        <ChevronRightIcon size={14} />
      </a>
      <FailingTables report={report} />
    </div>
  )
}

function FailingTables({ report: { checks, stratifications } }: { report: FilingReport }) {
  const failing = new Set(
    checks.filter(({ outcome }) => outcome === 'fail').map(check => check.stratification),
  )
  if (failing.size === 0) return null
  return (
    <p className="proof-fails">
      Fails in{' '}
      {stratifications
        .filter(({ id }) => failing.has(id))
        .map((table, index) => (
          <span key={table.id}>
            {index > 0 && ', '}
            <a href={`#${table.id}`}>{titleTable(table)}</a>
          </span>
        ))}
    </p>
  )
}
