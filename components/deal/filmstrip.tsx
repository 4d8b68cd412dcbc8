import { TinyStill } from '@/components/charts/tiny-still.tsx'
import type { LongTable, ReportPart } from '@/lib/library/report-part.ts'
import { groupSlug, nameGroup } from '@/lib/names/loan-groups.ts'
import { nameSplit, titleTable } from '@/lib/names/names.ts'
import type { Stratification } from '@/lib/report.ts'

/** The tables in a row, each by name and shape, always in reach. Loan groups are told apart when there are some. */
export function Filmstrip({ part: { report, counts }, isGrouped }: { part: ReportPart; isGrouped: boolean }) {
  const { stratifications: tables } = report
  return (
    <nav className="films scrolls" aria-label="Tables">
      <ol>
        {tables.map((table, index) => (
          <li key={table.id} data-group={isGrouped ? groupSlug(table) : undefined}>
            <a href={`#${table.id}`} title={titleTable(table)}>
              <Group table={table} before={tables[index - 1]} />
              {nameSplit(table)}
              <Shape table={table} long={counts.longTables.find(({ id }) => id === table.id)} />
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/**
 * The loan group's name, at the first of its tables; after tables of groups, where those of the whole pool begin; after
 * printed tables, where those computed from loans do.
 */
function Group({ table, before }: { table: Stratification; before: Stratification | undefined }) {
  if (before && table.computed && !before.computed) return <b>From loans · </b>
  if (table.loanGroup === (before?.loanGroup ?? null)) return null
  return <b>{nameGroup(table.loanGroup)} · </b>
}

/** Of a long table its sums, or an empty place where its rows cannot be added up. */
function Shape({ table, long }: { table: Stratification; long: LongTable | undefined }) {
  if (!long) return <TinyStill id={table.id} stratification={table} quiet />
  return long.chart ? (
    <TinyStill id={table.id} stratification={long.chart} quiet />
  ) : (
    <TinyStill id={table.id} rows={[]} quiet />
  )
}
