import { callHref, filingHref, readPlace } from '@/lib/addresses/place-address.ts'
import { mayBeWorkbook } from '@/lib/export/workbook-limits.ts'
import { wholeBytes } from '@/lib/filing/packed-file.ts'
import { getLibrary } from '@/lib/library/index.ts'
import {
  type DealAnswer,
  dealAnswerJson,
  dealExportJson,
  type FoundFiling,
  findDealFiling,
  splitForm,
} from '@/lib/server/deal-answers.ts'
import { answerTagged } from '@/lib/server/entity-tag.ts'
import { answerFile, fileTypes } from '@/lib/server/file-answer.ts'
import { gatherFiling } from '@/lib/server/gather-filings.ts'
import { guarded } from '@/lib/server/guarded.ts'
import { changedQuery, type WebLink, withLinks } from '@/lib/server/links.ts'
import { packEvidence, packWorkbook } from '@/lib/server/packing.ts'
import { refuseWorkbook } from '@/lib/server/refuse-workbook.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { ofDeal } from '@/lib/server/shared-things.ts'
import { siteOrigin } from '@/lib/server/site-address.ts'
import { streamBytes } from '@/lib/server/stream-bytes.ts'

/** A deal with its report; `.json`, `.xlsx` and `.evidence.zip` give it as a file. `?filing=` chooses another of its filings. */
export const GET = guarded(
  ofDeal,
  async (request: Request, { params }: RouteContext<'/api/deals/[slug]'>) => {
    const { name, form } = splitForm((await params).slug)
    const query = new URL(request.url).searchParams
    const library = await getLibrary()
    const found = await findDealFiling(library, name, query.get('filing'))
    if (typeof found === 'string') return answerError(found)
    const from = [await library.findVersion(name), siteOrigin(process.env), form === 'xlsx' ? today() : null]
    const answer = await answerTagged(request, from, () => answerForm(request, found, form))
    return answer.status < 400 ? withLinks(answer, linksOf(found, form)) : answer
  },
)

/** What a workbook says of when it was made. */
const today = () => new Date().toISOString().slice(0, 10)

async function answerForm(request: Request, found: FoundFiling, form: string | null): Promise<Response> {
  const query = new URL(request.url).searchParams
  const at = query.get('at')
  if (form === null && at !== null) return await answerPlace(found, at)
  if (form === null) return await answerDeal(request, found, query.get('part'))
  if (form === 'json') return await answerJson(found)
  if (form === 'xlsx') return (await answerWorkbook(found)) ?? refuse(request, found, 'workbook-is-too-large')
  if (form !== 'evidence.zip') return answerError('format-is-unknown')
  return (await answerEvidence(found)) ?? refuse(request, found, 'evidence-pack-is-too-large')
}

/** The page of the filing, and what else it can be had as. */
function linksOf({ deal, sha256 }: FoundFiling, form: string | null): WebLink[] {
  const forms = [
    { form: null, end: '', type: 'application/json' },
    { form: 'json', end: '.json', type: 'application/json' },
    { form: 'xlsx', end: '.xlsx', type: fileTypes.xlsx },
    { form: 'evidence.zip', end: '.evidence.zip', type: fileTypes.zip },
  ]
  return [
    { rel: 'canonical', href: filingHref(deal, sha256), type: 'text/html' },
    ...forms
      .filter(other => other.form !== form)
      .map(({ end, type }): WebLink => ({ rel: 'alternate', href: callHref(deal, sha256, end), type })),
  ]
}

/** With the whole report, or the part of it that is asked for. */
async function answerDeal(request: Request, found: FoundFiling, part: string | null): Promise<Response> {
  const number = part === null ? undefined : Number(part)
  if (number !== undefined && !(number >= 1)) return answerError('part-is-unknown')
  const library = await getLibrary()
  const json = await library.findReportJson(found.sha256, number)
  if (json === null) return answerError('part-is-unknown')
  const answer = new Response(streamBytes(dealAnswerJson(found, json)), {
    headers: { 'Content-Type': 'application/json' },
  })
  if (number === undefined) return answer
  const hasNext = (await library.findReportJson(found.sha256, number + 1)) !== null
  return withLinks(answer, [
    hasNext ? { rel: 'next', href: changedQuery(request, 'part', String(number + 1)) } : null,
    number > 1 ? { rel: 'prev', href: changedQuery(request, 'part', String(number - 1)) } : null,
  ])
}

/** With the part of the report where a place lies, and what it is a page of. */
async function answerPlace(found: FoundFiling, at: string): Promise<Response> {
  const place = readPlace(at)
  if (place === null) return answerError('query-is-not-understood', 'at')
  const part = await (await getLibrary()).findReportPart(found.sha256, place)
  if (part === null) return answerError('part-is-unknown')
  const { list, number, count, report } = part
  const answer: DealAnswer = { ...found.deal, filing: found.sha256, part: { list, number, count }, report }
  return Response.json(answer)
}

async function answerJson(found: FoundFiling): Promise<Response> {
  const json = await (await getLibrary()).findReportJson(found.sha256)
  if (json === null) return answerError('filing-is-unknown')
  return answerFile(streamBytes(dealExportJson(found, json)), fileTypes.json, `${found.deal.slug}.json`)
}

/** Null for a filing that is too large for one. */
async function answerWorkbook(found: FoundFiling): Promise<Response | null> {
  const { deal } = found
  if (!mayBeWorkbook(tablesOf(found), null)) return null
  const filing = await gatherFiling(await getLibrary(), deal, found.sha256)
  const workbook = filing && (await packWorkbook({ filing }))
  return workbook && answerFile(workbook, fileTypes.xlsx, `${deal.slug}.xlsx`)
}

const tablesOf = ({ deal, sha256 }: FoundFiling) =>
  deal.filings.find(filing => filing.sha256 === sha256)?.stratifications ?? 0

/** Null for a filing that is too large for one, which is as it is for a workbook. */
async function answerEvidence(found: FoundFiling): Promise<Response | null> {
  const { deal, sha256 } = found
  if (!mayBeWorkbook(tablesOf(found), null)) return null
  const library = await getLibrary()
  const [filing, source] = await Promise.all([
    gatherFiling(library, deal, sha256),
    library.findSource(sha256),
  ])
  if (filing === null) return null
  if (source === null) return answerError('filing-is-unknown')
  const bytes = await wholeBytes(source.bytes)
  if (bytes === null) return null
  const address = siteOrigin(process.env) + filingHref(deal, sha256)
  // Notes on other filings of the deal say nothing of this one.
  const notes = deal.notes
    .filter(note => note.filing === null || note.filing === sha256)
    .map(({ at, ...note }) => ({ ...note, at: readPlace(at) }))
  const pack = await packEvidence({ deal: deal.name, address, notes, bytes, json: filing.json })
  return pack && answerFile(pack, fileTypes.zip, `${deal.slug}.evidence.zip`)
}

const refusedHeadings = {
  'workbook-is-too-large': 'There is no workbook of this filing',
  'evidence-pack-is-too-large': 'There is no evidence pack of this filing',
} as const

function refuse(
  request: Request,
  { deal, sha256 }: FoundFiling,
  code: keyof typeof refusedHeadings,
): Response {
  return refuseWorkbook(request, code, {
    heading: refusedHeadings[code],
    links: [
      { href: callHref(deal, sha256, '.json'), text: 'Everything read (JSON)' },
      { href: filingHref(deal, sha256), text: 'The tables, each with its CSV' },
    ],
  })
}
