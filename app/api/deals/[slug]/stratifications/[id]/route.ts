import { formatCsv } from '@/lib/export/csv.ts'
import { type StratificationExport, stratificationJson } from '@/lib/export/stratification-json.ts'
import { stratificationTable } from '@/lib/export/stratification-table.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { findDealFiling, splitForm } from '@/lib/server/deal-answers.ts'
import { answerFile, fileTypes } from '@/lib/server/file-answer.ts'
import { answerError, guarded } from '@/lib/server/service-errors.ts'

type Context = RouteContext<'/api/deals/[slug]/stratifications/[id]'>

/** One stratification as `.csv` for spreadsheets or `.json` for scripts. */
export const GET = guarded(async (request: Request, { params }: Context) => {
  const { slug, id } = await params
  const { name, form } = splitForm(id)
  const filing = new URL(request.url).searchParams.get('filing')
  const library = await getLibrary()
  const found = await findDealFiling(library, slug, filing)
  if (typeof found === 'string') return answerError(found)
  const part = await library.findReportPart(found.sha256, { table: name })
  const table = part && stratificationJson(found.deal, part.report, name)
  return table === null ? answerError('stratification-is-unknown') : answerAs(form, table)
})

function answerAs(form: string | null, table: StratificationExport): Response {
  const name = `${table.deal.slug}--${table.stratification.id}`
  if (form === 'json') return answerFile(JSON.stringify(table), fileTypes.json, `${name}.json`)
  if (form !== 'csv') return answerError('format-is-unknown')
  return answerFile(formatCsv(stratificationTable(table.stratification)), fileTypes.csv, `${name}.csv`)
}
