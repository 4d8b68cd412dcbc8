import { z } from 'zod'
import { binDays } from '../library/deal-changes.ts'
import { findDealsQuerySchema } from '../library/index.ts'
import { periodKinds } from '../trends/index.ts'
import type { AnswerName } from './answer-schemas.ts'
import { deleteSchema, eraseSchema, restoreSchema } from './bin-answer.ts'
import { chartParameters } from './chart-query.ts'
import { figureParameters } from './figure-parameters.ts'
import {
  exportQuerySchema,
  nameBodySchema,
  newNoteSchema,
  noteBodySchema,
  saveSearchSchema,
  tagDealsSchema,
  tagsBodySchema,
} from './mark-answers.ts'

/** One call of the service, as its description has it. */
export type Operation = {
  method: 'get' | 'post'
  path: string
  summary: string
  parameters?: object[]
  requestBody?: object
  /** Status → what comes: the names of answers, or a media type for what is no JSON. */
  answers: Record<number, AnswerName | AnswerName[] | `${string}/${string}`>
}

const text = { type: 'string' }
const inPath = (name: string) => ({ name, in: 'path', required: true, schema: text })
const filing = {
  name: 'filing',
  in: 'query',
  description: 'SHA-256 of one of the deal’s filings, or its first 8 digits or more; else the chosen one.',
  schema: { type: 'string', minLength: 8, maxLength: 64 },
}
const part = {
  name: 'part',
  in: 'query',
  description:
    'A part of the report alone, from 1, as much as one page shows: first the parts of the deal’s pages, then the rows of tables too long for them (`cut` tells which), and other long lists.',
  schema: { type: 'integer', minimum: 1 },
}
const line = (name: string) => ({ name, in: 'query', schema: { type: 'integer', minimum: 1 } })
const place = {
  name: 'at',
  in: 'query',
  required: true,
  description: '`line:start-end`, or `line:start-lastLine:end`, columns from 1, the end exclusive.',
  schema: text,
}

const placeInPart = {
  ...place,
  required: false,
  description: `Instead of a part’s number: the part with a place, ${place.description}`,
}

const edge = (name: string, description: string) => ({ name, in: 'query', description, schema: text })
const tailParameters = [
  inPath('slug'),
  { name: 'dimension', in: 'query', required: true, description: 'As `original-ltv`.', schema: text },
  edge(
    'above',
    'One of these four: the edge, as `77`, `7.125`, `$620,000`, `620k`, `360`. Dollars for money. Between two edges: one of `above` and `atLeast`, and one of `below` and `atMost`.',
  ),
  edge('atLeast', 'The edge itself counts.'),
  edge('below', 'As `above`.'),
  edge('atMost', 'As `atLeast`.'),
  edge('loanGroup', 'The name of a loan group as printed; without it, the whole pool.'),
  filing,
]

const compareParameters = [
  {
    ...edge('deals', 'Slugs with commas between them; `slug~loan-group-1` for one of its loan groups.'),
    required: true,
  },
  { ...edge('dimension', 'As `original-ltv`.'), required: true },
  edge('measure', '`balancePct` unless told otherwise; `loanCount`, `balanceCents`, `countPct`.'),
  edge(
    'edges',
    'Edges of your own, as `60, 70, 80`, dollars for money; `shared` for those that all print, `finer` for those that any prints, `values` for tables of single figures.',
  ),
  edge('rows', '`between` edges unless told otherwise, or `above` each of them.'),
  edge('base', 'One of `deals`, which differences are from.'),
]

const trendsParameters = [
  {
    ...edge('measure', 'A figure of any deal: `waltv`, `state.CA`, `original-ltv.above.80`.'),
    required: true,
  },
  edge('shelf', 'Only deals of this shelf.'),
  edge('q', 'Only deals that a search of the library finds so.'),
  edge('deals', 'Only these deals, by their slugs with commas between them.'),
  { ...edge('by', 'Else by year.'), schema: { type: 'string', enum: periodKinds } },
  {
    ...edge('failing', 'Whether deals whose table fails a check have a part in the line; else `out`.'),
    schema: { type: 'string', enum: ['in', 'out'] },
  },
]

