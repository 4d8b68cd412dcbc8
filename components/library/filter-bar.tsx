import type { ReactNode } from 'react'
import { formatCount } from '@/lib/format/index.ts'
import type { Facets } from '@/lib/library/deal-summary.ts'
import { CrossIcon } from '../shell/icons.tsx'
import { ColumnChoice } from './column-choice.tsx'
import { SearchForm } from './search-form.tsx'
import { hrefOf, type View } from './view.ts'
import { nameSpan, spanYears } from './year-spans.ts'

/** Search, and chips that narrow the deals to some years, to failing ones, or to ones without tables. */
export function FilterBar({ facets, view }: { facets: Facets; view: View }) {
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <SearchForm view={view} />
      <YearChips facets={facets} view={view} />
      {view.shelf && (
        <Chip href={hrefOf(view, { shelf: undefined })} chosen>
          {view.shelf} <CrossIcon size={12} />
        </Chip>
      )}
      <TagChips facets={facets} view={view} />
      <OnlyChip view={view} only="failing" deals={facets.failing}>
        <CrossIcon size={13} className="text-fail" /> Failing
      </OnlyChip>
      <OnlyChip view={view} only="no-tables" deals={facets.noTables}>
        No tables
      </OnlyChip>
      <ColumnChoice view={view} />
    </div>
  )
}

const mostSpans = 5

function YearChips({ facets, view }: { facets: Facets; view: View }) {
  const spans = spanYears(facets.years, mostSpans).map(span => ({ ...span, ...nameSpan(span) }))
  const isNamed = spans.some(({ asked }) => asked === view.year)
  if (spans.length < 2 && !view.year) return null
  return (
    <>
      <Chip href={hrefOf(view, { year: undefined })} chosen={!view.year}>
        All years
      </Chip>
      {view.year && !isNamed && (
        <Chip href={hrefOf(view, {})} chosen>
          {view.year.replace('-', '–')}
        </Chip>
      )}
      {spans.map(({ asked, shown, deals }) => (
        <Chip key={asked} href={hrefOf(view, { year: asked })} chosen={view.year === asked} deals={deals}>
          {shown}
        </Chip>
      ))}
    </>
  )
}

const mostTags = 8

/** The tags of most deals, and the chosen one; a click on that takes it off. */
function TagChips({ facets: { tags }, view }: { facets: Facets; view: View }) {
  const most = tags.toSorted((one, other) => other.deals - one.deals).slice(0, mostTags)
  const shown = tags.filter(one => most.includes(one) && one.tag !== view.tag)
  return (
    <>
      {view.tag && (
        <Chip href={hrefOf(view, { tag: undefined })} chosen>
          {view.tag} <CrossIcon size={12} />
        </Chip>
      )}
      {shown.map(({ tag, deals }) => (
        <Chip key={tag} href={hrefOf(view, { tag })} deals={deals}>
          {tag}
        </Chip>
      ))}
    </>
  )
}

type Only = { view: View; only: 'failing' | 'no-tables'; deals: number; children: ReactNode }

/** A chip that comes and goes with its deals; chosen, a click on it takes it off. */
function OnlyChip({ view, only, deals, children }: Only) {
  const chosen = view.only === only
  if (deals === 0 && !chosen) return null
  return (
    <Chip href={hrefOf(view, { only: chosen ? undefined : only })} chosen={chosen} deals={deals}>
      {children}
    </Chip>
  )
}

function Chip(chip: { href: string; chosen?: boolean; deals?: number; children: ReactNode }) {
  return (
    <a href={chip.href} data-soft aria-current={chip.chosen ? 'true' : undefined} className="chip">
      {chip.children}
      {chip.deals !== undefined && (
        <span className="text-ink-3">
          {formatCount(chip.deals)}
          <span className="sr-only">{chip.deals === 1 ? ' deal' : ' deals'}</span>
        </span>
      )}
    </a>
  )
}
