import type { AnswerName } from '../answer-schemas.ts'
import { fetchSchema, listSchema } from '../edgar-answer.ts'
import { bodyOf, harborPointSha256, inPath, type Operation, type Parameter, place } from './operation.ts'

const line = (name: string): Parameter => ({ name, in: 'query', schema: { type: 'integer', minimum: 1 } })
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

/** Filings: sent, and given back as bytes, lines and tables. */
export const filingsOperations: Operation[] = [
  {
    method: 'post',
    path: '/api/filings',
    summary:
      'Add filings, one or many. A zip or gzip file, known by its bytes, is opened within limits, and each file inside is a filing of its own in the answer. JSON where it is accepted, else a redirect to what was added.',
    requestBody: files,
    answers: { ...uploaded, 400: ['Upload', 'Error'], 413: 'Error', 415: 'Error' },
    example: { path: '/api/filings', file: 'harbor-point-2001-4-8k.txt', status: 201 },
  },
  {
    method: 'post',
    path: '/api/samples',
    summary: 'Add the sample filings that come with Strata.',
    answers: uploaded,
    example: { path: '/api/samples', status: 201 },
  },
  {
    method: 'post',
    path: '/api/edgar',
    summary:
      'Fetch a submission from EDGAR, whole or some of its documents, and add it. What is in the library already is not fetched again. Asked are www.sec.gov and data.sec.gov alone, under the name that STRATA_EDGAR_USER_AGENT declares, and no faster than EDGAR allows.',
    requestBody: bodyOf(fetchSchema),
    answers: {
      ...uploaded,
      400: ['Upload', 'Error'],
      404: 'Upload',
      415: 'Error',
      501: 'Upload',
      502: 'Upload',
      504: 'Upload',
    },
    example: { path: '/api/edgar', body: { address: '0000912057-01-500123' }, status: 200 },
  },
  {
    method: 'post',
    path: '/api/edgar/documents',
    summary:
      'The documents of a submission as EDGAR lists them, to choose from, and the deals that the library has of it. A plain form leads to the page of the submission.',
    requestBody: bodyOf(listSchema),
    answers: {
      200: 'Submission',
      303: 'text/html',
      400: 'Error',
      403: 'Error',
      404: 'Error',
      415: 'Error',
      501: 'Error',
      502: 'Error',
      503: 'Error',
      504: 'Error',
      507: 'Error',
    },
    example: { path: '/api/edgar/documents', body: { address: '0000912057-01-500123' } },
  },
  {
    method: 'get',
    path: '/api/filings/{sha256}/source',
    summary: 'The bytes of a filing as they were uploaded.',
    parameters: [inPath('sha256')],
    answers: { 200: 'text/plain', 404: 'Error', 503: 'Error' },
    example: { path: `/api/filings/${harborPointSha256}/source` },
  },
  {
    method: 'get',
    path: '/api/filings/{sha256}/lines',
    summary:
      'Lines of a filing, decoded; at most 2,000 of them, fewer where they are long: those around one, or the first.',
    parameters: [inPath('sha256'), line('from'), line('to'), line('around')],
    answers: { 200: 'SourceLines', 400: 'Error', 404: 'Error', 503: 'Error' },
    example: { path: `/api/filings/${harborPointSha256}/lines?around=84` },
  },
  {
    method: 'get',
    path: '/api/filings/{sha256}/drawn',
    summary: 'The tables of HTML at a place of a filing, as plain cells with spans and places.',
    parameters: [inPath('sha256'), place],
    answers: { 200: 'Drawn', 400: 'Error', 404: 'Error', 503: 'Error' },
    example: { path: `/api/filings/${harborPointSha256}/drawn?at=76:1-96:80` },
  },
  {
    method: 'get',
    path: '/api/filings/{sha256}/why',
    summary:
      'How the table at a place of a filing was read: questions, answers, and what speaks for and against each.',
    parameters: [inPath('sha256'), place],
    answers: { 200: 'Why', 400: 'Error', 404: 'Error', 503: 'Error' },
    example: { path: `/api/filings/${harborPointSha256}/why?at=84:50-62` },
  },
]
