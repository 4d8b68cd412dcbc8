'use client'

import { CrossIcon } from '@/components/shell/icons.tsx'
import { placeHref } from '@/lib/addresses/place-href.ts'
import type { PackedCell, PackedColumn, PackedRow, PackedTable } from '@/lib/charts/packed-table.ts'
import { formatMeasureValue } from '@/lib/format/measure-value.ts'
import { absent } from '@/lib/format/numbers.ts'
import { classOfCell, titleOfCell } from '../table/cell-marks.ts'
import { PrintedFigure } from '../table/printed-figure.tsx'
import { useTables } from '../table/table-data.tsx'
import { useLooking } from '../view/view-store.ts'

type Props = {
  /** The tables' ids; their rows come from the `TableData` around. */
  ids: string[]
  /** For each row, its number in each of the tables; null in one that does not print it. */
  aligned: (number | null)[][]
  /** Measures that can be shown, and the one that is until the page's switch chooses another. */
  measures: string[]
  start: string
  /** Address of the filing's own page, where the figures' places are. */
  filing: string
}

/**
 * The aligned rows of loan groups. A cell holds the figures of all measures, of which style shows the one that is looked
 * at, all of them where no script runs.
 */
export function SideBySideRows({ ids, aligned, measures, start, filing }: Props) {
  const tables = useTables(ids)
  const chosen = useLooking(({ measure }) => (measure && measures.includes(measure) ? measure : start))
  const shared = { tables, measures, chosen, filing }
  const rows = aligned.map(buckets => buckets.map((bucket, table) => rowAt(tables[table], bucket)))
  return (
    <>
      <tbody>
        {rows.map(groups => {
          const first = groups.find(row => row !== null)
          return first && <Row key={first[0]} label={first[1]} groups={groups} {...shared} />
        })}
      </tbody>
      {tables.some(({ total }) => total !== null) && (
        <tfoot>
          <Row label="Total" groups={tables.map(({ total }) => total)} {...shared} />
        </tfoot>
      )}
    </>
  )
}

function rowAt(table: PackedTable | undefined, bucket: number | null): PackedRow | null {
  return bucket === null ? null : (table?.rows[bucket] ?? null)
}

type RowProps = {
  label: string
  groups: (PackedRow | null)[]
  tables: PackedTable[]
  measures: string[]
  chosen: string
  filing: string
}

function Row({ label, groups, tables, measures, chosen, filing }: RowProps) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {tables.map(({ id, columns, noted }, index) => {
        const cells = groups[index]?.[2]
        return (
          <td key={id}>
            {cells === undefined
              ? absent
              : measures.map(measure => (
                  <span key={measure} className={measure === chosen ? 'm-chosen' : undefined}>
                    <Figure {...figureIn(columns, cells, measure)} {...{ filing, noted }} />
                  </span>
                ))}
          </td>
        )
      })}
    </tr>
  )
}

type FigureProps = { cell: PackedCell; column: PackedColumn | undefined }
type PlacedProps = FigureProps & { filing: string; noted: PackedTable['noted'] }

function figureIn(columns: PackedColumn[], cells: PackedCell[], measure: string): FigureProps {
  const index = columns.findIndex(column => column.measure === measure)
  return { cell: cells[index] ?? 0, column: columns[index] }
}

function Figure({ cell, column, filing, noted }: PlacedProps) {
  if (cell === 0 || cell[0] === null || !column) return absent
  const [value, at, says] = cell
  const text = formatMeasureValue(value, column.unit, column.decimals)
  const figure = (
    <>
      {says && (
        <span role="img" aria-label={`A check fails: ${says}.`} title={says}>
          <CrossIcon size={11} />
        </span>
      )}
      {column.unit === 'cents' ? <PrintedFigure text={text} /> : text}
    </>
  )
  const note = at ? noted?.[at] : undefined
  const className = classOfCell(says, note)
  if (!at) return <b className={className}>{figure}</b>
  return (
    <>
      <a
        className={className}
        href={placeHref(filing, at)}
        data-at={at}
        title={note && titleOfCell(undefined, note)}
      >
        {figure}
      </a>
      {note && <span className="sr-only">Note: {note}</span>}
    </>
  )
}
