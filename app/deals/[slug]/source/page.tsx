import type { Metadata } from 'next'
import { cache } from 'react'
import { admitting, ofDealPage, titling } from '@/app/admitted.tsx'
import { getDeal } from '@/app/asked-library.ts'
import { SourceView } from '@/components/source/source-view.tsx'
import { readPlace } from '@/lib/addresses/place-address.ts'
import { describePlace } from '@/lib/evidence/describe-place.ts'
import type { TableTrace } from '@/lib/explain/trace-schema.ts'
import type { Drawn } from '@/lib/grid/html/drawn.ts'
import { spanOfPage } from '@/lib/layout/line-window.ts'
import { htmlLines } from '@/lib/layout/tag-pieces.ts'
import { getLibrary } from '@/lib/library/index.ts'
import type { FilingReport, Place } from '@/lib/report.ts'
import { nothingHere } from '../nothing-here.tsx'
import { pickFiling } from './pick-filing.ts'

type Query = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> }

/**
 * The deal that an address asks for and the part of its filing's report where the lines lie that it asks for; a page that
 * does not exist when there is no such filing.
 */
const findFiling = cache(
  async (slug: string, prefix: string | undefined, at: string | undefined, from: string | undefined) => {
    const deal = await getDeal(slug)
    const sha256 = deal && pickFiling(deal, prefix)
    const { line, start } = readPlace(at) ?? { line: Number.parseInt(from ?? '', 10) || 1, start: 1 }
    const part = sha256 ? await (await getLibrary()).findReportPart(sha256, { line, start }) : null
    return deal && part ? { deal, report: part.report } : null
  },
)

export const generateMetadata = titling(
  ofDealPage,
  async ({ params, searchParams }: Props): Promise<Metadata> => {
    const { filing, at, from } = only(await searchParams)
    const found = await findFiling((await params).slug, filing, at, from)
    if (!found) return { title: 'No such filing' }
    const place = readPlace(at)
    const said = place ? describePlace(found.report, place).path.join(' › ') : found.report.file.name
    return { title: `${said} · ${found.deal.name}`, description: `${found.report.file.name} as printed.` }
  },
)

export default admitting(ofDealPage, async function SourcePage({ params, searchParams }: Props) {
  const { filing, at, from } = only(await searchParams)
  const { slug } = await params
  const found = await findFiling(slug, filing, at, from)
  if (!found) return await nothingHere(slug)
  const { deal, report } = found
  const { sha256, lineCount } = report.file
  const place = readPlace(at)
  const shown = place && place.line <= lineCount ? place : null
  const span = spanOfPage(lineCount, shown?.line ?? null, Number.parseInt(from ?? '', 10) || null)
  const window = await (await getLibrary()).findLines(sha256, span)
  if (!window) return await nothingHere(slug)
  const drawn = shown ? await findDrawn(report, shown) : []
  const why = shown ? await findWhy(report, shown) : []
  const isWrong = at !== undefined && shown === null
  return (
    <SourceView {...{ deal, report, drawn, why, window, isWrong }} at={shown} lineCount={window.lineCount} />
  )
})

/** What the table of HTML around a place shows; nothing outside one, and where the filing is text. */
async function findDrawn(report: FilingReport, at: Place): Promise<Drawn> {
  const evidence = describePlace(report, at)
  if (!evidence.table || !htmlLines(report)(evidence.at.line)) return []
  return (await (await getLibrary()).findDrawn(report.file.sha256, evidence.table)) ?? []
}

/** How the tables at a place were read; null where the filing is too long for that. */
async function findWhy(report: FilingReport, at: Place): Promise<TableTrace[] | null> {
  const { table } = describePlace(report, at)
  if (table === null) return []
  return (await (await getLibrary()).findWhy(report.file.sha256, table))?.tables ?? null
}

/** An address can name a thing twice; the first counts. */
function only(query: Query): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(query).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value]),
  )
}
