import { TinyStill } from '@/components/charts/tiny-still.tsx'
import { findDimension } from '@/lib/dimensions/index.ts'
import { groupSlug, nameGroup } from '@/lib/evidence/loan-groups.ts'
import { titleTable } from '@/lib/evidence/names.ts'
import type { Stratification } from '@/lib/report.ts'

/** The tables in a row, each by name and shape, always in reach. Loan groups are told apart when there are some. */
export function Filmstrip({ tables, isGrouped }: { tables: Stratification[]; isGrouped: boolean }) {
  return (
    <nav className="films" aria-label="Tables">
      <ol>
        {tables.map((table, index) => (
          <li key={table.id} data-group={isGrouped ? groupSlug(table) : undefined}>
            <a href={`#${table.id}`} title={titleTable(table)}>
              <Group table={table} before={tables[index - 1]} />
              {findDimension(table.dimension)?.name ?? table.title}
              <TinyStill id={table.id} stratification={table} quiet />
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The loan group's name, at the first of its tables; after tables of groups, where those of the whole pool begin. */
function Group({ table, before }: { table: Stratification; before: Stratification | undefined }) {
  if (table.loanGroup === (before?.loanGroup ?? null)) return null
  return <b>{nameGroup(table.loanGroup)} · </b>
}
