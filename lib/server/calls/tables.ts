import { chartParameters } from '../chart-query.ts'
import { filing, harborPoint, inPath, inQuery, type Operation, type Parameter } from './operation.ts'

export const tailParameters: Parameter[] = [
  inPath('slug'),
  { ...inQuery('dimension', 'As `original-ltv`.'), required: true },
  inQuery(
    'above',
    'One of these four: the edge, as `77`, `7.125`, `$620,000`, `620k`, `360`. Dollars for money. Between two edges: one of `above` and `atLeast`, and one of `below` and `atMost`.',
  ),
  inQuery('atLeast', 'The edge itself counts.'),
  inQuery('below', 'As `above`.'),
  inQuery('atMost', 'As `atLeast`.'),
  inQuery('loanGroup', 'The name of a loan group as printed; without it, the whole pool.'),
  filing,
]

/** One table of a deal. */
export const tablesOperations: Operation[] = [
  {
    method: 'get',
    path: '/api/deals/{slug}/stratifications/{id}.csv',
    summary:
      'One stratification as CSV; or at edges of your own, each new row with what it has at least and at most.',
    parameters: [
      inPath('slug'),
      inPath('id'),
      filing,
      inQuery(
        'edges',
        'Edges that the rows are regrouped at, as `70, 80`, dollars for money. With it `id` may be a dimension that only the loan groups print which make up the pool.',
      ),
    ],
    answers: { 200: 'text/csv', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
    example: { path: `/api/deals/${harborPoint}/stratifications/state.csv` },
  },
  {
    method: 'get',
    path: '/api/deals/{slug}/stratifications/{id}.json',
    summary: 'One stratification as JSON.',
    parameters: [inPath('slug'), inPath('id'), filing],
    answers: { 200: 'Stratification', 404: 'Error', 503: 'Error' },
    example: { path: `/api/deals/${harborPoint}/stratifications/state.json` },
  },
  {
    method: 'get',
    path: '/api/deals/{slug}/stratifications/{id}.svg',
    summary: 'The chart of one stratification as a picture that needs nothing else.',
    parameters: [inPath('slug'), inPath('id'), filing, ...chartParameters],
    answers: { 200: 'image/svg+xml', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
    example: {
      path: `/api/deals/${harborPoint}/stratifications/original-ltv.svg?measure=count&width=narrow`,
    },
  },
  {
    method: 'get',
    path: '/api/deals/{slug}/stratifications/{id}.png',
    summary: 'The same as PNG, with two pixels to each of the picture’s.',
    parameters: [inPath('slug'), inPath('id'), filing, ...chartParameters],
    answers: { 200: 'image/png', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
    example: { path: `/api/deals/${harborPoint}/stratifications/original-ltv.png?theme=dark` },
  },
  {
    method: 'get',
    path: '/api/deals/{slug}/tail',
    summary:
      'What of a pool lies beyond an edge of a dimension, or between two: exactly, or between the least and the most that the printed rows allow, with the rows it rests on. Where only loan groups that make up the pool have such tables, their answers are added up, and `summedOver` names the tables.',
    parameters: tailParameters,
    answers: { 200: 'Tail', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
    example: { path: `/api/deals/${harborPoint}/tail?dimension=original-ltv&above=77` },
  },
]
