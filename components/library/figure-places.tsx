import { sayLines, sourceHref } from '@/lib/addresses/place-address.ts'
import { formatCount } from '@/lib/format/index.ts'
import type { FoundFigures } from '@/lib/library/found-figures.ts'

/** Where the figure that was searched for is printed, each place the way to it; nothing where no figure was found. */
export function FigurePlaces({ found, typed }: { found: FoundFigures; typed: string }) {
  const { count, filings } = found
  if (count === 0) return null
  const more = count - filings.length
  return (
    <section aria-labelledby="figure-places" className="figure-places">
      <h2 id="figure-places">
        {typed.trim()} is printed in {count === 1 ? 'one filing' : `${formatCount(count)} filings`}
      </h2>
      <ul>
        {filings.map(({ deal, sha256, places }) => (
          <li key={sha256}>
            <a href={deal.url} className="figure-deal">
              {deal.name}
            </a>
            {places.length === 0 && <a href={sourceHref(deal.slug, sha256)}>Read the filing</a>}
            {places.map(({ at, url, before, printed, after }) => (
              <a key={url} href={url} className="figure-place">
                <span>{sayLines(at)}</span>
                <q>
                  {before}
                  <mark>{printed}</mark>
                  {after}
                </q>
              </a>
            ))}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="text-ink-3">The latest are shown, {formatCount(more)} more print it.</p>}
    </section>
  )
}
