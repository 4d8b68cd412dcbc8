import { PartNav } from '@/components/deal/part-nav.tsx'
import { CopyLink } from '@/components/sharing/copy-link.tsx'
import { Crumbs } from '@/components/shell/crumbs.tsx'
import { FileIcon, TableIcon } from '@/components/shell/icons.tsx'
import { buildMatrix, type MatrixRow } from '@/lib/evidence/check-matrix.ts'
import { ledgerHref, sourceHref } from '@/lib/evidence/place-address.ts'
import { listStatedFigures } from '@/lib/evidence/stated-figures.ts'
import type { DealRecord, ReportPart } from '@/lib/library/index.ts'
import type { FilingReport, Place } from '@/lib/report.ts'
import { CheckMatrix } from './check-matrix.tsx'
import { CoverageTable } from './coverage-table.tsx'
import { Failures } from './failures.tsx'
import { IssueList } from './issue-list.tsx'
import { ProofStrip } from './proof-strip.tsx'
import { Seal } from './seal.tsx'
import { StatedFigures } from './stated-figures.tsx'
import { TableChecks } from './table-checks.tsx'
import './ledger.css'

type Props = { deal: DealRecord; part: ReportPart }

/** Everything the filing prints twice, or lets one compute, compared: failures first, then tables, lines and words. */
export function LedgerView({ deal, part }: Props) {
  const { report } = part
  const matrix = buildMatrix(report)
  const stated = listStatedFigures(report)
  const hrefOf = (at: Place) => sourceHref(deal.slug, report.file.sha256, at)
  return (
    <main id="main" tabIndex={-1} className="page ledger">
      <LedgerHead deal={deal} report={report} />
      <PartNav
        deal={deal}
        part={part}
        hrefOf={number => ledgerHref(deal.slug, report.file.sha256, null, number)}
      />
      <div className="ledger-proof">
        <Seal checks={report.checks} />
        <ProofStrip
          checks={report.checks}
          stratifications={report.stratifications}
          className="flex-1 basis-60"
        />
        {report.checks.length > 0 && <span>one mark per check, grouped by table</span>}
      </div>
      <Failures report={report} hrefOf={hrefOf} />
      {report.noStratifications && <p className="ledger-none">{report.noStratifications.message}</p>}
      {matrix.rows.length > 0 && <CheckMatrix matrix={matrix} />}
      <div className={matrix.rows.length > 0 ? 'ledger-split' : 'ledger-single'}>
        <div>
          {failingFirst(matrix.rows).map(({ table, checks }) => (
            <TableChecks key={table.id} {...{ report, table, checks, hrefOf }} />
          ))}
          {matrix.outside.length > 0 && (
            <TableChecks table={null} checks={matrix.outside} report={report} hrefOf={hrefOf} />
          )}
        </div>
        <div>
          {stated.length > 0 && <StatedFigures figures={stated} hrefOf={hrefOf} />}
          <IssueList issues={report.issues} hrefOf={hrefOf} />
          <CoverageTable coverage={report.coverage} />
        </div>
      </div>
    </main>
  )
}

/** Tables with failing checks before the others, otherwise in the filing's order. */
function failingFirst(rows: MatrixRow[]): MatrixRow[] {
  return [...rows].sort((a, b) => Number(b.failed > 0) - Number(a.failed > 0))
}

function LedgerHead({ deal, report }: { deal: DealRecord; report: FilingReport }) {
  return (
    <header>
      <Crumbs trail={[{ name: deal.name, href: deal.url }]} />
      <div className="page-title">
        <div>
          <h1>Verification ledger</h1>
          <p>Everything the filing prints twice, or lets one compute, compared</p>
        </div>
        <div className="page-actions">
          <a className="button" href={deal.url}>
            <TableIcon />
            Deal page
          </a>
          <a className="button" href={sourceHref(deal.slug, report.file.sha256)}>
            <FileIcon />
            Read the filing
          </a>
          <CopyLink className="button" />
        </div>
      </div>
    </header>
  )
}
