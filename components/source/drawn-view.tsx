import type { Mark } from '@/lib/evidence/mark-line.ts'
import { printPlace } from '@/lib/evidence/place-address.ts'
import { rowsAround } from '@/lib/evidence/rows-around.ts'
import { formatCount } from '@/lib/format/index.ts'
import { hasFigure } from '@/lib/grid/html/draw-table.ts'
import type { Drawn, DrawnCell, DrawnTable } from '@/lib/grid/html/drawn.ts'
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
  return (
    <DrawnBox chosen={figure ? printPlace(figure.at) : ''}>
      {drawn.map(part =>
        part.kind === 'text' ? (
          <p key={printPlace(part.at)}>
            <Marked text={part.text} role={roles.get(printPlace(part.at))} />
          </p>
        ) : (
          <DrawnRows key={keyOf(part)} table={part} roles={roles} />
        ),
      )}
    </DrawnBox>
  )
}

function keyOf({ rows }: DrawnTable): string {
  const first = rows.flat().find(({ at }) => at !== null)
  return first?.at ? `table ${printPlace(first.at)}` : 'table'
}

function DrawnRows({ table, roles }: { table: DrawnTable; roles: Roles }) {
  const chosen = table.rows.findIndex(cells =>
    cells.some(({ at }) => at && roles.get(printPlace(at)) === 'figure'),
  )
  const { head, body, before, after } = rowsAround(table, chosen)
  return (
    <table>
      {head.length > 0 && (
        <thead>
          <Rows rows={head} first={0} isHead roles={roles} />
        </thead>
      )}
      <tbody>
        <LeftOut count={before} columns={table.columns} />
        <Rows rows={body} first={table.head + before} isHead={false} roles={roles} />
        <LeftOut count={after} columns={table.columns} />
      </tbody>
    </table>
  )
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
