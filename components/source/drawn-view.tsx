import { printPlace } from '@/lib/addresses/place-address.ts'
import { formatCount } from '@/lib/format/index.ts'
import { hasFigure } from '@/lib/grid/html/draw-table.ts'
import type { Drawn, DrawnCell } from '@/lib/grid/html/drawn.ts'
import { drawnAround, type ShownTable } from '@/lib/layout/drawn-around.ts'
import type { Mark } from '@/lib/layout/mark-line.ts'
import { DrawnBox } from './drawn-box.tsx'

type Roles = Map<string, Mark['role']>
type Props = { drawn: Drawn; marks: Mark[] }

/**
 * A table of an HTML filing as a browser would show it, rebuilt from its cells: their text and spans, nothing of the
 * filing's own markup. The chosen figure is marked, its label and heading are underlined.
 */
export function DrawnView({ drawn, marks }: Props) {
  const roles: Roles = new Map(marks.map(({ at, role }) => [printPlace(at), role]))
  const figure = marks.find(({ role }) => role === 'figure')
  const { parts, before, after } = drawnAround(drawn, marks)
  return (
    <DrawnBox chosen={figure ? printPlace(figure.at) : ''}>
      <PartsLeftOut count={before} />
      {parts.map(part =>
        part.kind === 'text' ? (
          <p key={printPlace(part.at)}>
            <Marked text={part.text} role={roles.get(printPlace(part.at))} />
          </p>
        ) : (
          <DrawnRows key={keyOf(part)} shown={part} roles={roles} />
        ),
      )}
      <PartsLeftOut count={after} />
    </DrawnBox>
  )
}

function PartsLeftOut({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <div className="drawn-left-out">
      {formatCount(count)} more {count === 1 ? 'table or text' : 'tables and texts'} in the filing
    </div>
  )
}

function keyOf({ table: { rows } }: ShownTable): string {
  const first = rows.flat().find(({ at }) => at !== null)
  return first?.at ? `table ${printPlace(first.at)}` : 'table'
}

function DrawnRows({ shown, roles }: { shown: ShownTable; roles: Roles }) {
  const { table, columns, head, body, before, after } = shown
  return (
    <table>
      <ColumnsLeftOut shown={shown} />
      {head.length > 0 && (
        <thead>
          <Rows rows={head} first={0} isHead roles={roles} />
        </thead>
      )}
      <tbody>
        <LeftOut count={before} columns={columns} />
        <Rows rows={body} first={table.head + before} isHead={false} roles={roles} />
        <LeftOut count={after} columns={columns} />
      </tbody>
    </table>
  )
}

/** Which columns of a table that has more than are shown are left out. */
function ColumnsLeftOut({ shown: { columnsBefore, columnsAfter } }: { shown: ShownTable }) {
  if (columnsBefore + columnsAfter === 0) return null
  const places = [
    columnsBefore > 0 && `${formatCount(columnsBefore)} more columns after the first`,
    columnsAfter > 0 && `${formatCount(columnsAfter)} more columns after these`,
  ]
  return <caption className="drawn-left-out">{places.filter(place => place !== false).join(', ')}</caption>
}

function LeftOut({ count, columns }: { count: number; columns: number }) {
  if (count === 0) return null
  return (
    <tr>
      <td colSpan={columns} className="drawn-left-out">
        {formatCount(count)} more {count === 1 ? 'row' : 'rows'} in the filing
      </td>
    </tr>
  )
}

type RowsProps = { rows: DrawnCell[][]; first: number; isHead: boolean; roles: Roles }

function Rows({ rows, first, isHead, roles }: RowsProps) {
  return rows.map((cells, index) => {
    const row = first + index
    return (
      <tr key={row}>
        {cells.map(cell => (
          <Cell key={cell.column} cell={cell} isHead={isHead} roles={roles} />
        ))}
      </tr>
    )
  })
}

function Cell({ cell, isHead, roles }: { cell: DrawnCell; isHead: boolean; roles: Roles }) {
  const { text, column, at } = cell
  const shape = {
    colSpan: cell.colspan > 1 ? cell.colspan : undefined,
    rowSpan: cell.rowspan > 1 ? cell.rowspan : undefined,
    className: classOf(cell),
  }
  const said = <Marked text={text} role={at ? roles.get(printPlace(at)) : undefined} />
  if (isHead && text !== '') {
    return (
      <th scope={cell.colspan > 1 ? 'colgroup' : 'col'} {...shape}>
        {said}
      </th>
    )
  }
  if (column === 0 && text !== '') {
    return (
      <th scope="row" {...shape}>
        {said}
      </th>
    )
  }
  return <td {...shape}>{said}</td>
}

/** Figures stand right, with the signs that filings put in cells of their own close to them. */
function classOf(cell: DrawnCell): string | undefined {
  if (/^[%)]+$/.test(cell.text)) return 'drawn-sign'
  if (cell.text === '$' || hasFigure(cell)) return 'drawn-figure'
  return undefined
}

function Marked({ text, role }: { text: string; role: Mark['role'] | undefined }) {
  if (role === 'figure') return <mark>{text}</mark>
  return role === undefined ? text : <u>{text}</u>
}