const figure = {
  name: 'q',
  in: 'query',
  description: 'As it is printed, or without its commas, $ and %: `225,132,418.36`, `7.704`.',
  schema: text,
}

const files = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'array', items: { type: 'string', format: 'binary' } } },
      },
    },
  },
}
/** What is wrong with the library is told of each file, or of the call when nothing can be asked of the library at all. */
const broken: AnswerName[] = ['Upload', 'Error']
const uploaded: Operation['answers'] = {
  200: 'Upload',
  201: 'Upload',
  303: 'text/html',
  403: 'Error',
  422: 'Upload',
  503: broken,
  507: broken,
}

/** What calls that change deals answer: what was done, or to a plain form where to go on. */
const changes: Operation['answers'] = {
  200: 'Changed',
  303: 'text/html',
  400: 'Error',
  403: 'Error',
  415: 'Error',
  503: 'Error',
  507: 'Error',
}

/** A body that comes as JSON or as a plain form. */
function bodyOf(body: z.ZodObject): object {
  const schema = z.toJSONSchema(body, { io: 'input' })
  return {
    required: true,
    content: { 'application/json': { schema }, 'application/x-www-form-urlencoded': { schema } },
  }
}

export const operations: Operation[] = [
  {
    method: 'post',
    path: '/api/filings',
    summary:
      'Add filings, one or many. A zip or gzip file, known by its bytes, is opened within limits, and each file inside is a filing of its own in the answer. JSON where it is accepted, else a redirect to what was added.',
    requestBody: files,
    answers: { ...uploaded, 400: ['Upload', 'Error'], 415: 'Error' },
  },
  {
    method: 'post',
    path: '/api/samples',
    summary: 'Add the sample filings that come with Strata.',
    answers: uploaded,
  },
  {
    method: 'get',
    path: '/api/deals',
    summary:
      'Deals that match, a page at a time, with totals and facets of all that match. Figures narrow them three-valued: a deal matches certainly, possibly, or its filing does not report the figure.',
    parameters: [...queryParameters(), ...figureParameters],
    answers: { 200: 'FoundDeals', 400: 'Error', 503: 'Error' },
  },
  {
    method: 'get',
    path: '/api/deals.xlsx',
    summary:
      'All deals that match as one workbook: a row for each, the figures of its pools, every check, and one tape of all rows.',
    parameters: [...queryParameters(), ...figureParameters],
    answers: {
      200: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      400: 'Error',
      422: 'Error',
      503: 'Error',
    },
  },
  {
    method: 'get',
    path: '/api/deals/{slug}',
    summary: 'A deal with its filings, and the report of one of them.',
    parameters: [inPath('slug'), filing, part, placeInPart],
    answers: { 200: 'Deal', 400: 'Error', 404: 'Error', 503: 'Error' },
  },
  {
    method: 'get',
    path: '/api/deals/{slug}.json',
    summary: 'The report of a deal’s filing as a file.',
    parameters: [inPath('slug'), filing],
    answers: { 200: 'DealExport', 404: 'Error', 503: 'Error' },
  },
  {
    method: 'get',
    path: '/api/deals/{slug}.xlsx',
    summary:
      'A deal as a workbook that calculates: the pool, a sheet for each stratification, every check, one tape of all rows, each figure with its place.',
    parameters: [inPath('slug'), filing],
    answers: {
      200: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      404: 'Error',
      422: 'Error',
      503: 'Error',
    },
  },
  {
    method: 'get',
    path: '/api/deals/{slug}.evidence.zip',
    summary:
      'A deal’s filing with its report, ledger and tables, and two scripts (plain Python 3, plain Node) that check offline that every figure stands in it and every check comes out as told.',
    parameters: [inPath('slug'), filing],
    answers: { 200: 'application/zip', 404: 'Error', 422: 'Error', 503: 'Error' },
  },
  {
    method: 'get',
    path: '/api/deals/{slug}/certificate',
    summary:
      'What it takes to check one printed figure beside the filing: its place and text, the checks that compute with it and their arithmetic. `verify.py` and `verify.mjs` of an evidence pack read it.',
    parameters: [inPath('slug'), place, filing],
    answers: { 200: 'Certificate', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
  },
  {
    method: 'get',
    path: '/api/deals/{slug}/stratifications/{id}.csv',
    summary: 'One stratification as CSV.',
    parameters: [inPath('slug'), inPath('id'), filing],
    answers: { 200: 'text/csv', 404: 'Error', 503: 'Error' },
  },
  {
    method: 'get',
    path: '/api/deals/{slug}/stratifications/{id}.json',
    summary: 'One stratification as JSON.',
    parameters: [inPath('slug'), inPath('id'), filing],
    answers: { 200: 'Stratification', 404: 'Error', 503: 'Error' },
  },
  {
    method: 'get',
    path: '/api/deals/{slug}/stratifications/{id}.svg',
    summary: 'The chart of one stratification as a picture that needs nothing else, on white.',
    parameters: [inPath('slug'), inPath('id'), filing, ...chartParameters],
    answers: { 200: 'image/svg+xml', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
  },
  {
    method: 'get',
    path: '/api/deals/{slug}/tail',
    summary:
      'What of a pool lies beyond an edge of a dimension, or between two: exactly, or between the least and the most that the printed rows allow, with the rows it rests on.',
    parameters: tailParameters,
    answers: { 200: 'Tail', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
  },
  {
    method: 'get',
    path: '/api/deals/{slug}/similar',
    summary:
      'The pools nearest to a deal’s: how far each is in every dimension that both print, the least that is proven of it, and what makes them near or far in words.',
    parameters: [
      inPath('slug'),
      edge('limit', 'How many pools, 1 to 40; 12 unless told otherwise.'),
      edge('group', 'A loan group of the deal, as `loan-group-1`, in place of its whole pool.'),
    ],
    answers: { 200: 'Similar', 400: 'Error', 404: 'Error', 503: 'Error' },
  },
  {
    method: 'get',
    path: '/api/deals/{slug}/changes',
    summary:
      'What changed between two filings of a deal, row by row: changed, added, gone, with the least number of loans that must have left or entered each row.',
    parameters: [
      inPath('slug'),
      edge('from', 'How the SHA-256 of the earlier filing begins; the last but one with tables without it.'),
      edge('to', 'The same of the later filing; the last with tables without it.'),
    ],
    answers: { 200: 'Changes', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
  },
  {
    method: 'get',
    path: '/api/compare',
    summary:
      'Two to eight deals side by side in one dimension: ranges brought to the edges that all of them print, or to edges of your own; names by what they stand for.',
    parameters: compareParameters,
    answers: { 200: 'Comparison', 400: 'Error', 404: 'Error', 503: 'Error' },
  },
  {
    method: 'get',
    path: '/api/compare.xlsx',
    summary:
      'The same as a workbook: figures side by side, a sheet for each dimension that two of the pools print, every check, one tape of all rows.',
    parameters: compareParameters.map(parameter =>
      parameter.name === 'dimension'
        ? edge(
            'dimension',
            'As `original-ltv`; every dimension that two of the pools print unless told otherwise.',
          )
        : parameter,
    ),
    answers: {
      200: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      400: 'Error',
      404: 'Error',
      422: 'Error',
      503: 'Error',
    },
  },
  {
    method: 'get',
    path: '/api/compare.csv',
    summary: 'The same for spreadsheets.',
    parameters: compareParameters,
    answers: { 200: 'text/csv', 400: 'Error', 404: 'Error', 503: 'Error' },
  },
  {
    method: 'get',
    path: '/api/compare.svg',
    summary: 'The same as a picture that needs nothing else, on white.',
    parameters: compareParameters,
    answers: { 200: 'image/svg+xml', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
  },
  {
    method: 'get',
    path: '/api/trends',
    summary:
      'Deals over time in one measure: a point for each deal that reports it, a line by period with bounds of its own, and the deals that do not report it.',
    parameters: [
      ...trendsParameters,
      {
        ...edge('sentences', 'Each point says what it is in words too.'),
        schema: { type: 'string', enum: ['1'] },
      },
    ],
    answers: { 200: 'Trends', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
  },
  {
    method: 'get',
    path: '/api/trends.csv',
    summary: 'The same for spreadsheets: a row for each deal, those that do not report the measure too.',
    parameters: trendsParameters,
    answers: { 200: 'text/csv', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
  },
  {
    method: 'get',
    path: '/api/trends.svg',
    summary: 'The same as a picture that needs nothing else, on white.',
    parameters: trendsParameters,
    answers: { 200: 'image/svg+xml', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
  },
  {
    method: 'get',
    path: '/api/filings/{sha256}/source',
    summary: 'The bytes of a filing as they were uploaded.',
    parameters: [inPath('sha256')],
    answers: { 200: 'text/plain', 404: 'Error', 503: 'Error' },
  },
  {
    method: 'get',
    path: '/api/filings/{sha256}/lines',
    summary:
      'Lines of a filing, decoded; at most 2,000 of them, fewer where they are long: those around one, or the first.',
    parameters: [inPath('sha256'), line('from'), line('to'), line('around')],
    answers: { 200: 'SourceLines', 400: 'Error', 404: 'Error', 503: 'Error' },
  },
  {
    method: 'get',
    path: '/api/filings/{sha256}/drawn',
    summary: 'The tables of HTML at a place of a filing, as plain cells with spans and places.',
    parameters: [inPath('sha256'), place],
    answers: { 200: 'Drawn', 400: 'Error', 404: 'Error', 503: 'Error' },
  },
  {
    method: 'get',
    path: '/api/filings/{sha256}/why',
    summary:
      'How the table at a place of a filing was read: questions, answers, and what speaks for and against each.',
    parameters: [inPath('sha256'), place],
    answers: { 200: 'Why', 400: 'Error', 404: 'Error', 503: 'Error' },
  },
  {
    method: 'post',
    path: '/api/deals/{slug}/name',
    summary:
      'Give a deal another name, or with an empty one the name by its filings again; its address stays.',
    parameters: [inPath('slug')],
    requestBody: bodyOf(nameBodySchema),
    answers: { ...changes, 404: 'Error' },
  },
  {
    method: 'post',
    path: '/api/deals/{slug}/tags',
    summary: 'Give a deal these tags in place of those that it has.',
    parameters: [inPath('slug')],
    requestBody: bodyOf(tagsBodySchema),
    answers: { ...changes, 404: 'Error' },
  },
  {
    method: 'post',
    path: '/api/tags',
    summary: 'Give several deals some tags beside those they have, or take some away.',
    requestBody: bodyOf(tagDealsSchema),
    answers: changes,
  },
  {
    method: 'post',
    path: '/api/deals/{slug}/notes',
    summary: 'Put a note on a deal, or on a place of one of its filings.',
    parameters: [inPath('slug')],
    requestBody: bodyOf(newNoteSchema),
    answers: { ...changes, 404: 'Error' },
  },
  {
    method: 'post',
    path: '/api/deals/{slug}/notes/{id}',
    summary: 'Write a note anew; with an empty text it is taken away.',
    parameters: [inPath('slug'), inPath('id')],
    requestBody: bodyOf(noteBodySchema),
    answers: { ...changes, 404: 'Error' },
  },
  {
    method: 'get',
    path: '/api/library/{table}',
    summary:
      'The whole library as data: `buckets.parquet` (every row of every table), `deals.parquet`, `statistics.parquet` or `checks.parquet`, written while it is sent. Money in dollars, percents as printed.',
    parameters: [inPath('table')],
    answers: { 200: 'application/vnd.apache.parquet', 404: 'Error', 503: 'Error' },
  },
  {
    method: 'get',
    path: '/api/export',
    summary:
      'Some deals as one table, a row each, as CSV; or as a workbook with all their figures, checks and rows.',
    parameters: exportParameters(),
    answers: {
      200: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      400: 'Error',
      422: 'Error',
      503: 'Error',
    },
  },
  {
    method: 'get',
    path: '/api/figures',
    summary:
      'Where filings print a figure: how many do, and of the latest twelve the first places with the words around.',
    parameters: [{ ...figure, required: true }],
    answers: { 200: 'Figures', 400: 'Error', 503: 'Error' },
  },
  {
    method: 'get',
    path: '/api/suggest',
    summary:
      'What is offered to somebody who types: deals, shelves and parties, where a figure is printed, and as which limits it can be asked for.',
    parameters: [{ ...figure, required: true }],
    answers: { 200: 'Suggestions', 400: 'Error', 503: 'Error' },
  },
  {
    method: 'get',
    path: '/api/searches',
    summary: 'The searches that are kept, by name.',
    answers: { 200: 'Searches', 503: 'Error' },
  },
  {
    method: 'post',
    path: '/api/searches',
    summary: 'Keep a search of the library under a name, in place of the one that has it.',
    requestBody: bodyOf(saveSearchSchema),
    answers: changes,
  },
  {
    method: 'post',
    path: '/api/searches/{id}/forget',
    summary: 'Forget a search that is kept; the deals that it finds stay.',
    parameters: [inPath('id')],
    requestBody: bodyOf(z.object({})),
    answers: changes,
  },
  {
    method: 'get',
    path: '/api/bin',
    summary: 'The deals that were deleted and can be brought back, the latest first.',
    answers: { 200: 'Bin', 503: 'Error' },
  },
  {
    method: 'post',
    path: '/api/bin',
    summary: `Delete deals, or one filing alone: filings go into the bin, with which they can be brought back for ${binDays} days.`,
    requestBody: bodyOf(deleteSchema),
    answers: changes,
  },
  {
    method: 'post',
    path: '/api/bin/restore',
    summary: 'Bring deleted deals back, at the addresses that they had.',
    requestBody: bodyOf(restoreSchema),
    answers: changes,
  },
  {
    method: 'post',
    path: '/api/bin/erase',
    summary: 'Remove deleted deals for good, the bytes of their filings too: those named, or all in the bin.',
    requestBody: bodyOf(eraseSchema),
    answers: changes,
  },
  {
    method: 'post',
    path: '/api/mcp',
    summary:
      'The Model Context Protocol for assistants, a request at a time: find_deals, get_deal, get_stratification, ask_tail, compare_deals, get_source_lines. It only reads.',
    requestBody: { required: true, content: { 'application/json': { schema: { type: 'object' } } } },
    answers: { 200: 'application/json', 403: 'Error', 503: 'Error' },
  },
  {
    method: 'get',
    path: '/api/health',
    summary: 'Ready or not.',
    answers: { 200: 'Health', 503: 'Error' },
  },
  {
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This description.',
    answers: { 200: 'application/json' },
  },
]

/** The search's parameters, from the very schema that reads them. */
function queryParameters(): object[] {
  return parametersOf(findDealsQuerySchema)
}

function exportParameters(): object[] {
  return parametersOf(exportQuerySchema)
}

function parametersOf(query: z.ZodObject): object[] {
  const { properties = {} } = z.toJSONSchema(query, { io: 'input' })
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', schema }))
}
