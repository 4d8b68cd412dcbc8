import type { QueryProblem } from '@/lib/library/read-deals-query.ts'
import type { SavedSearch } from '@/lib/library/saved-searches.ts'
import { ChosenChips, QueryProblems } from './chosen-chips.tsx'
import { ColumnChoice } from './column-choice.tsx'
import { type BuiltFigure, FigureBuilder } from './figure-builder.tsx'
import { SavedSearches } from './saved-searches.tsx'
import { SearchForm } from './search-form.tsx'
import type { View } from './view.ts'

type Props = {
  view: View
  problems: readonly QueryProblem[]
  built: BuiltFigure | null
  searches: SavedSearch[]
}

/** Search, what the list is narrowed to, and the way to narrow it by a figure. */
export function FilterBar({ view, problems, built, searches }: Props) {
  return (
    <>
      <div className="flex flex-wrap items-center gap-1.5">
        <SearchForm view={view} />
        <ChosenChips view={view} />
        <FigureBuilder view={view} built={built} />
        <a href="#facets" className="chip to-facets">
          Narrow by …
        </a>
        <SavedSearches searches={searches} view={view} />
        <ColumnChoice view={view} />
      </div>
      <QueryProblems problems={problems} />
    </>
  )
}
