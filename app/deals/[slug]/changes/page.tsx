import type { Metadata } from 'next'
import { admitting, ofDealPage, titling } from '@/app/admitted.tsx'
import { getDeal } from '@/app/asked-library.ts'
import { ChangesView } from '@/components/changes/changes-view.tsx'
import { getLibrary } from '@/lib/library/index.ts'
import { loadTwoFilings } from '@/lib/server/changes-answer.ts'
import { nothingHere } from '../nothing-here.tsx'

type Query = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> }

/** Drawn for each request: any two filings may be asked for. */
export const dynamic = 'force-dynamic'

export const generateMetadata = titling(ofDealPage, async ({ params }: Props): Promise<Metadata> => {
  const deal = await getDeal((await params).slug)
  return { title: deal ? `What changed in ${deal.name}` : 'No such deal', robots: { index: false } }
})

/** What changed between two filings of a deal. */
export default admitting(ofDealPage, async function ChangesPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams])
  const deal = await getDeal(slug)
  if (!deal) return await nothingHere(slug)
  const only = (name: string) => [query[name] ?? []].flat()[0]
  const library = await getLibrary()
  const asked = await loadTwoFilings(library, deal, { from: only('from'), to: only('to') })
  if (!('code' in asked)) return <ChangesView deal={deal} two={asked} problem={null} />
  const usual = await loadTwoFilings(library, deal, {})
  return <ChangesView deal={deal} two={'code' in usual ? null : usual} problem={sayProblem(asked.code)} />
})

/** Why the filings that were asked for are not shown. */
function sayProblem(code: string): string {
  if (code === 'one-filing-alone') return 'This deal has one filing, so there is nothing to hold it against.'
  if (code === 'query-is-not-understood') return 'These are the same filing. Choose two.'
  if (code === 'pool-is-too-long')
    return 'The tables of one of these filings are too long to be held against others.'
  return 'The deal has no such filing; its last two with tables are shown.'
}
