import {
  filing,
  harborPoint,
  inPath,
  inQuery,
  type Operation,
  type Parameter,
  pageParameters,
  workbook,
} from './operation.ts'

const needs = 'Needs a filing with a loan-level exhibit (EX-102). The samples have none, so this answers 422.'
const filters =
  'Any dimension or field filters: `state=TX`, `credit-score__lt=620`, `originatorName=Bank of Examples, N.A.`, `has=credit-score`.'

const asked: Parameter[] = [
  inPath('slug'),
  { ...filing, description: `${filing.description} Where that has no loans, the first that has.` },
  inQuery(
    'columns',
    'Dimensions by their ids and fields by their elements, with commas between; the usual ones of the kind of loans unless told.',
  ),
  inQuery(
    'sort',
    'One of these, behind a minus the largest or last first; as the filing lists them unless told.',
  ),
]

const file = (form: string, type: `${string}/${string}`, summary: string): Operation => ({
  method: 'get',
  path: `/api/deals/{slug}/loans.${form}`,
  summary,
  parameters: asked,
  answers: { 200: type, 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
  example: { path: `/api/deals/${harborPoint}/loans.${form}`, status: 422, needs },
})

/** The loans of a filing, one by one. */
export const loansOperations: Operation[] = [
  {
    method: 'get',
    path: '/api/deals/{slug}/loans',
    summary: `The loans of a filing, a page at a time. ${filters}`,
    parameters: [...asked, ...pageParameters],
    answers: { 200: 'Loans', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
    example: { path: `/api/deals/${harborPoint}/loans?sort=-current-balance`, status: 422, needs },
  },
  {
    method: 'get',
    path: '/api/deals/{slug}/loans/{number}',
    summary: 'One loan with all that the filing says of it, each value with its place, and its properties.',
    parameters: [
      inPath('slug'),
      inPath('number'),
      filing,
      inQuery('line', 'The line on which the loan begins, where the filing gives its number to several.'),
    ],
    answers: { 200: 'Loan', 400: 'Error', 404: 'Error', 422: 'Error', 503: 'Error' },
    example: { path: `/api/deals/${harborPoint}/loans/1`, status: 422, needs },
  },
  file('csv', 'text/csv', `The loans that the same query lists, all of them, as CSV. ${filters}`),
  file('xlsx', workbook, 'The same as one sheet of a workbook.'),
  file('parquet', 'application/vnd.apache.parquet', 'The same as Parquet: money in dollars, dates as dates.'),
]
