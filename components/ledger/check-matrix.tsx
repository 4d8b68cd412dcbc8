import { formatCount } from '@/lib/format/index.ts'
import type { CheckMatrix as Matrix, MatrixCell, MatrixRow } from '@/lib/layout/check-matrix.ts'
import { titleTable } from '@/lib/names/names.ts'
import { Figure, OutcomeIcon } from './outcome.tsx'

/** Tables by kinds of check: every cell is a check, or several. Scrolls in its own box when there are many kinds. */
export function CheckMatrix({ matrix: { kinds, rows } }: { matrix: Matrix }) {
  const count = rows.reduce((sum, row) => sum + row.count, 0)
  const failed = rows.reduce((sum, row) => sum + row.failed, 0)
  return (
    <section aria-labelledby="tables-heading">
      <h2 id="tables-heading" className="ledger-h2">
        {sayTables(rows.length)}{' '}
        <small>Every cell is a check, or several. Choose a table to see its lines.</small>
      </h2>
      <section className="scrolls" tabIndex={0} aria-label="Tables by kinds of check, scrolls sideways">
        <table className="ledger-table ledger-matrix">
          <thead>
            <tr>
              <th scope="col">Table</th>
              {kinds.map(kind => (
                <th key={kind.key} scope="col">
                  {kind.heading}
                </th>
              ))}
              <th scope="col">Checks</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <Row key={row.table.id} row={row} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{sayTables(rows.length)}</th>
              {kinds.map(kind => (
                <td key={kind.key}>{formatCount(kind.count)}</td>
              ))}
              <td>
                <Passed failed={failed} all={count} />
              </td>
            </tr>
          </tfoot>
        </table>
      </section>
    </section>
  )
}

function Row({ row }: { row: MatrixRow }) {
  return (
    <tr className={row.failed > 0 ? 'fails' : undefined}>
      <th scope="row">
        <a href={`#${row.table.id}`}>{titleTable(row.table)}</a>
      </th>
      {row.cells.map(cell => (
        <Cell key={cell.kind.key} {...cell} />
      ))}
      <td>
        <Passed failed={row.failed} all={row.count} />
      </td>
    </tr>
  )
}

function Cell({ count, failed, says, slack }: MatrixCell) {
  if (count === 0) return <td className="quiet">{says}</td>
  return (
    <td className={failed > 0 ? 'bad' : undefined}>
      <OutcomeIcon passes={failed === 0} /> <span className="sr-only">{failed > 0 ? 'fails: ' : ''}</span>
      <Figure text={says} isMoney={/\d,\d{3}.*\.\d\d$/.test(says)} />
      {slack && <i> {slack}</i>}
    </td>
  )
}

function Passed({ failed, all }: { failed: number; all: number }) {
  if (all === 0) return <i>none</i>
  return (
    <>
      <b>{formatCount(all - failed)}</b> of {formatCount(all)}
    </>
  )
}

const numbers = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
]

function sayTables(count: number): string {
  return `${numbers[count] ?? count} ${count === 1 ? 'table' : 'tables'}`
}
