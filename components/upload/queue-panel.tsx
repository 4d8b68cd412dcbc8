'use client'
import { useState } from 'react'
import { formatCount } from '@/lib/format/numbers.ts'
import { isUnderWay, type Row, type UploadQueue } from './queue.ts'
import { isBad, QueueRow } from './queue-row.tsx'
import { tally } from './tally.ts'

type Panel = { queue: UploadQueue; rows: readonly Row[]; sheet: boolean }

/** So many rows are drawn; of more those that say something the counts do not. */
const mostRows = 150

/** The files under way and what became of them: in the library's place for it, elsewhere a sheet over the page. */
export function QueuePanel({ queue, rows, sheet }: Panel) {
  const { title, progress } = tally(rows)
  const busy = rows.some(isUnderWay)
  const [showsAll, showAll] = useState(false)
  const shown = showsAll ? rows : pickRows(rows)
  const close = () => {
    queue.clear()
    showAll(false)
    document.getElementById('main')?.focus()
  }
  return (
    <section aria-label="Uploads" className={`queue ${sheet ? 'queue-sheet' : ''}`}>
      <header className="flex items-center gap-3 border-b border-rule py-1 pr-2 pl-3.5">
        <p role="status" className="mr-auto">
          <strong className="font-semibold">{title}</strong>{' '}
          <span className="ml-2 text-ink-2">{progress}</span>
        </p>
        {busy ? (
          <button type="button" className="text-button" onClick={() => cancelAll(queue)}>
            Cancel all
          </button>
        ) : (
          <button type="button" className="text-button" onClick={close}>
            Close
          </button>
        )}
      </header>
      <ul className="max-h-[55vh] overflow-y-auto">
        {shown.map(row => (
          <QueueRow key={row.id} row={row} queue={queue} />
        ))}
      </ul>
      {shown.length < rows.length && (
        <p className="queue-more">
          Shown are files on their way and those that were refused or not sent.{' '}
          <button type="button" className="text-button" onClick={() => showAll(true)}>
            Show all {formatCount(rows.length)}
          </button>
        </p>
      )}
    </section>
  )
}

/** All rows, or of thousands those on their way and the first of those that something is wrong with. */
export function pickRows(rows: readonly Row[]): readonly Row[] {
  if (rows.length <= mostRows) return rows
  const picked = rows.filter(({ standing }) => standing.is === 'sending' || isBad(standing))
  return picked.slice(0, mostRows)
}

function cancelAll(queue: UploadQueue) {
  for (const row of queue.rows.filter(isUnderWay).reverse()) queue.cancel(row.id)
}
