import { PageHead } from '@/components/sharing/page-head.tsx'
import { filingHref } from '@/lib/addresses/place-address.ts'
import type { DealRecord } from '@/lib/library/index.ts'

/** The page of a filing that lists no single loans. */
export function NoLoans({ deal, sha256 }: { deal: DealRecord; sha256: string }) {
  const home = filingHref(deal, sha256)
  return (
    <main id="main" tabIndex={-1} className="deal slice">
      <PageHead
        trail={[{ name: deal.name, href: home }]}
        title="No single loans"
        says={
          <p>
            This filing lists no single loans, so none can be chosen. <a href={home}>Its tables</a> can be
            asked one by one, and regrouped at edges of your own.
          </p>
        }
      />
    </main>
  )
}
