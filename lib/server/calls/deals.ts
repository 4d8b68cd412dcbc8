import { findDealsQuerySchema } from '../../library/index.ts'
import { figureParameters } from '../figure-parameters.ts'
import { exportQuerySchema } from '../mark-answers.ts'
import {
  filing,
  harborPoint,
  inPath,
  inQuery,
  type Operation,
  type Parameter,
  pageParameters,
  parametersOf,
  place,
  tidewater,
  workbook,
} from './operation.ts'
import { tailParameters } from './tables.ts'

const part: Parameter = {
  name: 'part',
  in: 'query',
  description:
    'A part of the report alone, from 1, as much as one page shows: first the parts of the deal’s pages, then the rows of tables too long for them (`cut` tells which), and other long lists.',
  schema: { type: 'integer', minimum: 1 },
}
const placeInPart: Parameter = {
  ...place,
  required: false,
  description: `Instead of a part’s number: the part with a place, ${place.description}`,
}

const figure: Parameter = {
  name: 'q',
  in: 'query',
  description: 'As it is printed, or without its commas, $ and %: `225,132,418.36`, `7.704`.',
  schema: { type: 'string' },
}

/** Deals, one or many, and all of the library. */
export const dealsOperations: Operation[] = [
  {
    method: 'get',
    path: '/api/deals',
    summary:
      'Deals that match, a page at a time, with totals and facets of all that match. Figures narrow them three-valued: a deal matches certainly, possibly, or its filing does not report the figure.',
    parameters: [...parametersOf(findDealsQuerySchema), ...figureParameters],
    answers: { 200: 'FoundDeals', 400: 'Error', 503: 'Error' },
    example: { path: '/api/deals?q=harbor&waltv__gte=60&limit=5' },
  },
  {
    method: 'get',
    path: '/api/deals.xlsx',
    summary:
      'All deals that match as one workbook: a row for each, the figures of its pools, every check, and one tape of all rows.',
    parameters: [...parametersOf(findDealsQuerySchema), ...figureParameters],
    answers: {
      200: workbook,
      400: 'Error',
      422: 'Error',
      503: 'Error',
    },
    example: { path: '/api/deals.xlsx?waltv__gte=60' },
  },
  {
    method: 'get',
    path: '/api/deals/{slug}',
    summary: 'A deal with its filings, and the report of one of them.',
    parameters: [inPath('slug'), filing, part, placeInPart],
    answers: { 200: 'Deal', 400: 'Error', 404: 'Error', 503: 'Error' },
    example: { path: `/api/deals/${harborPoint}?part=1` },
  },
  {
    method: 'get',
    path: '/api/deals/{slug}.json',
    summary: 'The report of a deal’s filing as a file.',
    parameters: [inPath('slug'), filing],
    answers: { 200: 'DealExport', 404: 'Error', 503: 'Error' },
    example: { path: `/api/deals/${harborPoint}.json` },
  },
  {
    method: 'get',
    path: '/api/deals/{slug}.xlsx',
    summary:
      'A deal as a workbook that calculates: the pool, a sheet for each stratification, every check, one tape of all rows, each figure with its place.',
    parameters: [inPath('slug'), filing],
    answers: {
      200: workbook,
      404: 'Error',
      422: 'Error',
      503: 'Error',
    },
    example: { path: `/api/deals/${harborPoint}.xlsx` },
  },
  {
    method: 'get',
    path: '/api/deals/{slug}.evidence.zip',
    summary:
      'A deal’s filing with its report, ledger and tables, and two scripts (plain Python 3, plain Node) that check offline that every figure stands in it and every check comes out as told.',
    parameters: [inPath('slug'), filing],
    answers: { 200: 'application/zip', 404: 'Error', 422: 'Error', 503: 'Error' },
    example: { path: `/api/deals/${harborPoint}.evidence.zip` },
  },
  {
    method: 'get',
    path: '/api/deals/{slug}/certificate',
    summary:
      'What it takes to check one printed figure, a figure that the pool is known by (`figure`, of a `loanGroup` or of the whole pool, also where only its groups are printed), or an answer of a table (the parameters of `tail`), beside the filing: places and text, rows, the arithmetic, the checks that the figures stand in. `verify.py` and `verify.mjs` of an evidence pack read it. There is none of what is computed from single loans.',
    parameters: [
      inPath('slug'),
      { ...place, required: false },
      inQuery('figure', 'A figure of any deal: `waltv`, `state.CA`, `original-ltv.above.80`.'),
      ...tailParameters.filter(({ name }) => name !== 'slug').map(one => ({ ...one, required: false })),
    ],
    answers: { 200: 'Certificate', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
    example: { path: `/api/deals/${harborPoint}/certificate?at=84:50-62` },
  },
  {
    method: 'get',
    path: '/api/library/{table}',
    summary:
      'The whole library as data: `buckets.parquet` (every row of every table), `deals.parquet`, `statistics.parquet` or `checks.parquet`, written while it is sent. Money in dollars, percents as printed.',
    parameters: [inPath('table')],
    answers: { 200: 'application/vnd.apache.parquet', 404: 'Error', 503: 'Error' },
    example: { path: '/api/library/deals.parquet' },
  },
  {
    method: 'get',
    path: '/api/export',
    summary:
      'Some deals as one table, a row each, as CSV; or as a workbook with all their figures, checks and rows. Where one of them is unknown, nothing is given but its name.',
    parameters: parametersOf(exportQuerySchema),
    answers: {
      200: workbook,
      400: 'Error',
      404: 'Error',
      422: 'Error',
      503: 'Error',
    },
    example: { path: `/api/export?deals=${harborPoint}&deals=${tidewater}&form=xlsx` },
  },
  {
    method: 'get',
    path: '/api/figures',
    summary:
      'Where filings print a figure: how many do, and of the latest twelve the first places with the words around.',
    parameters: [{ ...figure, required: true }, ...pageParameters],
    answers: { 200: 'Figures', 400: 'Error', 503: 'Error' },
    example: { path: '/api/figures?q=1,846' },
  },
  {
    method: 'get',
    path: '/api/suggest',
    summary:
      'What is offered to somebody who types: deals, shelves and parties, where a figure is printed, and as which limits it can be asked for.',
    parameters: [{ ...figure, required: true }],
    answers: { 200: 'Suggestions', 400: 'Error', 503: 'Error' },
    example: { path: '/api/suggest?q=harbor' },
  },
]
