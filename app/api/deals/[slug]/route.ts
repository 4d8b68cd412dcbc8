import { dealWorkbook } from '@/lib/export/deal-workbook.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { type FoundReport, findDealReport, splitForm } from '@/lib/server/deal-answers.ts'
import { answerFile, fileTypes } from '@/lib/server/file-answer.ts'
import { answerError, guarded } from '@/lib/server/service-errors.ts'

/** A deal with its report; `.json` and `.xlsx` give it as a file. `?filing=` chooses another of its filings. */
export const GET = guarded(async (request: Request, { params }: RouteContext<'/api/deals/[slug]'>) => {
  const { name, form } = splitForm((await params).slug)
  const filing = new URL(request.url).searchParams.get('filing')
  const found = await findDealReport(await getLibrary(), name, filing)
  return typeof found === 'string' ? answerError(found) : await answerAs(form, found)
})

async function answerAs(form: string | null, { deal, report }: FoundReport): Promise<Response> {
  const { slug, url, summary } = deal
  if (form === null) return Response.json({ ...deal, filing: report.file.sha256, report })
  if (form === 'json')
    return answerFile(JSON.stringify({ slug, url, ...report }), fileTypes.json, `${slug}.json`)
  if (form !== 'xlsx') return answerError('format-is-unknown')
  const workbook = await dealWorkbook(summary, report)
  return answerFile(new Uint8Array(workbook), fileTypes.xlsx, `${slug}.xlsx`)
}
