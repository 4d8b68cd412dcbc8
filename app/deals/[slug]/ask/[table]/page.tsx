import type { Metadata } from 'next'
import { cache } from 'react'
import { getDeal } from '@/app/asked-library.ts'
import { AskView } from '@/components/ask/ask-view.tsx'
import { readAsked, type TypedQuestion } from '@/lib/distributions/index.ts'
import { getLibrary, wholeTable } from '@/lib/library/index.ts'
import { titleTable } from '@/lib/names/names.ts'
import { nothingHere } from '../../nothing-here.tsx'
import { pickFiling } from '../../source/pick-filing.ts'

type Query = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ slug: string; table: string }>; searchParams: Promise<Query> }

/** Drawn for each request: an edge may be anything. */
export const dynamic = 'force-dynamic'

/** The deal, and the table asked for with all of its rows. */
const findTable = cache(async (slug: string, id: string, filing: string | undefined) => {
  const deal = await getDeal(slug)
  const sha256 = deal && pickFiling(deal, filing)
  if (!deal || !sha256) return null
  const library = await getLibrary()
  const part = await library.findReportPart(sha256, { table: id })
  const shown = part?.report.stratifications.find(one => one.id === id)
  if (!part || !shown) return null
  const table = await wholeTable(library, sha256, shown, part.counts.longTables)
  return { deal, sha256, report: part.report, part: part.number, table }
})

async function findAsked({ params, searchParams }: Props) {
  const [{ slug, table }, query] = await Promise.all([params, searchParams])
  const typed = typedOf(query)
  const found = await findTable(slug, table, typed.filing)
  return found && { ...found, asked: readAsked(found.table, typed) }
}

/** An address can name a thing twice: rows are all meant, of anything else the first counts. */
function typedOf({ row, ...query }: Query): TypedQuestion {
  const typed: TypedQuestion = Object.fromEntries(
    Object.entries(query).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value]),
  )
  return row === undefined ? typed : { ...typed, row: [row].flat() }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await findAsked(props)
  if (!found) return { title: 'No such table' }
  const { asked, deal, table } = found
  return {
    title: `${'sentence' in asked ? asked.sentence.replace(/\.$/, '') : titleTable(table)} · ${deal.name}`,
    robots: { index: false },
  }
}

/** One table of a deal asked for what lies beyond an edge, or regrouped. */
export default async function AskPage(props: Props) {
  const found = await findAsked(props)
  return found ? <AskView {...found} /> : await nothingHere((await props.params).slug)
}
