import { proofMarks } from '@/components/ledger/proof-marks.ts'
import { ProofStrip } from '@/components/ledger/proof-strip.tsx'
import { Seal } from '@/components/ledger/seal.tsx'
import { ChevronRightIcon } from '@/components/shell/icons.tsx'
import { loansHref } from '@/lib/addresses/loans-address.ts'
import { ledgerHref } from '@/lib/addresses/place-address.ts'
import { formatCount } from '@/lib/format/index.ts'
import type { ReportPart } from '@/lib/library/index.ts'
import { titleTable } from '@/lib/names/names.ts'
import { failingTables } from './failing-tables.ts'
import { sayIssues } from './not-read.tsx'
import { TapeLine } from './tape-line.tsx'

/** More checks than this would fill the head of the page: each table then has one mark. */
const mostMarks = 600
/** More failing tables than this are told in the ledger. */
const mostNamed = 6

/**
 * The seal, a mark for every check, and the way to the ledger. Where checks fail, the tables they fail in. `slice` is the address of
 * the loans, where tables are computed from such.
 */
export function ProofLine({ slug, part, slice }: { slug: string; part: ReportPart; slice: string }) {
  const { report, counts, number } = part
  const issues = counts.lists.issues?.count ?? report.issues.length
  const ledger = ledgerHref(slug, report.file.sha256, null, number)
  const marks = proofMarks(part, mostMarks)
  return (
    <>
      {report.tape && (
        <TapeLine
          tape={report.tape}
          slice={slice}
          list={loansHref({ slug, chosen: null }, report.file.sha256)}
        />
      )}
      <div className="proof">
        <Seal checks={counts.checks} />
        <div className="proof-marks">
          <ProofStrip groups={marks.groups} checks={counts.checks} />
        </div>
        {issues > 0 && <a href="#not-read">{sayIssues(issues)} while reading</a>}
        <span className="proof-says">{marks.says}</span>
        <a href={ledger} data-key="l">
          Open the ledger
          <ChevronRightIcon size={14} />
        </a>
        <FailingTables part={part} ledger={ledger} />
      </div>
    </>
  )
}

function FailingTables({ part: { report, counts }, ledger }: { part: ReportPart; ledger: string }) {
  const failing = failingTables(report, counts)
  const tables = report.stratifications.filter(({ id }) => failing.has(id))
  if (tables.length === 0) return null
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
          and <a href={ledger}>{more === 1 ? 'one more table' : `${formatCount(more)} more tables`}</a>
        </>
      )}
    </p>
  )
}
