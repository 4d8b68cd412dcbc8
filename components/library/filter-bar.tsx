import { figureKey } from '@/lib/figures/index.ts'
import type { QueryProblem } from '@/lib/library/read-deals-query.ts'
import type { SavedSearch } from '@/lib/library/saved-searches.ts'
import { ShareLink } from '../access/share-link.tsx'
import { ChosenChips, QueryProblems } from './chosen-chips.tsx'
import { ColumnChoice } from './column-choice.tsx'
import { ExportList } from './export-list.tsx'
import { type BuiltFigure, FigureBuilder } from './figure-builder.tsx'
import { NearChoice, type NearDeal } from './near-choice.tsx'
import { SavedSearches } from './saved-searches.tsx'
import { SearchForm } from './search-form.tsx'
import { hrefOf, isNarrowed, type View } from './view.ts'

type Props = {
  view: View
  problems: readonly QueryProblem[]
  built: BuiltFigure | null
  near: NearDeal | null
  searches: SavedSearch[]
  /** True where people sign in, and whoever asks may make links. */
  mayShare: boolean
}

/** Search, what the list is narrowed to, and the way to narrow it by a figure. */
export function FilterBar({ view, problems, built, near, searches, mayShare }: Props) {
  return (
    <>
      <div className="filter-bar flex flex-wrap items-center gap-1.5">
        <SearchForm view={view} />
        <ChosenChips view={view} near={near?.name ?? null} />
        <FigureBuilder view={view} built={built} />
        <NearChoice view={view} near={near} />
        <a href="#facets" className="chip to-facets">
          Narrow by …
        </a>
        <SavedSearches searches={searches} view={view} />
        <a href={trendHref(view)} className="chip">
          Trend of these
        </a>
        {mayShare && isNarrowed(view) && (
          <ShareLink address={hrefOf(view, { columns: undefined })} className="chip" />
        )}
        <div className="ml-auto flex gap-1.5">
          <ExportList view={view} />
          <ColumnChoice view={view} />
        </div>
      </div>
      <QueryProblems problems={problems.filter(problem => problem !== built?.wrong)} />
    </>
  )
}

/** The address of the trends of the deals that are listed, in the figures that are asked for. */
function trendHref(view: View): string {
  const asked = hrefOf(view, { sort: undefined, near: undefined, columns: undefined }).replace(/^\//, '')
  const measures = new Set((view.filters ?? []).map(({ figure }) => figureKey(figure)))
  const chosen = [...measures].slice(0, mostMeasures).map(key => `measure=${key}`)
  return `/trends?${[asked.replace(/^\?/, ''), ...chosen].filter(Boolean).join('&')}`
}

/** As many charts as the page of trends has room for. */
const mostMeasures = 4
