'use client'

import { useMemo, useRef } from 'react'
import type { PackedTable } from '@/lib/charts/packed-table.ts'
import { TermButton } from '../shell/term-button.tsx'
import { lookAt, lookedAt, useLooking } from '../view/view-store.ts'
import type { ShownRows } from './arrange-rows.ts'
import { isWide } from './columns-in-view.ts'
import { nextOrder } from './next-order.ts'
import { isSortable, useShownRows } from './shown-rows.ts'
import { sortWords, sortWordsId } from './sort-words.ts'
import { useTable } from './table-data.tsx'
import { TableRows } from './table-rows.tsx'
import { usePointedRow } from './use-pointed-row.ts'

type Props = {
  /** The table's id; its rows come from the `TableData` around. */
  id: string
  /** Address of the page that shows the filing as printed. */
  filing: string
  /** Address of the pages of all its rows, where these are only the first of them. */
  more?: string | undefined
}

/**
 * The table as the filing prints it: its rows in its order until another is looked at, every figure the way to its place.
 * The column of the measure that is looked at stands out.
 */
export function StratificationTable({ id, filing, more }: Props) {
  const table = useTable(id)
  const shown = useShownRows(table)
  const emphasised = useLooking(({ measure }) => emphasisedColumn(table, measure))
  const isScrolled = isWide(table.columns.length)
  const box = useRef<HTMLTableElement>(null)
  usePointedRow(box, id, shown.rows)
  // Another measure changes a class and nothing of what stands in the table.
  const contents = useMemo(
    () => (
      <>
        <Columns table={table} shown={shown} />
        <Head table={table} shown={shown} />
        <TableRows table={table} shown={shown} filing={filing} more={more} />
      </>
    ),
    [table, shown, filing, more],
  )
  const drawn = (
    <table ref={box} className={classesOf(table, emphasised)} aria-labelledby={`${id}-title`}>
      {contents}
    </table>
  )
  if (!isScrolled) return drawn
  return (
    <section className="strat-scroll scrolls" tabIndex={0} aria-label={`${table.title}, scrolls sideways`}>
      {drawn}
    </section>
  )
}

/** The column of a measure; where the table has none, that of the shares, and where it has none of these that of balances. */
function emphasisedColumn({ columns }: PackedTable, measure: string | null): number {
  const find = (wanted: string | null) => columns.findIndex(column => column.measure === wanted)
  return [find(measure), find('balancePct'), find('balanceCents'), 0].find(column => column >= 0) ?? 0
}

/** `em-4` emphasises the fourth column. */
function classesOf(table: PackedTable, emphasised: number): string {
  const hasNames = table.rows.every(([, , , more]) => more?.range === undefined)
  return [
    'strat',
    `em-${emphasised + 2}`,
    isWide(table.columns.length) && 'strat-wide',
    hasNames && 'strat-names',
  ]
    .filter(Boolean)
    .join(' ')
}

type HeadProps = { table: PackedTable; shown: ShownRows }

function Columns({ table, shown }: HeadProps) {
  return (
    <colgroup>
      <col />
      {table.columns.map(({ measure, unit }) => (
        <col key={measure} className={`col-${unit ?? 'text'}`} />
      ))}
      {shown.cumulative && <col className="cumulative" />}
    </colgroup>
  )
}

function Head({ table, shown }: HeadProps) {
  return (
    <thead>
      <tr>
        <Heading table={table} shown={shown} column="label" head={table.stub} />
        {table.columns.map(({ measure, head, says }) => (
          <Heading key={measure} table={table} shown={shown} column={measure} head={head} says={says} />
        ))}
        {shown.cumulative && (
          <th scope="col" className="cumulative">
            Cum. %
          </th>
        )}
      </tr>
    </thead>
  )
}

type HeadingProps = HeadProps & { column: string; head: string; says?: string }

function Heading({ table, shown: { order }, column, head, says }: HeadingProps) {
  const sorted = order?.column === column ? (order.isDescending ? 'descending' : 'ascending') : undefined
  return (
    <th scope="col" aria-sort={sorted}>
      {isSortable(table) ? (
        <button
          type="button"
          className={says && 'says'}
          aria-description={says && `${says}. ${sortWords}`}
          aria-describedby={says ? undefined : sortWordsId}
          onClick={() => sortBy(table.id, nextOrder(order, column))}
        >
          {head}
        </button>
      ) : says === undefined ? (
        <span>{head}</span>
      ) : (
        <TermButton says={says}>{head}</TermButton>
      )}
    </th>
  )
}

function sortBy(table: string, order: ShownRows['order']) {
  const sorts = new Map(lookedAt().sorts)
  if (order) sorts.set(table, order)
  else sorts.delete(table)
  lookAt({ sorts })
}
