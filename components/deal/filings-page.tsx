import { byDate, type DealRecord } from '@/lib/library/index.ts'
import { ListPage } from './list-view.tsx'
import { FilingList } from './other-filings.tsx'

/** So many filings stand on a page of their list. */
export const filingsAPage = 200

/** A page of all filings of a deal, by date. */
export function FilingsPage({ deal, page }: { deal: DealRecord; page: number }) {
  const filings = byDate(deal.filings)
  return (
    <ListPage
      home={deal.url}
      deal={deal}
      list="filings"
      page={page}
      count={Math.ceil(filings.length / filingsAPage)}
      title="Filings of this deal"
    >
      <FilingList
        deal={deal}
        shown={null}
        filings={filings.slice((page - 1) * filingsAPage, page * filingsAPage)}
      />
    </ListPage>
  )
}
