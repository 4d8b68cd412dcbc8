import type { Metadata } from 'next'
import { admitting, pairsOf, presentAsker } from '@/app/admitted.tsx'
import { askedFigures } from '@/components/library/asked-figures.ts'
import { DealTable } from '@/components/library/deal-table.tsx'
import { BinLink, DeletedToast } from '@/components/library/deleted-deals.tsx'
import { FacetRail } from '@/components/library/facet-rail.tsx'
import type { BuiltFigure } from '@/components/library/figure-builder.tsx'
import { FigurePlaces } from '@/components/library/figure-places.tsx'
import { FigureSliders, sliderFigures } from '@/components/library/figure-sliders.tsx'
import { FilterBar } from '@/components/library/filter-bar.tsx'
import { Hatch } from '@/components/library/hatch.tsx'
import { LiveLibrary } from '@/components/library/live-library.tsx'
import { MatchChoice } from '@/components/library/match-choice.tsx'
import { MeantFigures } from '@/components/library/meant-figures.tsx'
import type { NearDeal } from '@/components/library/near-choice.tsx'
import { NotReported } from '@/components/library/not-reported.tsx'
import { NothingFound } from '@/components/library/nothing-found.tsx'
import { Pager } from '@/components/library/pager.tsx'
import { RereadingNote } from '@/components/library/rereading-note.tsx'
import { describeTotals } from '@/components/library/totals.ts'
import { isNarrowed, readView, type View } from '@/components/library/view.ts'
import { AddBar, AddFirst } from '@/components/upload/add-filings.tsx'
import { UploadNotice } from '@/components/upload/upload-notice.tsx'
import { mayDo } from '@/lib/access/judge-access.ts'
import { getLibrary, type Library } from '@/lib/library/index.ts'
import type { QueryProblem } from '@/lib/library/read-deals-query.ts'

const ofSearchPage = async ({ searchParams }: PageProps<'/'>) => ({ search: pairsOf(await searchParams) })

export const metadata: Metadata = { title: { absolute: 'Strata: the library of deals' } }

const pageSize = 50

/** The library: the way to add filings, and the deals that the address asks for. */
export default admitting(ofSearchPage, async function LibraryPage({ searchParams }: PageProps<'/'>) {
  const addressed = await searchParams
  const asker = await presentAsker()
  const [mayLook, mayEdit] = [mayDo(asker, 'look'), mayDo(asker, 'edit')]
  const read = readView(addressed)
  const library = await getLibrary()
  const { view, near } = await findNearDeal(library, read.view)
  const { problems } = read
  const histograms = sliderFigures(view)
  const found = await library.findDeals({ ...view, limit: pageSize, histograms })
  const figures = view.q ? await library.findFigures(view.q) : null
  const bin = mayEdit ? await library.listBin() : []
  const rereading = await library.findRereading()
  const isEmpty = found.count === 0 && !isNarrowed(view)
  return (
    <main id="main" tabIndex={-1} className="w-full px-4 pt-6 pb-12 sm:px-8">
      <h1 className="text-2xl/8 font-bold tracking-tight">Library</h1>
      <p role="status" className="mb-4 min-h-5 text-ink-2">
        {isEmpty ? 'No deals yet' : describeTotals(found.totals)}
      </p>
      <RereadingNote rereading={rereading} />
      <UploadNotice
        added={first(addressed.added)}
        refused={first(addressed.refused)}
        name={first(addressed.name)}
      />
      <DeletedToast deletedAt={first(addressed.deleted)} bin={bin} />
      {mayEdit && (isEmpty ? <AddFirst /> : <AddBar />)}
      <div id="upload-queue" />
      {!isEmpty && (
        <LiveLibrary isChanging={rereading.left > 0}>
          <Hatch />
          <div className="library">
            <div className="library-list">
              <div className="mt-4 mb-2">
                <FilterBar
                  view={view}
                  problems={problems}
                  built={readBuilt(addressed, problems)}
                  near={near}
                  mayShare={asker !== null && mayEdit}
                  searches={mayLook ? await library.listSearches() : []}
                />
              </div>
              <MatchChoice view={view} found={found} />
              <MeantFigures view={view} />
              {figures && <FigurePlaces found={figures} typed={view.q ?? ''} />}
              {found.deals.length === 0 ? (
                <NothingFound view={view} found={found} />
              ) : (
                <DealTable
                  found={found}
                  view={view}
                  asked={askedFigures(view.filters ?? [], found.histograms)}
                />
              )}
              <NotReported view={view} found={found} />
              <Pager
                view={view}
                next={found.next}
                shown={found.deals.length}
                count={found.count}
                size={pageSize}
              />
            </div>
            <aside aria-label="Narrow the list" className="library-rail" id="facets">
              <FigureSliders histograms={found.histograms ?? []} view={view} />
              <FacetRail facets={found.facets} view={view} />
            </aside>
          </div>
        </LiveLibrary>
      )}
      <BinLink bin={bin} />
    </main>
  )
})

/** The deal that the list is to be near to: by its address, else the first that what is typed finds. */
async function findNearDeal(library: Library, view: View): Promise<{ view: View; near: NearDeal | null }> {
  const typed = view.sort ? undefined : view.near
  if (!typed) return { view: { ...view, near: undefined }, near: null }
  const named = (await library.findDeal(typed))?.summary
  const found = named ?? (await library.findDeals({ q: typed, limit: 1 })).deals[0]
  return { view: { ...view, near: found?.slug }, near: { typed, name: found?.name ?? null } }
}

/** What the form that adds a figure was sent with, where that is not understood: it stays as it was filled in. */
function readBuilt(
  addressed: Record<string, string | string[] | undefined>,
  problems: readonly QueryProblem[],
): BuiltFigure | null {
  const field = (name: string) => first(addressed[name]) ?? ''
  const built = { figure: field('figure'), edge: field('edge'), is: field('is'), value: field('value') }
  const wrong = problems.find(({ parameter }) => built.figure && parameter.startsWith(built.figure))
  return wrong ? { ...built, wrong } : null
}

function first(value: string | string[] | undefined): string | undefined {
  return [value].flat()[0]
}
