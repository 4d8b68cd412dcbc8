import { memo } from 'react'
import { CrossIcon } from '@/components/shell/icons.tsx'
import { placeHref } from '@/lib/addresses/place-href.ts'
import type {
  PackedAverage,
  PackedCell,
  PackedColumn,
  PackedRow,
  PackedTable,
} from '@/lib/charts/packed-table.ts'
import { formatMeasureValue } from '@/lib/format/measure-value.ts'
import { formatCount } from '@/lib/format/numbers.ts'
import { useLooking } from '../view/view-store.ts'
import type { ShownRows } from './arrange-rows.ts'
import { classOfCell, titleOfCell } from './cell-marks.ts'
import { FootnoteMarks } from './footnote-marks.tsx'
import { PrintedFigure } from './printed-figure.tsx'

type Props = {
  table: PackedTable
  shown: ShownRows
  /** Address of the filing's own page, where the figures' places are. */
  filing: string
  /** Address of the pages of all rows, where these are the first of them. */
  more: string | undefined
}

/** The rows and the total of a table as they are looked at, every figure the way to its place. */
export function TableRows({ table, shown: { rows, cumulative }, filing, more }: Props) {
  const { id, total, columns, notes, noted, rowsInAll } = table
  const lit = useLooking(({ row }) => (row?.table === id ? row.bucket : null))
  const shared = { table: id, filing, columns, notes, noted }
  return (
    <>
      <tbody>
        {rows.map((bucket, place) => {
          const row = table.rows[bucket]
          return (
            row && (
              <Row
                key={row[0]}
                {...shared}
                row={row}
                isLit={bucket === lit}
                share={cumulative?.[place]?.toFixed(2)}
              />
            )
          )
        })}
      </tbody>
      {more && rowsInAll !== undefined && (
        <tbody className="strat-more">
          <tr>
            <td colSpan={columns.length + 1}>
              The first {formatCount(rows.length)} rows.{' '}
              <a href={more}>Show all {formatCount(rowsInAll)} rows</a>
            </td>
          </tr>
        </tbody>
      )}
      {total && (
        <tfoot>
          <Row {...shared} row={total} share={cumulative ? '' : undefined} />
        </tfoot>
      )}
    </>
  )
}

type RowProps = {
  table: string
  filing: string
  columns: PackedColumn[]
  notes: string[]
  noted: PackedTable['noted']
  row: PackedRow
  isLit?: boolean
  /** What stands in the cumulative column, where there is one. */
  share: string | undefined
}

const Row = memo(({ table, filing, columns, notes, noted, row, isLit, share }: RowProps) => {
  const [, label, cells, { marks = [], swatch, code, averages, to } = {}] = row
  return (
    <tr className={code === 'other' ? 'residual' : undefined} data-lit={isLit ? '' : undefined}>
      <th scope="row" className={swatch === undefined ? undefined : `swatch swatch-${swatch}`}>
        {to === undefined ? (
          label
        ) : (
          <a href={to} data-soft>
            {label}
          </a>
        )}
        <FootnoteMarks table={table} marks={marks} notes={notes} />
      </th>
      {columns.map((column, index) => (
        <Cell
          key={column.measure}
          cell={cells[index] ?? 0}
          average={averages?.[index] ?? 0}
          {...{ filing, column, noted }}
        />
      ))}
      {share !== undefined && <td className="cumulative">{share}</td>}
    </tr>
  )
})

type CellProps = {
  cell: PackedCell
  average: PackedAverage | 0
  filing: string
  column: PackedColumn
  noted: PackedTable['noted']
}

function Cell({ cell, average, filing, column, noted }: CellProps) {
  if (cell === 0) return average === 0 ? <td /> : <Computed average={average} column={column} />
  const [value, at, fails] = cell
  const note = at ? noted?.[at] : undefined
  const figure = (
    <>
      {fails && <FailingSign says={fails} />}
      <Figure value={value} column={column} />
    </>
  )
  return (
    <td className={classOfCell(fails, note)} title={titleOfCell(fails, note)}>
      {at ? (
        <a href={placeHref(filing, at)} data-at={at}>
          {figure}
        </a>
      ) : (
        figure
      )}
      {note && <span className="sr-only">Note: {note}</span>}
    </td>
  )
}

function Computed({ average, column: { unit, decimals } }: { average: PackedAverage; column: PackedColumn }) {
  const [value, low, high] = average.map(one => formatMeasureValue(one, unit, decimals))
  const says = low === high ? 'Computed' : `Computed from the rows; their rounding leaves ${low} to ${high}`
  return (
    <td className="computed" title={says}>
      {value}
      <span className="sr-only">, {says.toLowerCase()}</span>
    </td>
  )
}

/** Money has its cents in grey. */
function Figure({ value, column: { unit, decimals } }: { value: number | null; column: PackedColumn }) {
  if (value === null) return 'not read'
  const text = formatMeasureValue(value, unit, decimals)
  return unit === 'cents' ? <PrintedFigure text={text} /> : text
}

/** A cross that says what fails. */
function FailingSign({ says }: { says: string }) {
  return (
    <span role="img" aria-label={`A check fails: ${says}.`}>
      <CrossIcon size={11} />
    </span>
  )
}
