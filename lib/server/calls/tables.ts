import { comparisons } from '../../distributions/index.ts'
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

const sliceParameters: Parameter[] = [
  inPath('slug'),
  {
    name: 'filters',
    in: 'query',
    style: 'form',
    explode: true,
    description: `What loans are chosen by: \`state=TX,CA\`, \`state__not=FL\`, \`credit-score__lt=620\`, \`original-ltv__between=70,80\` (or ${comparisons.map(one => `\`__${one}\``).join(', ')}), \`has=credit-score\`, \`lacks=state\`, \`several=state\`. A dimension that the loans are sorted by, or any field of the schema by its element: \`originationDate__gte=2020-01-01\`. Money in dollars, percents as percents; a field that is no dimension as the exhibit gives it.`,
    schema: { type: 'object', additionalProperties: { type: 'string' } },
  },
  inQuery('add', 'Filters as people type them: `Texas, DSCR under 1.5`.'),
  inQuery(
    'balance',
    'The field of the balance that loans count with; else the first of its kind that most of them give.',
  ),
  inQuery('edges.state', 'With a dimension’s id: the edges of its table, as `edges.original-ltv=60,70,80`.'),
  inQuery(
    'average',
    'Figures that are averaged besides, by their dimension or field, with commas between them.',
  ),
  inQuery('rows', 'With `columns`: two dimensions, to sort the loans by one within the other.'),
  inQuery('columns', 'As `rows`.'),
  inQuery('cells', '`balance`, `share`, `loans`, or a dimension or field, which is averaged.'),
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
  {
    method: 'get',
    path: '/api/deals/{slug}/slice',
    summary:
      'The loans of a loan-level exhibit that filters let through, sorted in every way at any edges, each figure computed from the loans, beside the whole pool. Loans that do not tell what is asked for neither match nor are left out in silence: they are counted.',
    parameters: sliceParameters,
    answers: { 200: 'Slice', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
    example: {
      path: `/api/deals/${harborPoint}/slice?add=Texas,+DSCR+under+1.5`,
      status: 422,
      needs: 'a deal whose filing lists its loans (EX-102)',
    },
  },
  {
    method: 'get',
    path: '/api/deals/{slug}/slice.csv',
    summary: 'One table of these loans as CSV, or one way to sort them within another.',
    parameters: [
      inPath('slug'),
      { ...inQuery('table', 'The dimension of the table, or `within`.'), required: true },
      ...sliceParameters.filter(({ name }) => name !== 'slug'),
    ],
    answers: { 200: 'text/csv', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
    example: {
      path: `/api/deals/${harborPoint}/slice.csv?table=state&add=FICO+under+620`,
      status: 422,
      needs: 'a deal whose filing lists its loans (EX-102)',
    },
  },
]
