import { PartNav } from '@/components/deal/part-nav.tsx'
import { CopyLink } from '@/components/sharing/copy-link.tsx'
import { PrintHead } from '@/components/sharing/print-head.tsx'
import { Crumbs } from '@/components/shell/crumbs.tsx'
import { FileIcon, TableIcon } from '@/components/shell/icons.tsx'
import { Page } from '@/components/shell/page.tsx'
import { filingHref, ledgerHref, listHref, rowChecksHref, sourceHref } from '@/lib/addresses/place-address.ts'
import { listStatedFigures } from '@/lib/evidence/stated-figures.ts'
import { buildMatrix, type MatrixRow } from '@/lib/layout/check-matrix.ts'
import type { DealRecord } from '@/lib/library/index.ts'
import type { PartCounts, ReportPart } from '@/lib/library/report-part.ts'
import type { Place } from '@/lib/report.ts'
import { CheckMatrix } from './check-matrix.tsx'
import { CoverageTable } from './coverage-table.tsx'
import { Failures } from './failures.tsx'
import { IssueList } from './issue-list.tsx'
import { proofMarks } from './proof-marks.ts'
import { ProofStrip } from './proof-strip.tsx'
import { Seal } from './seal.tsx'
import { StatedFigures } from './stated-figures.tsx'
import { TableChecks } from './table-checks.tsx'

type Props = { deal: DealRecord; part: ReportPart }

/** More checks than this have no mark each, but one for each table. */
const mostMarks = 2500

/** Everything the filing prints twice, or lets one compute, compared: failures first, then tables, lines and words. */
export function LedgerView({ deal, part }: Props) {
  const { report, counts } = part
  const { slug } = deal
  const { sha256 } = report.file
  const home = filingHref(deal, sha256)
  const matrix = buildMatrix(report, counts.longTables)
  const stated = listStatedFigures(report)
  const marks = proofMarks(part, mostMarks)
  const filing = sourceHref(slug, sha256)
  const hrefOf = (at: Place) => sourceHref(slug, sha256, at)
  return (
    <Page className="page ledger">
      <PrintHead name={`${deal.name}: verification ledger`} url={ledgerHref(slug, sha256)} />
      <LedgerHead
        deal={deal}
        sha256={sha256}
        title="Verification ledger"
        words="Everything the filing prints twice, or lets one compute, compared"
      />
      <PartNav deal={deal} part={part} hrefOf={number => ledgerHref(slug, sha256, null, number)} />
      <div className="ledger-proof">
        <Seal checks={counts.checks} />
        <ProofStrip groups={marks.groups} checks={counts.checks} className="flex-1 basis-60" />
        {marks.groups.length > 0 && <span>{marks.says}</span>}
      </div>
      <Failures slug={slug} part={part} hrefOf={hrefOf} />
      {report.noStratifications && <p className="ledger-none">{report.noStratifications.message}</p>}
      {matrix.rows.length > 0 && <CheckMatrix matrix={matrix} />}
      <div className={matrix.rows.length > 0 ? 'ledger-split' : 'ledger-single'}>
        <div>
          {failingFirst(matrix.rows).map(({ table, checks }) => (
            <TableChecks
              key={table.id}
              {...{ report, table, checks, filing }}
              all={allOfTable(slug, sha256, counts, table.id)}
            />
          ))}
          {matrix.outside.length > 0 && (
            <TableChecks
              table={null}
              checks={matrix.outside}
              {...{ report, filing }}
              all={
                counts.lists.checks && {
                  href: listHref(home, 'checks'),
                  count: counts.lists.checks.count,
                }
              }
            />
          )}
        </div>
        <div>
          {stated.length > 0 && (
            <StatedFigures
              figures={stated}
              hrefOf={hrefOf}
              all={
                counts.lists.stated && { href: listHref(home, 'stated'), count: counts.lists.stated.count }
              }
            />
          )}
          <IssueList
            issues={report.issues}
            hrefOf={hrefOf}
            all={
              counts.lists.issues && {
                href: listHref(home, 'issues', counts.lists.issues.page),
                count: counts.lists.issues.count,
              }
            }
          />
          <CoverageTable coverage={report.coverage} />
        </div>
      </div>
      <PartNav deal={deal} part={part} hrefOf={number => ledgerHref(slug, sha256, null, number)} isShort />
    </Page>
  )
}

function allOfTable(slug: string, sha256: string, { longTables }: PartCounts, table: string) {
  const long = longTables.find(({ id }) => id === table)
  if (!long) return undefined
  const { passed, failed } = long.checks
  return { href: rowChecksHref(slug, sha256, table), count: passed + failed, failed }
}

/** Tables with failing checks before the others, otherwise in the filing's order. */
function failingFirst(rows: MatrixRow[]): MatrixRow[] {
  return [...rows].sort((a, b) => Number(b.failed > 0) - Number(a.failed > 0))
}

type HeadProps = { deal: DealRecord; sha256: string; title: string; words: string }

/** What the page is, and the ways to the deal and the filing. */
export function LedgerHead({ deal, sha256, title, words }: HeadProps) {
  const home = filingHref(deal, sha256)
  return (
    <header>
      <Crumbs trail={[{ name: deal.name, href: home }]} />
      <div className="page-title">
        <div>
          <h1>{title}</h1>
          <p>{words}</p>
        </div>
        <div className="page-actions">
          <a className="button" href={home}>
            <TableIcon />
            Deal page
          </a>
          <a className="button" href={sourceHref(deal.slug, sha256)}>
            <FileIcon />
            Read the filing
          </a>
          <CopyLink className="button" />
        </div>
      </div>
    </header>
  )
}
