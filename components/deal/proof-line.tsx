import { ProofStrip } from '@/components/ledger/proof-strip.tsx'
import { Seal } from '@/components/ledger/seal.tsx'
import { ChevronRightIcon } from '@/components/shell/icons.tsx'
import { titleTable } from '@/lib/evidence/names.ts'
import { ledgerHref } from '@/lib/evidence/place-address.ts'
import type { Check, FilingReport } from '@/lib/report.ts'
import { sayIssues } from './not-read.tsx'

/** More checks than this would fill the head of the page: each table then has one mark. */
const mostMarks = 600
/** More failing tables than this are told in the ledger. */
const mostNamed = 6

/** The seal, a mark for every check, and the way to the ledger. Where checks fail, the tables they fail in. */
export function ProofLine({ slug, report, part }: { slug: string; report: FilingReport; part: number }) {
  const { checks, stratifications, issues } = report
  const ledger = ledgerHref(slug, report.file.sha256, null, part)
  return (
    <div className="proof">
      <Seal checks={checks} />
      <div className="proof-marks">
        <ProofStrip
          checks={checks.length > mostMarks ? worstOfTables(checks) : checks}
          stratifications={stratifications}
        />
      </div>
      {issues.length > 0 && <a href="#not-read">{sayIssues(issues.length)} in reading</a>}
      <span className="proof-says">
        {checks.length > mostMarks ? 'one mark per table' : 'one mark per check, grouped by table'}
      </span>
      <a href={ledger} data-key="l">
        Open the ledger
        <ChevronRightIcon size={14} />
      </a>
      <FailingTables report={report} ledger={ledger} />
    </div>
  )
}

/** One check for each table: a failing one where there is any. */
function worstOfTables(checks: Check[]): Check[] {
  const byTable = Map.groupBy(checks, check => check.stratification)
  return [...byTable.values()].flatMap(
    own => own.find(({ outcome }) => outcome === 'fail') ?? own.slice(0, 1),
  )
}

function FailingTables({
  report: { checks, stratifications },
  ledger,
}: {
  report: FilingReport
  ledger: string
}) {
  const failing = new Set(
    checks.filter(({ outcome }) => outcome === 'fail').map(check => check.stratification),
  )
  if (failing.size === 0) return null
  const tables = stratifications.filter(({ id }) => failing.has(id))
  const more = tables.length - mostNamed
  return (
    <p className="proof-fails">
      Fails in{' '}
      {tables.slice(0, mostNamed).map((table, index) => (
        <span key={table.id}>
          {index > 0 && ', '}
          <a href={`#${table.id}`}>{titleTable(table)}</a>
        </span>
      ))}
      {more > 0 && (
        <>
          {' '}
          and <a href={ledger}>{more === 1 ? 'one more table' : `${more} more tables`}</a>
        </>
      )}
    </p>
  )
}
