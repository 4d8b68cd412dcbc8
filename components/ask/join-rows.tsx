import type { ReactNode } from 'react'
import type { AskPlace } from './ask-place.ts'
import { TickByDragging } from './tick-by-dragging.tsx'

type Props = AskPlace & {
  /** Edges that the rows are parted at already, as typed; none where they stand as printed. */
  edges: string
  count: number
  children: ReactNode
}

/** A form around a table whose rows can be ticked, to be joined where they lie beside each other. */
export function JoinRows({ deal, sha256, table, edges, count, children }: Props) {
  return (
    <form action={`/deals/${deal.slug}/ask/${table.id}`} data-live className="ask-join">
      {sha256 !== deal.chosen && <input type="hidden" name="filing" value={sha256.slice(0, 12)} />}
      {edges !== '' && <input type="hidden" name="edges" value={edges} />}
      <TickByDragging>
        <section className="ask-scroll" tabIndex={0} aria-label={`${table.title}, row by row`}>
          {children}
        </section>
      </TickByDragging>
      {count > 1 && (
        <p className="ask-join-foot">
          <button type="submit" className="button">
            Join ticked rows
          </button>
          <span className="needs-script">Or drag over the ticks of rows to join them.</span>
        </p>
      )}
    </form>
  )
}
