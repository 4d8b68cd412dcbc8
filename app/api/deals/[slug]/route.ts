import { readPlace } from '@/lib/evidence/place-address.ts'
import { dealWorkbook } from '@/lib/export/deal-workbook.ts'
import { getLibrary } from '@/lib/library/index.ts'
import type { FilingReport } from '@/lib/report.ts'
import {
  type DealAnswer,
  dealAnswerJson,
  dealExportJson,
  type FoundFiling,
  findDealFiling,
  splitForm,
} from '@/lib/server/deal-answers.ts'
import { answerFile, fileTypes } from '@/lib/server/file-answer.ts'
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
  return form === 'xlsx' ? await answerWorkbook(found) : answerError('format-is-unknown')
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

async function answerWorkbook({ deal, sha256 }: FoundFiling): Promise<Response> {
  const json = await (await getLibrary()).findReportJson(sha256)
  if (json === null) return answerError('filing-is-unknown')
  const report = await parseUpTo(mostWorkbookBytes, json)
  if (report === null || report.stratifications.length > mostSheets)
    return answerError('workbook-is-too-large')
  const workbook = await dealWorkbook(deal.summary, report)
  return answerFile(new Uint8Array(workbook), fileTypes.xlsx, `${deal.slug}.xlsx`)
}

/** A report of more bytes or tables is no workbook: it is made in memory, and beyond these takes seconds. */
const mostWorkbookBytes = 8_000_000
const mostSheets = 250

/** A report from its JSON; null when that is longer. */
async function parseUpTo(most: number, json: AsyncIterable<Uint8Array>): Promise<FilingReport | null> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of json) {
    length += piece.length
    if (length > most) return null
    pieces.push(piece)
  }
  // Only the library writes it, and it was checked when it was written.
  return JSON.parse(Buffer.concat(pieces).toString('utf8')) as FilingReport
}
