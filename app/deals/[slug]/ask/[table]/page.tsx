import type { Metadata } from 'next'
import { cache } from 'react'
import { admitting, ofDealPage, titling } from '@/app/admitted.tsx'
import { getDeal } from '@/app/asked-library.ts'
import { AskPoolView } from '@/components/ask/ask-pool-view.tsx'
import { AskView } from '@/components/ask/ask-view.tsx'
import { readAsked, type TypedQuestion } from '@/lib/distributions/index.ts'
import { getLibrary, wholeTableWithLoans } from '@/lib/library/index.ts'
import { nameSplit, titleTable } from '@/lib/names/names.ts'
import { type AddressQuery, findRepeated, onlyValue, readAddressQuery } from '@/lib/server/repeated-values.ts'
import { findSummed } from '@/lib/server/tail-answer.ts'
import { nothingHere } from '../../nothing-here.tsx'
import { pickFiling } from '../../source/pick-filing.ts'

type Props = { params: Promise<{ slug: string; table: string }>; searchParams: Promise<AddressQuery> }

/** Drawn for each request: an edge may be anything. */
export const dynamic = 'force-dynamic'

/**
 * The deal, and the table asked for with all of its rows; of a whole pool that is printed for loan groups alone, by its
 * dimension, those of the groups that make it up.
 */
const findTable = cache(async (slug: string, id: string, filing: string | undefined) => {
  const deal = await getDeal(slug)
  const sha256 = deal && pickFiling(deal, filing)
  if (!deal || !sha256) return null
  const library = await getLibrary()
  const part = await library.findReportPart(sha256, { table: id })
  const shown = part?.report.stratifications.find(one => one.id === id)
  if (part && shown) {
    const table = await wholeTableWithLoans(library, sha256, shown, part.counts.longTables)
    return { deal, sha256, report: part.report, part: part.number, table, groups: undefined }
  }
  const [summed, first] = await Promise.all([
    findSummed(library, sha256, id),
    library.findReportPart(sha256, { number: 1 }),
  ])
  return summed && first && { deal, sha256, report: first.report, part: 1, ...summed }
})

async function findAsked({ params, searchParams }: Props) {
  const [{ slug, table }, query] = await Promise.all([params, searchParams])
  const given = readAddressQuery(query)
  const found = await findTable(slug, table, onlyValue(given, 'filing') ?? undefined)
  const repeated = findRepeated(
    given,
    Object.keys(query).filter(name => name !== 'row'),
  )
  return found && { ...found, repeated, asked: readAsked(found, typedOf(given)) }
}

/** What an address gives several values is not used, but for rows, which are all meant. */
function typedOf(given: URLSearchParams): TypedQuestion {
  const typed: TypedQuestion = Object.fromEntries(
    [...new Set(given.keys())].map(name => [name, onlyValue(given, name) ?? undefined]),
  )
  return { ...typed, row: given.getAll('row') }
}

export const generateMetadata = titling(ofDealPage, async (props: Props): Promise<Metadata> => {
  const found = await findAsked(props)
  if (!found) return { title: 'No such table' }
  const { asked, deal, table, groups } = found
  const name = groups ? nameSplit(table) : titleTable(table)
  return {
    title: `${'sentence' in asked ? asked.sentence.replace(/\.$/, '') : name} · ${deal.name}`,
    robots: { index: false },
  }
})

/** One table of a deal asked for what lies beyond an edge, or regrouped; or a pool that its loan groups make up. */
export default admitting(ofDealPage, async function AskPage(props: Props) {
  const found = await findAsked(props)
  if (!found) return await nothingHere((await props.params).slug)
  const { groups, ...shown } = found
  return groups ? <AskPoolView {...shown} groups={groups} /> : <AskView {...shown} />
})
