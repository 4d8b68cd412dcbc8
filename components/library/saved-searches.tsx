import type { SavedSearch } from '@/lib/library/saved-searches.ts'
import { CrossIcon } from '../shell/icons.tsx'
import { isNarrowed, parametersOf, type View } from './view.ts'

/** The searches that are kept, and the way to keep the one that is shown under a name. */
export function SavedSearches({ searches, view }: { searches: SavedSearch[]; view: View }) {
  const query = new URLSearchParams(parametersOf(view, {})).toString()
  const mayBeKept = isNarrowed(view)
  if (searches.length === 0 && !mayBeKept) return null
  return (
    <details className="builder saved">
      <summary className="chip">{searches.length === 0 ? 'Save search' : 'Saved searches'}</summary>
      <div className="builder-form saved-list">
        {searches.length > 0 && (
          <ul>
            {searches.map(({ id, name, url }) => (
              <li key={id}>
                <a href={url} data-soft>
                  {name}
                </a>
                <form action={`/api/searches/${id}/forget`} method="post">
                  <button type="submit" className="icon-button" aria-label={`Forget ${name}`}>
                    <CrossIcon size={12} />
                  </button>
                </form>
              </li>
            ))}
          </ul>
        )}
        {mayBeKept && (
          <form action="/api/searches" method="post" className="saved-new">
            <input type="hidden" name="query" value={query} />
            <label>
              Name of this search
              <input name="name" required maxLength={80} autoComplete="off" />
            </label>
            <button type="submit" className="button">
              Save
            </button>
          </form>
        )}
      </div>
    </details>
  )
}
