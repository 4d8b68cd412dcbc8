import { explainColumn, headColumn, isRead, type ReadColumn } from '@/lib/evidence/column-heading.ts'
import type { Stratification } from '@/lib/report.ts'
import { Term } from '../shell/term.tsx'
import { packRows } from './pack-rows.ts'
import { TableRows } from './table-rows.tsx'

type Props = {
  table: Stratification
  /** Address of the page that shows the filing as printed. */
  filing: string
  /** Address of the pages of all its rows, where these are only the first of them. */
  more?: string | undefined
  /** What the checks say that fail on its cells, see `failingCells`. */
  fails?: ReadonlyMap<string, string> | undefined
}

/** Id of the words on what a header does, which a page with tables has once. */
export const sortWordsId = 'sort-words'
export const sortWords = 'Sorts the rows'

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
 * be read. Some of the rows of a longer table are never put in another order, nor added up.
 */
export function StratificationTable({ table, filing, more, fails }: Props) {
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
      <TableRows table={table.id} packed={packRows(table, fails)} filing={filing} more={more} />
    </table>
  )
  if (!isWide) return drawn
  return (
    <section className="strat-scroll scrolls" tabIndex={0} aria-label={`${table.title}, scrolls sideways`}>
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
          <Heading isSortable={!table.cut}>{table.stub?.header ?? table.title}</Heading>
        </th>
        {columns.map(column => (
          <th scope="col" key={column.measure}>
            <Heading isSortable={!table.cut} says={explainColumn(column)}>
              {headColumn(column)}
            </Heading>
          </th>
        ))}
      </tr>
    </thead>
  )
}

type HeadingProps = { isSortable: boolean; says?: string; children: string }

function Heading({ isSortable, says, children }: HeadingProps) {
  if (!isSortable)
    return says === undefined ? <span>{children}</span> : <Term meaning={says}>{children}</Term>
  return (
    <button
      type="button"
      className={says && 'says'}
      aria-description={says && `${says}. ${sortWords}`}
      aria-describedby={says ? undefined : sortWordsId}
    >
      {children}
    </button>
  )
}
