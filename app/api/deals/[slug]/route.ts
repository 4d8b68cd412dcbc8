import { dealWorkbook } from '@/lib/export/deal-workbook.ts'
import { getLibrary } from '@/lib/library/index.ts'
import {
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

async function answerJson(found: FoundFiling): Promise<Response> {
  const json = await (await getLibrary()).findReportJson(found.sha256)
  if (json === null) return answerError('filing-is-unknown')
  return answerFile(streamBytes(dealExportJson(found, json)), fileTypes.json, `${found.deal.slug}.json`)
}

async function answerWorkbook({ deal, sha256 }: FoundFiling): Promise<Response> {
  const part = await (await getLibrary()).findReportPart(sha256, { number: 1 })
  if (part === null) return answerError('filing-is-unknown')
  if (part.count > 1) return answerError('workbook-is-too-large')
  const workbook = await dealWorkbook(deal.summary, part.report)
  return answerFile(new Uint8Array(workbook), fileTypes.xlsx, `${deal.slug}.xlsx`)
}
