'use client'
import { isUnderWay, type Row, type UploadQueue } from './queue.ts'
import { QueueRow } from './queue-row.tsx'
import { tally } from './tally.ts'

type Panel = { queue: UploadQueue; rows: readonly Row[]; sheet: boolean }

/** The files under way and what became of them: in the library's place for it, elsewhere a sheet over the page. */
export function QueuePanel({ queue, rows, sheet }: Panel) {
  const { title, progress } = tally(rows)
  const busy = rows.some(isUnderWay)
  const close = () => {
    queue.clear()
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
        {rows.map(row => (
          <QueueRow key={row.id} row={row} queue={queue} />
        ))}
      </ul>
    </section>
  )
}

function cancelAll(queue: UploadQueue) {
  for (const row of queue.rows.filter(isUnderWay).reverse()) queue.cancel(row.id)
}
