import { periodKinds } from '../../trends/index.ts'
import { themeParameter } from '../chart-query.ts'
import {
  harborPoint,
  inPath,
  inQuery,
  type Operation,
  type Parameter,
  pageParameters,
  tidewater,
  workbook,
} from './operation.ts'

const compareParameters = [
  {
    ...inQuery('deals', 'Slugs with commas between them; `slug~loan-group-1` for one of its loan groups.'),
    required: true,
  },
  { ...inQuery('dimension', 'As `original-ltv`.'), required: true },
  inQuery('measure', '`balancePct` unless told otherwise; `loanCount`, `balanceCents`, `countPct`.'),
  inQuery(
    'edges',
    'Edges of your own, as `60, 70, 80`, dollars for money; `shared` for those that all print, `finer` for those that any prints, `values` for tables of single figures.',
  ),
  inQuery('rows', '`between` edges unless told otherwise, or `above` each of them.'),
  inQuery('base', 'One of `deals`, which differences are from.'),
]

const trendsParameters: Parameter[] = [
  {
    ...inQuery('measure', 'A figure of any deal: `waltv`, `state.CA`, `original-ltv.above.80`.'),
    required: true,
  },
  inQuery('shelf', 'Only deals of this shelf.'),
  inQuery('q', 'Only deals that a search of the library finds so.'),
  inQuery('deals', 'Only these deals, by their slugs with commas between them.'),
  { ...inQuery('by', 'Else by year.'), schema: { type: 'string', enum: periodKinds } },
  {
    ...inQuery('failing', 'Whether deals whose table fails a check have a part in the line; else `out`.'),
    schema: { type: 'string', enum: ['in', 'out'] },
  },
]

