import { formatCount } from '@/lib/format/index.ts'
import type { FoundDeals } from '@/lib/library/deal-summary.ts'
import type { View } from './view.ts'
import { ViewFields } from './view-fields.tsx'

const kinds = [
  ['certain', 'certain', 'the filing proves it'],
  ['possible', 'possible', 'an interval crosses a limit'],
  ['unknown', 'not reported', 'nothing in the filing decides'],
] as const

/** How many deals match certainly, possibly, and not known: three counts, and which of them are listed. */
export function MatchChoice({ view, found }: { view: View; found: FoundDeals }) {
  if ((view.filters ?? []).length === 0) return null
  const listed = (view.match ?? 'certain,possible').split(',')
  const { counts, ruledOut } = found
  const all = counts.certain + counts.possible + counts.unknown + ruledOut
  return (
    <form action="/" method="get" data-live className="matches">
      <ViewFields view={view} change={{ match: undefined }} />
      <fieldset>
        <legend className="sr-only">Deals that are listed</legend>
        {kinds.map(([kind, name, why]) => (
          <label key={kind} className="match-kind">
            <input
              type="checkbox"
              name="match"
              value={kind}
              defaultChecked={listed.includes(kind)}
              data-sync
            />
            <span>
              <strong>{formatCount(counts[kind])}</strong> {name}
              <small>{why}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <button type="submit" className="button scripted:hidden">
        List these
      </button>
      <p className="match-rest">
        of {formatCount(all)} {all === 1 ? 'deal' : 'deals'}
        <br />
        {formatCount(ruledOut)} {ruledOut === 1 ? 'is' : 'are'} ruled out
      </p>
    </form>
  )
}
