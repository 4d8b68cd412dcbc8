import { hrefOf, type View } from './view.ts'

/** What stands in the place of the table when no deal matches, with the ways out. */
export function NothingFound({ view }: { view: View }) {
  return (
    <div className="border-y border-rule py-12 text-center">
      <p className="text-base font-semibold">{view.q ? `No deal matches “${view.q}”` : 'No deal is left'}</p>
      <p className="mx-auto mt-1 max-w-[52ch] text-ink-2">
        The search looks for words that begin like yours in the names, series, parties, states, file numbers
        and dates of the deals, and a figure for the filings that print it
        {view.year || view.only || view.shelf || view.tag ? ', within the filter chosen above' : ''}.
      </p>
      <p className="mt-4 flex flex-wrap justify-center gap-2">
        {view.q && (view.year || view.only || view.shelf || view.tag) && (
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
