'use client'
import { useParams } from 'next/navigation'
import { digestOf, PageFailure, type Thrown } from '@/components/shell/page-failure.tsx'
import { isLibraryFaultCode } from '@/lib/library-faults.ts'
import { undrawnTitle, undrawnWords } from '@/lib/server/undrawn-words.ts'

/** What stands in the place of a deal's page that failed: why, and the filing and its report all the same. */
export function DealFailure(thrown: Thrown) {
  const { slug } = useParams<{ slug: string }>()
  if (isLibraryFaultCode(digestOf(thrown.error))) return <PageFailure {...thrown} />
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
