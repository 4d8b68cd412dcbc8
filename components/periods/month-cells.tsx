import type { ReactNode } from 'react'
import { filingHref } from '@/lib/addresses/place-address.ts'
import { formatCount, formatMoney } from '@/lib/format/index.ts'
import type { DealRecord } from '@/lib/library/index.ts'
import type { MonthOfDeal, Told } from '@/lib/periods/index.ts'
import { namePeriod, periodOf } from '@/lib/trends/index.ts'

/** What every part of the page over time is told. */
export type MonthProps = { deal: DealRecord; months: readonly MonthOfDeal[] }

/** > 2024-06 → Jun 2024 */
export function nameMonth(month: string): string {
  return namePeriod(periodOf(`${month}-01`, 'month'), 'month')
}

/** What is not reported, for a cell. */
export function NotTold({ children = 'not told' }: { children?: ReactNode }) {
  return <span className="month-none">{children}</span>
}

/** A sum in dollars and cents, with how many loans tell it where not all do. */
export function ToldCell({ told, of }: { told: Told | null; of: number | null }) {
  if (told === null)
    return (
      <td>
        <NotTold />
      </td>
    )
  return (
    <td>
      {formatMoney(told.cents)}
      {!told.ofAll && of !== null && (
        <small>
          told by {formatCount(told.loans)} of {formatCount(of)}
        </small>
      )}
    </td>
  )
}

/** How many loans a month's exhibit lists, those that left in it among them. */
export const listedOf = ({ filing }: MonthOfDeal) => filing?.tape.period.loans ?? null

/** The head of a column of words, which stand from the left. */
export const reasonsHead = 'Reasons given'

type TableProps = MonthProps & {
  label: string
  heads: readonly ReactNode[]
  cells: (month: MonthOfDeal) => ReactNode
}

/** A row for each month, which leads to its filing; months without one say so. */
export function MonthTable({ deal, months, label, heads, cells }: TableProps) {
  return (
    <section className="ask-scroll" tabIndex={0} aria-label={label}>
      <table className="strat ask-rows month-table">
        <thead>
          <tr>
            <th scope="col">Month</th>
            {heads.map((head, order) => (
              <th
                key={String(order)}
                scope="col"
                className={head === reasonsHead ? 'month-words' : undefined}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map(one => (
            <tr key={one.month}>
              <th scope="row">
                {one.filing ? (
                  <a href={filingHref(deal, one.filing.sha256)}>{nameMonth(one.month)}</a>
                ) : (
                  nameMonth(one.month)
                )}
              </th>
              {one.filing ? (
                cells(one)
              ) : (
                <td colSpan={heads.length}>
                  <NotTold>no filing</NotTold>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type SectionProps = { id: string; title: string; says: ReactNode; children?: ReactNode }

/** A part of the page: its heading, what it shows in a sentence, chart and table beside each other. */
export function MonthSection({ id, title, says, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="ask-amounts">{says}</p>
      {children && <div className="month-pair">{children}</div>}
    </section>
  )
}
