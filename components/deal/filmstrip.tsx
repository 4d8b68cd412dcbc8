import { TinyStill } from '@/components/charts/tiny-still.tsx'
import type { FilingReport, Stratification } from '@/lib/report.ts'
import { MeasureSwitch } from './measure-switch.tsx'
import { fullTitle, shortName } from './section-heading.ts'

/** The index of tables: each by name and shape, always in reach. Loan groups are told apart when there are some. */
export function Filmstrip({ report }: { report: FilingReport }) {
  const { stratifications } = report
  return (
    <div className="strip">
      <nav aria-label="Tables">
        <ol>
          {stratifications.map((table, index) => (
            <li key={table.id}>
              <a href={`#${table.id}`} title={fullTitle(table)}>
                <Group table={table} before={stratifications[index - 1]} />
                {shortName(table)}
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

/** The loan group's name, at the first of its tables. */
function Group({ table, before }: { table: Stratification; before: Stratification | undefined }) {
  if (table.loanGroup === null || table.loanGroup === before?.loanGroup) return null
  return <b>{table.loanGroup} · </b>
}
