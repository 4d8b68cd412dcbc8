import { type RefObject, useEffect } from 'react'
import { hasMoved } from '../charts/resting-pointer.ts'
import { lookAt, lookedAt } from '../view/view-store.ts'

/** Look at the row of a table that the pointer is over. `rows` are the numbers of its rows in the order they stand in. */
export function usePointedRow(
  box: RefObject<HTMLTableElement | null>,
  table: string,
  rows: readonly number[],
) {
  useEffect(() => {
    const stop = new AbortController()
    const look = (bucket: number | null) => lookAtRow(table, bucket)
    const listen = <Type extends 'pointerover' | 'pointerleave' | 'click'>(
      type: Type,
      answer: (event: HTMLElementEventMap[Type]) => void,
    ) => box.current?.addEventListener(type, answer, { signal: stop.signal, passive: true })
    listen('pointerover', event => hasMoved(event) && look(rowOf(event.target, rows)))
    listen('pointerleave', () => look(null))
    // What opens beside the page moves it under a pointer that rests.
    listen('click', ({ detail }) => detail > 0 && look(null))
    return () => stop.abort()
  }, [box, table, rows])
}

function lookAtRow(table: string, bucket: number | null) {
  const { row } = lookedAt()
  const now = row?.table === table ? row.bucket : null
  if (now !== bucket) lookAt({ row: bucket === null ? null : { table, bucket } })
}

/** The row of the filing that something in the table belongs to; null outside its rows. */
function rowOf(target: EventTarget | null, rows: readonly number[]): number | null {
  const row =
    target instanceof Element ? target.closest<HTMLTableRowElement>('tbody:not(.strat-more) > tr') : null
  return row ? (rows[row.sectionRowIndex] ?? null) : null
}
