'use client'

import type { PlainGrid } from '@/lib/layout/plain-grid.ts'

/** `packed` is a plain grid as one string: as elements of the server's its cells would be in the page twice. */
type Props = { title: string; packed: string }

type Column = { id: string; order: number; className: string | undefined }

/** Cells as the filing prints them, in a box of their own that scrolls sideways with the first column held. */
export function PlainTable({ title, packed }: Props) {
  const { head, body, isFigures }: PlainGrid = JSON.parse(packed)
  const [first, ...columns] = isFigures.map((isFigure, order): Column => {
    return { id: `column ${order}`, order, className: isFigure ? 'figures' : undefined }
  })
  const rows = body.map((cells, order) => ({ id: `row ${order}`, cells }))
  return (
    <section className="plain-scroll scrolls" tabIndex={0} aria-label={`${title}, scrolls sideways`}>
      <table className="plain">
        {head && first && (
          <thead>
            <tr>
              {[first, ...columns].map(({ id, order, className }) => (
                <th key={id} scope="col" className={className}>
                  {head[order]}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr key={id}>
              <th scope="row">{cells[0]}</th>
              {columns.map(({ id, order, className }) => (
                <td key={id} className={className}>
                  {cells[order]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
