import { headColumn, isRead, type ReadColumn } from '@/lib/evidence/column-heading.ts'
import type { Stratification } from '@/lib/report.ts'
import { packRows } from './pack-rows.ts'
import { TableRows } from './table-rows.tsx'

/** `filing` is the address of the page that shows the filing as printed. */
type Props = { table: Stratification; filing: string }

/** More columns than this scroll in a box of their own, with the labels held. */
const columnsInView = 4

/** Whether a table takes the room that its figure would have: the figure beside it is then a narrow one. */
export function isWideTable({ columns }: Pick<Stratification, 'columns'>): boolean {
  return columns.filter(isRead).length > columnsInView
}

/**
 * The table as the filing prints it: its rows in its order, every figure the way to its place.
 *
 * The view controller sorts the rows, adds the cumulative column and moves the emphasis; the page needs none of that to
 * be read.
 */
export function StratificationTable({ table, filing }: Props) {
  const columns = table.columns.filter(isRead)
  const isWide = isWideTable(table)
  const drawn = (
    <table
      className={classesOf(table, columns)}
      data-measures={columns.map(({ measure }) => measure).join(' ')}
      aria-labelledby={`${table.id}-title`}
    >
      <colgroup>
        <col />
        {columns.map(column => (
          <col key={column.measure} className={`col-${column.unit ?? 'text'}`} />
        ))}
      </colgroup>
      <Head table={table} columns={columns} />
      <TableRows table={table.id} packed={packRows(table)} filing={filing} />
    </table>
  )
  if (!isWide) return drawn
  return (
    <section className="strat-scroll" tabIndex={0} aria-label={`${table.title}, scrolls sideways`}>
      {drawn}
    </section>
  )
}

/** `em-4` emphasises the fourth column: at first the shares, where there are none the balances. */
function classesOf(table: Stratification, columns: ReadColumn[]): string {
  const find = (wanted: string) => columns.findIndex(({ measure }) => measure === wanted)
  const emphasised = find('balancePct') >= 0 ? find('balancePct') : Math.max(find('balanceCents'), 0)
  const isWide = isWideTable(table)
  const hasNames = table.buckets.every(({ range }) => range === null)
  return ['strat', `em-${emphasised + 2}`, isWide && 'strat-wide', hasNames && 'strat-names']
    .filter(Boolean)
    .join(' ')
}

function Head({ table, columns }: { table: Stratification; columns: ReadColumn[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">
          <button type="button">{table.stub?.header ?? table.title}</button>
        </th>
        {columns.map(column => (
          <th scope="col" key={column.measure} title={column.header}>
            <button type="button">{headColumn(column)}</button>
          </th>
        ))}
      </tr>
    </thead>
  )
}
