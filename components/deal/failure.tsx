'use client'
import { useParams } from 'next/navigation'
import { digestOf, PageFailure, type Thrown } from '@/components/shell/page-failure.tsx'
import { isLibraryFaultCode } from '@/lib/library-faults.ts'
import { undrawnTitle, undrawnWords } from '@/lib/server/undrawn-words.ts'

/** What stands in the place of a page that failed in the browser: of a deal's page its filing and report all the same. */
export function Failure(thrown: Thrown) {
  const { slug } = useParams<{ slug?: string }>()
  const isOfDeal = slug !== undefined && !isLibraryFaultCode(digestOf(thrown.error))
  return isOfDeal ? <DealFailure {...thrown} slug={slug} /> : <PageFailure {...thrown} />
}

function DealFailure({ slug, ...thrown }: Thrown & { slug: string }) {
  const links = [
    [`/deals/${slug}/source`, 'The filing as it was added, with its lines numbered'],
    [`/api/deals/${slug}.json`, 'The report, as JSON'],
    [`/api/deals/${slug}.xlsx`, 'The report, as a workbook'],
  ]
  return (
    <PageFailure {...thrown} title={undrawnTitle} words={undrawnWords.failed}>
      <ul className="mt-4 text-sm/6">
        {links.map(([href, text]) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </PageFailure>
  )
}
