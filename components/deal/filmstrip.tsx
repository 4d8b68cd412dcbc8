import { TinyStill } from '@/components/charts/tiny-still.tsx'
import { findDimension } from '@/lib/dimensions/index.ts'
import { titleTable } from '@/lib/evidence/names.ts'
import type { FilingReport, Stratification } from '@/lib/report.ts'
import { MeasureSwitch } from './measure-switch.tsx'

/** The index of tables: each by name and shape, always in reach. Loan groups are told apart when there are some. */
export function Filmstrip({ report }: { report: FilingReport }) {
  const { stratifications } = report
  return (
    <div className="strip">
      <nav aria-label="Tables">
        <ol>
          {stratifications.map((table, index) => (
            <li key={table.id}>
              <a href={`#${table.id}`} title={titleTable(table)}>
                <Group table={table} before={stratifications[index - 1]} />
                {findDimension(table.dimension)?.name ?? table.title}
                <TinyStill id={table.id} stratification={table} quiet />
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <MeasureSwitch stratifications={stratifications} />
    </div>
  )
}

/** The loan group's name, at the first of its tables; after tables of groups, where those of the whole pool begin. */
function Group({ table, before }: { table: Stratification; before: Stratification | undefined }) {
  if (table.loanGroup === (before?.loanGroup ?? null)) return null
  return <b>{table.loanGroup ?? 'Whole pool'} · </b>
}
