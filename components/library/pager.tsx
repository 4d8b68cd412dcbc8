import { formatCount } from '@/lib/format/index.ts'
import { ChevronLeftIcon, ChevronRightIcon } from '../shell/icons.tsx'
import { hrefOf, type View } from './view.ts'

type Pager = { view: View; next: string | null; shown: number; count: number; size: number }

/** How many of the deals are shown, and the way to the next ones. Nothing when all are. */
export function Pager({ view, next, shown, count, size }: Pager) {
  if (next === null && !view.cursor) return null
  return (
    <nav aria-label="More deals" className="mt-4 flex flex-wrap items-center gap-2">
      <p className="mr-auto text-ink-2">
        {formatCount(shown)} of {formatCount(count)} deals
      </p>
      {view.cursor && (
        <a href={hrefOf(view, {})} data-soft="top" className="button">
          <ChevronLeftIcon /> From the start
        </a>
      )}
      {next !== null && (
        <a href={hrefOf(view, { cursor: next })} data-soft="top" className="button">
          Next {size} <ChevronRightIcon />
        </a>
      )}
    </nav>
  )
}
