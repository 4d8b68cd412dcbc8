import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { admitting, mayShare, ofDealPage, titling } from '@/app/admitted.tsx'
import { type AskedFiling, getDeal, getDealPage, getListPage, readNumber } from '@/app/asked-library.ts'
import { DealView } from '@/components/deal/deal-view.tsx'
import { RowsView } from '@/components/deal/rows-view.tsx'
import { filingHref, rowsHref, tablesHref } from '@/lib/addresses/place-address.ts'
import { formatCount } from '@/lib/format/index.ts'
import { getLibrary, rowsList } from '@/lib/library/index.ts'
import { titleTable } from '@/lib/names/names.ts'
import { nothingHere } from '../../nothing-here.tsx'
import { pickFiling } from '../../source/pick-filing.ts'

type Props = { params: Promise<AskedFiling & { which: string[] }> }

/** Drawn for each request that reaches it; kept pages of deals never do (lib/server/site-pages.ts). */
export const dynamic = 'force-dynamic'

/**
 * What an address asks for: the tables of a part of the deal (from the second on, the first is the deal's own page), or a
 * page of the rows of one table, by its id.
 *
 * > tables/2    tables/postal-code    tables/postal-code/7
 */
const findShown = cache(
  async (slug: string, filing: string | undefined, first: string, second: string | undefined) => {
    const number = readNumber(first)
    if (number !== null)
      return number > 1 && second === undefined ? await getDealPage({ slug, filing }, number) : null
    const page = second === undefined ? 1 : (readNumber(second) ?? 0)
    return page > 0 ? await getListPage({ slug, filing }, rowsList(first), page) : null
  },
)

async function findAsked({ params }: Props) {
  const { slug, filing, which } = await params
  const [first = '', second] = which
  return which.length > 2 ? null : await findShown(slug, filing, first, second)
}

export const generateMetadata = titling(ofDealPage, async (props: Props): Promise<Metadata> => {
  const shown = await findAsked(props)
  if (!shown) return { title: 'No such tables' }
  const { deal, part } = shown
  const { number, count, list } = part
  const [id = ''] = (await props.params).which
  const home = filingHref(deal, part.report.file.sha256)
  const what = list === '' ? 'Tables' : titleOf(shown)
  return {
    title: `${what} of ${deal.name}, part ${formatCount(number)} of ${formatCount(count)}`,
    alternates: { canonical: list === '' ? tablesHref(home, number) : rowsHref(home, id, number) },
  }
})

function titleOf({ part: { report } }: NonNullable<Awaited<ReturnType<typeof findAsked>>>): string {
  const [table] = report.stratifications
  return table ? titleTable(table) : (report.otherTables[0]?.title ?? 'A table')
}

/** The tables of a deal that its own page leaves out, or the rows of one that is too long for it, some at a time. */
export default admitting(ofDealPage, async function TablesPage(props: Props) {
  const shown = await findAsked(props)
  if (!shown) {
    await leadToTable(props)
    return await nothingHere((await props.params).slug)
  }
  return shown.part.list === '' ? (
    <DealView {...shown} mayShare={await mayShare()} />
  ) : (
    <RowsView {...shown} />
  )
})

/** A table that a page of the deal shows whole has its address there; a dimension leads to the first table that splits by it. */
async function leadToTable({ params }: Props) {
  const { slug, filing, which } = await params
  const [asked = '', ...more] = which
  const deal = more.length > 0 ? null : await getDeal(slug)
  const sha256 = deal && pickFiling(deal, filing)
  if (!deal || !sha256) return
  const library = await getLibrary()
  const ids = (await library.findTableIds([sha256])).get(sha256) ?? []
  const id = ids.find(one => one === asked) ?? ids.find(one => one.endsWith(`--${asked}`))
  const part = id === undefined ? null : await library.findReportPart(sha256, { table: id })
  if (part) redirect(`${tablesHref(filingHref(deal, sha256), part.number)}#${id}`)
}
