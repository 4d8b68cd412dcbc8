import { callHref, filingHref, readPlace } from '@/lib/evidence/place-address.ts'
import { mayBeWorkbook } from '@/lib/export/workbook-limits.ts'
import { getLibrary } from '@/lib/library/index.ts'
import {
  type DealAnswer,
  dealAnswerJson,
  dealExportJson,
  type FoundFiling,
  findDealFiling,
  splitForm,
} from '@/lib/server/deal-answers.ts'
import { answerFile, fileTypes } from '@/lib/server/file-answer.ts'
import { gatherFiling } from '@/lib/server/gather-filings.ts'
import { packWorkbook } from '@/lib/server/packing.ts'
import { refuseWorkbook } from '@/lib/server/refuse-workbook.ts'
import { answerError, guarded } from '@/lib/server/service-errors.ts'
import { streamBytes } from '@/lib/server/stream-bytes.ts'

/** A deal with its report; `.json` and `.xlsx` give it as a file. `?filing=` chooses another of its filings. */
export const GET = guarded(async (request: Request, { params }: RouteContext<'/api/deals/[slug]'>) => {
  const { name, form } = splitForm((await params).slug)
  const query = new URL(request.url).searchParams
  const found = await findDealFiling(await getLibrary(), name, query.get('filing'))
  if (typeof found === 'string') return answerError(found)
  const at = query.get('at')
  if (form === null && at !== null) return await answerPlace(found, at)
  if (form === null) return await answerDeal(found, query.get('part'))
  if (form === 'json') return await answerJson(found)
  if (form !== 'xlsx') return answerError('format-is-unknown')
  return (await answerWorkbook(found)) ?? refuse(request, found)
})

/** With the whole report, or the part of it that is asked for. */
async function answerDeal(found: FoundFiling, part: string | null): Promise<Response> {
  const number = part === null ? undefined : Number(part)
  if (number !== undefined && !(number >= 1)) return answerError('part-is-unknown')
  const json = await (await getLibrary()).findReportJson(found.sha256, number)
  if (json === null) return answerError('part-is-unknown')
  return new Response(streamBytes(dealAnswerJson(found, json)), {
    headers: { 'Content-Type': 'application/json' },
  })
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
async function answerWorkbook({ deal, sha256 }: FoundFiling): Promise<Response | null> {
  const tables = deal.filings.find(filing => filing.sha256 === sha256)?.stratifications ?? 0
  if (!mayBeWorkbook(tables, null)) return null
  const filing = await gatherFiling(await getLibrary(), deal, sha256)
  const workbook = filing && (await packWorkbook({ filing }))
  return workbook && answerFile(workbook, fileTypes.xlsx, `${deal.slug}.xlsx`)
}

function refuse(request: Request, { deal, sha256 }: FoundFiling): Response {
  return refuseWorkbook(request, 'workbook-is-too-large', {
    heading: 'There is no workbook of this filing',
    links: [
      { href: callHref(deal, sha256, '.json'), text: 'Everything read (JSON)' },
      { href: filingHref(deal, sha256), text: 'The tables, each with its CSV' },
    ],
  })
}
