import { FailingPages } from '@/components/ledger/failures.tsx'
import { WarningIcon } from '@/components/shell/icons.tsx'
import { formatCount } from '@/lib/format/index.ts'
import type { LongTable } from '@/lib/library/report-part.ts'
import type { FilingReport, Stratification } from '@/lib/report.ts'
import { Failures, Settling } from './failing-checks.tsx'
import type { LinkPlace } from './place-link.ts'

type Props = { slug: string; report: FilingReport; table: Stratification; long: LongTable; link: LinkPlace }

/**
 * What fails in a table whose rows are on pages of their own: its columns, as loud as anywhere, and the pages of the rows
 * on which checks fail. Nothing where all pass.
 */
export function LongFailures({ slug, report, table, long, link }: Props) {
  const { passed, failed } = long.checks
  if (failed === 0) return null
  const ofColumns = report.checks.filter(
    ({ stratification, bucket, outcome }) =>
      stratification === table.id && bucket === null && outcome === 'fail',
  )
  return (
    <div className="alarm" role="note">
      <h3>
        <WarningIcon />
        {formatCount(failed)} of {formatCount(passed + failed)} checks fail
      </h3>
      <Failures {...{ report, link }} checks={ofColumns} />
      {long.settling.map(said => (
        <Settling key={said.before} said={said} link={link} />
      ))}
      <FailingPages slug={slug} sha256={report.file.sha256} long={long} />
    </div>
  )
}
