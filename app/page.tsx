import type { Metadata } from 'next'
import { DealTable } from '@/components/library/deal-table.tsx'
import { BinLink, DeletedToast } from '@/components/library/deleted-deals.tsx'
import { FigurePlaces } from '@/components/library/figure-places.tsx'
import { FilterBar } from '@/components/library/filter-bar.tsx'
import { Hatch } from '@/components/library/hatch.tsx'
import { LiveLibrary } from '@/components/library/live-library.tsx'
import { NothingFound } from '@/components/library/nothing-found.tsx'
import { Pager } from '@/components/library/pager.tsx'
import { RereadingNote } from '@/components/library/rereading-note.tsx'
import { describeTotals } from '@/components/library/totals.ts'
import { isNarrowed, readView } from '@/components/library/view.ts'
import { AddBar, AddFirst } from '@/components/upload/add-filings.tsx'
import { UploadNotice } from '@/components/upload/upload-notice.tsx'
import { getLibrary } from '@/lib/library/index.ts'

export const metadata: Metadata = { title: { absolute: 'Strata: the library of deals' } }

const pageSize = 50

/** The library: the way to add filings, and the deals that the address asks for. */
export default async function LibraryPage({ searchParams }: PageProps<'/'>) {
  const addressed = await searchParams
  const { view } = readView(addressed)
  const library = await getLibrary()
  const found = await library.findDeals({ ...view, limit: pageSize })
  const figures = view.q ? await library.findFigures(view.q) : null
  const bin = await library.listBin()
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
      {isEmpty ? <AddFirst /> : <AddBar />}
      <div id="upload-queue" />
      {!isEmpty && (
        <LiveLibrary isChanging={rereading.left > 0}>
          <div className="mt-4 mb-2">
            <FilterBar facets={found.facets} view={view} />
          </div>
          {figures && <FigurePlaces found={figures} typed={view.q ?? ''} />}
          <Hatch />
          {found.deals.length === 0 ? (
            <NothingFound view={view} />
          ) : (
            <DealTable deals={found.deals} view={view} />
          )}
          <Pager
            view={view}
            next={found.next}
            shown={found.deals.length}
            count={found.count}
            size={pageSize}
          />
        </LiveLibrary>
      )}
      <BinLink bin={bin} />
    </main>
  )
}

function first(value: string | string[] | undefined): string | undefined {
  return [value].flat()[0]
}