/** Several deals: side by side, near each other, over time; and one over its filings. */
export const comparingOperations: Operation[] = [
  {
    method: 'get',
    path: '/api/deals/{slug}/similar',
    summary:
      'The pools nearest to a deal’s: how far each is in every dimension that both print, the least that is proven of it, and what makes them near or far in words.',
    parameters: [
      inPath('slug'),
      inQuery('limit', 'How many pools, 1 to 40; 12 unless told otherwise.'),
      inQuery('group', 'A loan group of the deal, as `loan-group-1`, in place of its whole pool.'),
    ],
    answers: { 200: 'Similar', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
    example: { path: `/api/deals/${harborPoint}/similar?limit=3` },
  },
  {
    method: 'get',
    path: '/api/deals/{slug}/changes',
    summary:
      'What changed between two filings of a deal, row by row: changed, added, gone, with the least number of loans that must have left or entered each row.',
    parameters: [
      inPath('slug'),
      inQuery(
        'from',
        'How the SHA-256 of the earlier filing begins; the last but one with tables without it.',
      ),
      inQuery('to', 'The same of the later filing; the last with tables without it.'),
    ],
    answers: { 200: 'Changes', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
    example: {
      path: `/api/deals/${harborPoint}/changes`,
      status: 422,
      needs:
        'Needs a deal with two filings. Each of the samples has one, so this answers 422 until another is added.',
    },
  },
  {
    method: 'get',
    path: '/api/deals/{slug}/over-time',
    summary:
      'A deal’s loans month by month, computed from its loan-level exhibits: balances, how far loans are behind, unscheduled principal and the speed it proves, losses, loans that left. What is null is not reported, and never nothing.',
    parameters: [inPath('slug')],
    answers: { 200: 'OverTime', 404: 'Error', 503: 'Error' },
    example: { path: `/api/deals/${harborPoint}/over-time` },
  },
  {
    method: 'get',
    path: '/api/deals/{slug}/tied',
    summary:
      'A deal’s printed tables held against its loans: each printed figure beside what the loans of its row’s own range or name come to. Figures that differ are listed, those that agree counted, and what is not comparable says why.',
    parameters: [inPath('slug')],
    answers: { 200: 'Tied', 404: 'Error', 503: 'Error' },
    example: { path: `/api/deals/${harborPoint}/tied` },
  },
  {
    method: 'get',
    path: '/api/calibration',
    summary:
      'Intervals asked of loans that are printed in ranges, a thousand of each tape, held against the loans: how many hold every true value, and how wide they are.',
    answers: { 200: 'Calibration', 503: 'Error' },
    example: { path: '/api/calibration' },
  },
  {
    method: 'get',
    path: '/api/compare',
    summary:
      'Two to eight deals side by side in one dimension: ranges brought to the edges that all of them print, or to edges of your own; names by what they stand for. A pool that is printed for its loan groups alone is added up over them, and `summedOver` names their tables.',
    parameters: compareParameters,
    answers: { 200: 'Comparison', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
    example: {
      path: `/api/compare?deals=${harborPoint},${tidewater}&dimension=original-ltv&base=${harborPoint}`,
    },
  },
  {
    method: 'get',
    path: '/api/compare.xlsx',
    summary:
      'The same as a workbook: figures side by side, a sheet for each dimension that two of the pools print, every check, one tape of all rows.',
    parameters: compareParameters.map(parameter =>
      parameter.name === 'dimension'
        ? inQuery(
            'dimension',
            'As `original-ltv`; every dimension that two of the pools print unless told otherwise.',
          )
        : parameter,
    ),
    answers: {
      200: workbook,
      400: 'Error',
      404: 'Error',
      422: 'Error',
      503: 'Error',
    },
    example: { path: `/api/compare.xlsx?deals=${harborPoint},${tidewater}` },
  },
  {
    method: 'get',
    path: '/api/compare.csv',
    summary: 'The same for spreadsheets.',
    parameters: compareParameters,
    answers: { 200: 'text/csv', 400: 'Error', 404: 'Error', 503: 'Error' },
    example: { path: `/api/compare.csv?deals=${harborPoint},${tidewater}&dimension=original-ltv` },
  },
  {
    method: 'get',
    path: '/api/compare.svg',
    summary: 'The same as a picture that needs nothing else.',
    parameters: [...compareParameters, themeParameter],
    answers: { 200: 'image/svg+xml', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
    example: { path: `/api/compare.svg?deals=${harborPoint},${tidewater}&dimension=original-ltv` },
  },
  {
    method: 'get',
    path: '/api/compare.png',
    summary: 'The same as PNG, with two pixels to each of the picture’s.',
    parameters: [...compareParameters, themeParameter],
    answers: { 200: 'image/png', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
    example: {
      path: `/api/compare.png?deals=${harborPoint},${tidewater}&dimension=original-ltv&theme=dark`,
    },
  },
  {
    method: 'get',
    path: '/api/compare/certificate',
    summary:
      'A row of a comparison with what it takes to check it beside the filings: a certificate for each pool, and how far they lie apart. `verify.py` and `verify.mjs` of an evidence pack read it.',
    parameters: [
      ...compareParameters,
      { ...inQuery('row', 'The row, by its order in the answer, from 0.'), required: true },
    ],
    answers: { 200: 'Certificates', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
    example: {
      path: `/api/compare/certificate?deals=${harborPoint},${tidewater}&dimension=original-ltv&base=${harborPoint}&row=1`,
    },
  },
  {
    method: 'get',
    path: '/api/trends/certificate',
    summary:
      'A point of a trend with what it takes to check it beside the filing. `verify.py` and `verify.mjs` of an evidence pack read it.',
    parameters: [
      { ...inQuery('measure', 'As for `/api/trends`.'), required: true },
      { ...inQuery('deal', 'The slug of the deal.'), required: true },
    ],
    answers: { 200: 'Certificate', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
    example: { path: `/api/trends/certificate?measure=waltv&deal=${harborPoint}` },
  },
  {
    method: 'get',
    path: '/api/trends',
    summary:
      'Deals over time in one measure: a point for each deal that reports it, a line by period with bounds of its own, and the deals that do not report it.',
    parameters: [
      ...trendsParameters,
      ...pageParameters,
      {
        ...inQuery('sentences', 'Each point says what it is in words too.'),
        schema: { type: 'string', enum: ['1'] },
      },
    ],
    answers: { 200: 'Trends', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
    example: { path: '/api/trends?measure=waltv&by=year' },
  },
  {
    method: 'get',
    path: '/api/trends.csv',
    summary: 'The same for spreadsheets: a row for each deal, those that do not report the measure too.',
    parameters: trendsParameters,
    answers: { 200: 'text/csv', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
    example: { path: '/api/trends.csv?measure=state.CA' },
  },
  {
    method: 'get',
    path: '/api/trends.svg',
    summary: 'The same as a picture that needs nothing else.',
    parameters: [...trendsParameters, themeParameter],
    answers: { 200: 'image/svg+xml', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
    example: { path: '/api/trends.svg?measure=waltv' },
  },
  {
    method: 'get',
    path: '/api/trends.png',
    summary: 'The same as PNG, with two pixels to each of the picture’s.',
    parameters: [...trendsParameters, themeParameter],
    answers: { 200: 'image/png', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
    example: { path: '/api/trends.png?measure=waltv&theme=dark' },
  },
]
