import { callHref, filingHref } from '@/lib/addresses/place-address.ts'
import { chartSvg } from '@/lib/export/chart-svg.ts'
import { formatCsv } from '@/lib/export/csv.ts'
import { longTableCsv, longTableJson } from '@/lib/export/long-table.ts'
import { type StratificationExport, stratificationJson } from '@/lib/export/stratification-json.ts'
import { stratificationTable } from '@/lib/export/stratification-table.ts'
import { getLibrary, type Library, type LongTable, rowsList } from '@/lib/library/index.ts'
import type { FilingReport, Stratification } from '@/lib/report.ts'
import { readChartQuery } from '@/lib/server/chart-query.ts'
import { type FoundFiling, findDealFiling, splitForm } from '@/lib/server/deal-answers.ts'
import { answerTagged } from '@/lib/server/entity-tag.ts'
import { answerFile, fileTypes } from '@/lib/server/file-answer.ts'
import { guarded } from '@/lib/server/guarded.ts'
import { type WebLink, withLinks } from '@/lib/server/links.ts'
import { answerPicture, type PictureForm, pictureForms } from '@/lib/server/picture-answer.ts'
import { answerRegrouped } from '@/lib/server/regrouped-answer.ts'
import { detailOfRepeated, onlyValue } from '@/lib/server/repeated-values.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { ofDeal } from '@/lib/server/shared-things.ts'
import { siteOrigin } from '@/lib/server/site-address.ts'
import { streamTexts } from '@/lib/server/stream-bytes.ts'

type Context = RouteContext<'/api/deals/[slug]/stratifications/[id]'>

/** One stratification as `.csv` for spreadsheets, `.json` for scripts, or its chart as a picture, `.svg` or `.png`. */
export const GET = guarded(ofDeal, async (request: Request, { params }: Context) => {
  const { slug, id } = await params
  const { name, form } = splitForm(id)
  const query = new URL(request.url).searchParams
  const filing = query.get('filing')
  const library = await getLibrary()
  const found = await findDealFiling(library, slug, filing)
  if (typeof found === 'string') return answerError(found)
  const from = [await library.findVersion(slug), siteOrigin(process.env)]
  const answer = await answerTagged(request, from, () => answerForm(library, found, { name, form, query }))
  return answer.status < 400 ? withLinks(answer, linksOf(found, name, form)) : answer
})

type Asked = { name: string; form: string | null; query: URLSearchParams }

async function answerForm(
  library: Library,
  found: FoundFiling,
  { name, form, query }: Asked,
): Promise<Response> {
  const repeated = form === 'csv' ? detailOfRepeated(query, ['edges']) : null
  if (repeated !== null) return answerError('query-is-not-understood', repeated)
  const edges = onlyValue(query, 'edges')
  if (form === 'csv' && edges) return await answerRegrouped(library, found, name, edges)
  const part = await library.findReportPart(found.sha256, { table: name })
  const table = part && stratificationJson(found.deal, part.report, name)
  if (table === null) return answerError('stratification-is-unknown')
  const long = part?.counts.longTables.find(one => one.id === name)
  const picture = pictureForms.find(one => one === form)
  if (part && picture) return await answerChart(found, part.report, { table, long, picture, query })
  return long ? answerLong(form, table, long, rowsOf(library, found.sha256, long)) : answerAs(form, table)
}

/** The table on the page of its filing, and what else it can be had as. */
function linksOf({ deal, sha256 }: FoundFiling, id: string, form: string | null): WebLink[] {
  const others = (['csv', 'json', ...pictureForms] as const).filter(other => other !== form)
  return [
    { rel: 'canonical', href: `${filingHref(deal, sha256)}#${id}`, type: 'text/html' },
    ...others.map(
      (other): WebLink => ({
        rel: 'alternate',
        href: callHref(deal, sha256, `/stratifications/${id}.${other}`),
        type: fileTypes[other],
      }),
    ),
  ]
}

function answerAs(form: string | null, table: StratificationExport): Response {
  if (form === 'json') return answerFile(JSON.stringify(table), fileTypes.json, nameOf(table, 'json'))
  if (form !== 'csv') return answerError('format-is-unknown')
  return answerFile(formatCsv(stratificationTable(table.stratification)), fileTypes.csv, nameOf(table, 'csv'))
}

type AskedChart = {
  table: StratificationExport
  long: LongTable | undefined
  picture: PictureForm
  query: URLSearchParams
}

/** The chart of the table, of a long one that of its rows added up. */
async function answerChart(
  { deal, sha256 }: FoundFiling,
  report: FilingReport,
  { table, long, picture, query }: AskedChart,
): Promise<Response> {
  const wished = readChartQuery(query)
  if ('wrong' in wished) return answerError('query-is-not-understood', wished.wrong)
  const drawn = long ? long.chart : table.stratification
  const svg =
    drawn &&
    chartSvg({
      ...wished,
      report,
      table: drawn,
      deal: deal.name,
      address: `${siteOrigin(process.env)}${filingHref(deal, sha256)}#${drawn.id}`,
      ...(long && { says: long.chartSays }),
    })
  if (!svg) return answerError('chart-is-not-drawn', long?.chartSays ?? null)
  return await answerPicture({ svg, name: `${deal.slug}--${table.stratification.id}` }, picture)
}

/** The same of a long table: its rows are read and sent a page at a time. */
function answerLong(
  form: string | null,
  table: StratificationExport,
  { rowsHave }: LongTable,
  pages: AsyncIterable<Stratification>,
): Response {
  if (form === 'json')
    return answerFile(streamTexts(longTableJson(table, pages)), fileTypes.json, nameOf(table, 'json'))
  if (form !== 'csv') return answerError('format-is-unknown')
  const csv = longTableCsv(table.stratification, rowsHave, pages)
  return answerFile(streamTexts(csv), fileTypes.csv, nameOf(table, 'csv'))
}

async function* rowsOf(
  library: Library,
  sha256: string,
  { id, pages }: LongTable,
): AsyncGenerator<Stratification> {
  for (let number = 1; number <= pages; number++) {
    const part = await library.findReportPart(sha256, { list: rowsList(id), number })
    yield* part?.report.stratifications ?? []
  }
}

function nameOf({ deal, stratification }: StratificationExport, form: string): string {
  return `${deal.slug}--${stratification.id}.${form}`
}
