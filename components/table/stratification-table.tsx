import { printPlace } from '@/lib/evidence/place-address.ts'
import { formatMeasureValue } from '@/lib/format/index.ts'
import type { Bucket, Stratification } from '@/lib/report.ts'
import type { LinkPlace } from '../deal/place-link.ts'
import { headColumn, isRead, type ReadColumn } from './column-heading.ts'
import { FootnoteMarks } from './footnote-marks.tsx'
import { PrintedFigure } from './printed-figure.tsx'
import { swatchesOf } from './swatch.ts'

type Props = { table: Stratification; link: LinkPlace }

/** More columns than this scroll in a box of their own, with the labels held. */
const columnsInView = 4

/**
 * The table as the filing prints it: its rows in its order, every figure the way to its place.
 *
 * Elements per row are few on purpose: a filing can hold a thousand rows. The view controller sorts the rows, adds the
 * cumulative column and moves the emphasis; the page needs none of that to be read.
 */
export function StratificationTable({ table, link }: Props) {
  const columns = table.columns.filter(isRead)
  const swatches = swatchesOf(table)
  const isWide = columns.length > columnsInView
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
      <tbody>
        {table.buckets.map((bucket, index) => (
          <Row key={printPlace(bucket.at)} {...{ table, bucket, columns, link }} swatch={swatches[index]} />
        ))}
      </tbody>
      <Total {...{ table, columns, link }} />
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
  const isWide = columns.length > columnsInView
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

type RowProps = Props & { bucket: Bucket; columns: ReadColumn[]; swatch: string | undefined }

function Row({ table, bucket, columns, link, swatch }: RowProps) {
  const notes = new Set(table.footnotes.map(({ mark }) => mark))
  return (
    <tr className={bucket.code === 'other' ? 'residual' : undefined}>
      <th scope="row" className={swatch}>
        {bucket.label}
        <FootnoteMarks table={table.id} marks={bucket.marks} notes={notes} />
      </th>
      {columns.map(column => (
        <Cell key={column.measure} column={column} row={bucket} link={link} />
      ))}
    </tr>
  )
}

type Figures = Pick<Bucket, 'values' | 'places'>

function Cell({ column, row, link }: { column: ReadColumn; row: Figures; link: LinkPlace }) {
  const value = row.values[column.measure] ?? null
  const at = row.places[column.measure]
  if (value === null && !at) return <td />
  const text = value === null ? 'not read' : formatMeasureValue(value, column.unit, column.decimals)
  const figure = column.unit === 'cents' ? <PrintedFigure text={text} /> : text
  return <td>{at ? <a {...link(at)}>{figure}</a> : figure}</td>
}

function Total({ table, columns, link }: Props & { columns: ReadColumn[] }) {
  const { total } = table
  if (!total) return null
  return (
    <tfoot>
      <tr>
        <th scope="row">{total.label ?? 'Total'}</th>
        {columns.map(column => (
          <Cell key={column.measure} column={column} row={total} link={link} />
        ))}
      </tr>
    </tfoot>
  )
}
