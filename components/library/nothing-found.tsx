import { formatCount } from '@/lib/format/index.ts'
import type { FoundDeals } from '@/lib/library/deal-summary.ts'
import { hrefOf, isNarrowed, type View } from './view.ts'

/** What stands in the place of the table when no deal matches, with the ways out. */
export function NothingFound({ view, found }: { view: View; found: FoundDeals }) {
  const isFiltered = isNarrowed({ ...view, q: undefined })
  if (!view.q && (view.filters ?? []).length > 0) return <NoFigureMatches view={view} found={found} />
  return (
    <div className="border-y border-rule py-12 text-center">
      <p className="text-base font-semibold">{view.q ? `No deal matches “${view.q}”` : 'No deal is left'}</p>
      <p className="mx-auto mt-1 max-w-[52ch] text-ink-2">
        The search looks for words that begin like yours in the names, series, parties, states, file numbers
        and dates of the deals, and a figure for the filings that print it
        {isFiltered ? ', within what is chosen above' : ''}.
      </p>
      <p className="mt-4 flex flex-wrap justify-center gap-2">
        {view.q && isFiltered && (
          <a href={hrefOf({ q: view.q }, {})} data-soft className="button">
            Search all deals
          </a>
        )}
        <a href="/" className="button">
          Show the whole library
        </a>
      </p>
    </div>
  )
}

/** No deal is listed for its figures: how many there are of the other kinds. */
function NoFigureMatches({ view, found: { counts, ruledOut } }: { view: View; found: FoundDeals }) {
  const says = (deals: number, one: string, many: string) =>
    `${formatCount(deals)} ${deals === 1 ? one : many}`
  return (
    <div className="border-y border-rule py-12 text-center">
      <p className="text-base font-semibold">No deal is listed</p>
      <p className="mx-auto mt-1 max-w-[52ch] text-ink-2">
        {says(ruledOut, 'deal is', 'deals are')} ruled out by what{' '}
        {ruledOut === 1 ? 'it prints' : 'they print'}, and {says(counts.unknown, 'does', 'do')} not report a
        figure that is asked for.
      </p>
      <p className="mt-4 flex flex-wrap justify-center gap-2">
        <a href={hrefOf(view, { filters: [] })} data-soft className="button">
          Ask for no figures
        </a>
        <a href="/" className="button">
          Show the whole library
        </a>
      </p>
    </div>
  )
}
