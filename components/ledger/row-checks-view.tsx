import { Page } from '@/components/shell/page.tsx'
import { PageLinks } from '@/components/shell/page-links.tsx'
import { filingHref, rowChecksHref, rowsHref, sourceHref } from '@/lib/addresses/place-address.ts'
import { formatOutcome, sayRowsShown } from '@/lib/format/index.ts'
import type { DealRecord } from '@/lib/library/index.ts'
import type { ReportPart } from '@/lib/library/report-part.ts'
import { titleTable } from '@/lib/names/names.ts'
import { LedgerHead } from './ledger-view.tsx'
import { CheckTable } from './table-checks.tsx'

type Props = { deal: DealRecord; part: ReportPart }

/** The checks of some rows of a long table, and of its columns. */
export function RowChecksView({ deal, part }: Props) {
  const { report, counts, number, count } = part
  const { sha256 } = report.file
  const [table] = report.stratifications
  if (!table) return null
  const filing = sourceHref(deal.slug, sha256)
  const rows = sayRowsShown(table.cut?.rowsBefore ?? 0, table.buckets.length, table.cut?.rows)
  const ofRows = report.checks.filter(({ bucket }) => bucket !== null)
  const ofColumns = report.checks.filter(({ bucket }) => bucket === null)
  const pages = (label: string) => (
    <PageLinks
      label={label}
      page={number}
      count={count}
      hrefOf={page => rowChecksHref(deal.slug, sha256, table.id, page)}
    >
      {label === 'Pages of checks' && (
        <a href={rowsHref(filingHref(deal, sha256), table.id, number)}>The rows themselves, in their table</a>
      )}
    </PageLinks>
  )
  return (
    <Page className="page ledger">
      <LedgerHead deal={deal} sha256={sha256} title={`Checks of ${titleTable(table)}`} words={rows} />
      {pages('Pages of checks')}
      <h2 id="rows-checks" className="ledger-h2">
        {rows} <small>{formatOutcome(counts.checks)}</small>
      </h2>
      {ofRows.length === 0 && (
        <p className="quiet">Nothing that is printed in these rows can be checked by itself.</p>
      )}
      <CheckTable {...{ report, filing }} checks={failingFirst(ofRows)} heading="rows-checks" />
      {ofColumns.length > 0 && (
        <h2 id="column-checks" className="ledger-h2">
          The whole table
        </h2>
      )}
      <CheckTable {...{ report, filing }} checks={ofColumns} heading="column-checks" />
      {pages('Other pages of checks')}
    </Page>
  )
}

function failingFirst(checks: ReportPart['report']['checks']) {
  return checks.toSorted((one, other) => Number(other.outcome === 'fail') - Number(one.outcome === 'fail'))
}
