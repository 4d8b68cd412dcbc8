import { formatCount } from '@/lib/format/index.ts'
import type { Facets } from '@/lib/library/deal-summary.ts'
import { hrefOf, type View } from './view.ts'
import { nameSpan, spanYears } from './year-spans.ts'

/** One choice of a facet: how many deals there would be, and how many of them match the figures no more than possibly. */
type Choice = { asked: string; shown: string; deals: number; possible: number }
type FacetKey = 'shelf' | 'year' | 'trustee' | 'servicer' | 'form' | 'only' | 'tag'

/** So many choices are shown at first, and so many years before they are joined. */
const mostShown = 6
const mostSpans = 8

/** What the list can be narrowed by, each choice with its deals as everything else is chosen now. */
export function FacetRail({ facets, view }: { facets: Facets; view: View }) {
  const named = (choices: Facets['trustees']) => choices.map(({ name, ...one }) => choice(name, name, one))
  const years = spanYears(facets.years, mostSpans).map(span => {
    const { asked, shown } = nameSpan(span)
    const own = facets.years.filter(({ year }) => year >= span.first && year <= span.last)
    const possible = own.reduce((sum, one) => sum + one.possible, 0)
    return { asked, shown, deals: span.deals, possible }
  })
  const checks: Choice[] = [
    { asked: 'passing', shown: 'All pass', deals: facets.passing, possible: facets.possible.passing },
    { asked: 'failing', shown: 'Some fail', deals: facets.failing, possible: facets.possible.failing },
    { asked: 'no-tables', shown: 'No tables', deals: facets.noTables, possible: facets.possible.noTables },
  ]
  return (
    <nav aria-label="Facets" className="facets">
      <Facet
        title="Shelf"
        name="shelf"
        view={view}
        choices={byDeals(facets.shelves.map(({ shelf, ...one }) => choice(shelf, shelf, one)))}
      />
      <Facet title="Year signed" name="year" view={view} choices={years} most={mostSpans} />
      <Facet title="Trustee" name="trustee" view={view} choices={byDeals(named(facets.trustees))} />
      <Facet
        title="Master servicer"
        name="servicer"
        view={view}
        choices={byDeals(named(facets.masterServicers))}
      />
      <Facet title="Form" name="form" view={view} choices={byDeals(named(facets.forms))} />
      <Facet title="Checks" name="only" view={view} choices={checks.filter(({ deals }) => deals > 0)} />
      <Facet
        title="Tag"
        name="tag"
        view={view}
        choices={byDeals(facets.tags.map(({ tag, ...one }) => choice(tag, tag, one)))}
      />
    </nav>
  )
}

const choice = (asked: string, shown: string, { deals, possible }: { deals: number; possible: number }) => ({
  asked,
  shown,
  deals,
  possible,
})

const byDeals = (choices: Choice[]) => choices.toSorted((one, other) => other.deals - one.deals)

type FacetProps = { title: string; name: FacetKey; view: View; choices: Choice[]; most?: number }

/** A facet with its choices; the chosen one stays, with no deals if need be. Nothing where there is nothing to choose. */
function Facet({ title, name, view, choices, most = mostShown }: FacetProps) {
  const chosen = view[name]
  const isThere = (one: Choice) => one.asked.toLowerCase() === chosen?.toLowerCase()
  // Years that are chosen together have no line of their own.
  const lacking =
    chosen && name !== 'year' && !choices.some(isThere)
      ? [{ asked: chosen, shown: chosen, deals: 0, possible: 0 }]
      : []
  const all = [...lacking, ...choices]
  if (all.length === 0) return null
  const widest = all.reduce((largest, { deals }) => Math.max(largest, deals), 1)
  const listed = (some: Choice[]) => (
    <ul>
      {some.map(one => (
        <li key={one.asked}>
          <FacetChoice view={view} name={name} choice={one} isChosen={isThere(one)} widest={widest} />
        </li>
      ))}
    </ul>
  )
  const [shown, others] = [all.slice(0, most), all.slice(most)]
  return (
    <section className="facet">
      <h2>
        {title}
        {chosen && (
          <a href={hrefOf(view, { [name]: undefined })} data-soft aria-label={`Clear ${title.toLowerCase()}`}>
            clear
          </a>
        )}
      </h2>
      {listed(shown)}
      {others.length > 0 && (
        <details open={others.some(isThere)}>
          <summary>{formatCount(others.length)} more</summary>
          {listed(others)}
        </details>
      )}
    </section>
  )
}

type ChoiceProps = { view: View; name: FacetKey; choice: Choice; isChosen: boolean; widest: number }

function FacetChoice({ view, name, choice, isChosen, widest }: ChoiceProps) {
  const { asked, shown, deals, possible } = choice
  return (
    <a
      href={hrefOf(view, { [name]: isChosen ? undefined : asked })}
      data-soft
      aria-current={isChosen ? 'true' : undefined}
      className="facet-choice"
    >
      <span className="facet-name" title={shown}>
        {shown}
      </span>
      <FacetBar certain={deals - possible} possible={possible} widest={widest} />
      <span className="facet-count">
        {formatCount(deals)}
        <span className="sr-only">{deals === 1 ? ' deal' : ' deals'}</span>
      </span>
    </a>
  )
}

const barWidth = 36

/** Deals as a bar: solid those that match certainly, hatched those that possibly do. */
function FacetBar({ certain, possible, widest }: { certain: number; possible: number; widest: number }) {
  const wide = (deals: number) => (deals === 0 ? 0 : Math.max(1.5, (barWidth * deals) / widest))
  return (
    <svg width={barWidth} height={8} aria-hidden="true">
      <rect width={wide(certain)} height={8} className="bar-certain" />
      <rect x={wide(certain)} width={wide(possible)} height={8} fill="url(#hatch)" />
    </svg>
  )
}
