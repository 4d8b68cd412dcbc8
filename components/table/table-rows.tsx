'use client'

import { CrossIcon } from '@/components/shell/icons.tsx'
import { placeHref } from '@/lib/evidence/place-address.ts'
import { formatCount } from '@/lib/format/numbers.ts'
import { FootnoteMarks } from './footnote-marks.tsx'
import {
  type PackedAverage,
  type PackedCell,
  type PackedColumn,
  type PackedRow,
  unpackRows,
} from './packed-rows.ts'
import { PrintedFigure } from './printed-figure.tsx'

type Props = {
  /** The table's id. */
  table: string
  packed: string
  /** Address of the filing's own page, where the figures' places are. */
  filing: string
  /** Address of the pages of all rows, where these are the first of them. */
  more: string | undefined
}

/**
 * The rows and the total of a table, every figure the way to its place. They are drawn once: the view controller sorts
 * them, adds the cumulative column and moves the emphasis by itself.
 */
export function TableRows({ packed, more, ...shared }: Props) {
  const { rows, total, columns, notes, rowsInAll } = unpackRows(packed)
  return (
    <>
      <tbody>
        {rows.map(row => (
          <Row key={row.at} {...shared} row={row} columns={columns} notes={notes} />
        ))}
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
          <Row {...shared} row={total} columns={columns} notes={notes} />
        </tfoot>
      )}
    </>
  )
}

type RowProps = Omit<Props, 'packed' | 'more'> & { row: PackedRow; columns: PackedColumn[]; notes: string[] }

function Row({ table, filing, columns, notes, row }: RowProps) {
  const { label, cells, marks = [], swatch, isResidual, averages } = row
  return (
    <tr className={isResidual && 'residual'}>
      <th scope="row" className={swatch === undefined ? undefined : `swatch swatch-${swatch}`}>
        {label}
        <FootnoteMarks table={table} marks={marks} notes={notes} />
      </th>
      {columns.map(({ measure, isMoney }, index) => (
        <Cell
          key={measure}
          cell={cells[index] ?? 0}
          average={averages?.[index] ?? 0}
          filing={filing}
          isMoney={isMoney}
        />
      ))}
    </tr>
  )
}

type CellProps = { cell: PackedCell; average: PackedAverage | 0; filing: string; isMoney: boolean }

function Cell({ cell, average, filing, isMoney }: CellProps) {
  if (cell === 0) return average === 0 ? <td /> : <Computed average={average} />
  const [text, at, fails] = cell
  const figure = (
    <>
      {fails && <FailingSign says={fails} />}
      {isMoney ? <PrintedFigure text={text} /> : text}
    </>
  )
  return (
    <td className={fails && 'fails'} title={fails}>
      {at ? (
        <a href={placeHref(filing, at)} data-at={at}>
          {figure}
        </a>
      ) : (
        figure
      )}
    </td>
  )
}

function Computed({ average: [text, says] }: { average: PackedAverage }) {
  return (
    <td className="computed" title={says}>
      {text}
      <span className="sr-only">, {says.toLowerCase()}</span>
    </td>
  )
}

/** A cross that says what fails. It is no text, for what stands in a cell is read as its figure. */
function FailingSign({ says }: { says: string }) {
  return (
    <span role="img" aria-label={`A check fails: ${says}.`}>
      <CrossIcon size={11} />
    </span>
  )
}
