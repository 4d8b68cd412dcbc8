import { z } from 'zod'
import type { AnswerName } from '../answer-schemas.ts'
import { pageQuerySchema } from '../list-page.ts'

/** What calls are about, in the order in which they are described. */
export const operationGroups = {
  filings: 'Filings',
  deals: 'Deals and the library',
  tables: 'Tables',
  loans: 'Loans, one by one',
  comparing: 'Deals side by side and over time',
  changes: 'What people add, and delete',
  access: 'Who may do what',
  service: 'The service itself',
} as const
export type OperationGroup = keyof typeof operationGroups

/** A request that works on a library of the sample filings, where those before it in the list were sent. */
type OperationExample = {
  /** The address with its query, without the host. */
  path: string
  body?: object
  /** The header that says what may come; JSON unless told otherwise. */
  accept?: string
  /** The name of a sample filing that is sent as a file. */
  file?: string
  /** Of the answer; 200 unless told otherwise. */
  status?: number
  /** What has to be in the library beside the sample filings before it works, in words. */
  needs?: string
}

/** One call of the service, as its description has it. */
export type Operation = {
  method: 'get' | 'post'
  path: string
  summary: string
  parameters?: Parameter[]
  requestBody?: object
  /** Status → what comes: the names of answers, or a media type for what is no JSON. */
  answers: Record<number, AnswerName | AnswerName[] | `${string}/${string}`>
  example: OperationExample
}

/** A parameter as OpenAPI has it. */
export type Parameter = {
  name: string
  in: 'path' | 'query'
  required?: boolean
  description?: string
  schema: object
  style?: string
  explode?: boolean
}

const text = { type: 'string' }
export const inPath = (name: string): Parameter => ({ name, in: 'path', required: true, schema: text })
export const inQuery = (name: string, description: string): Parameter => ({
  name,
  in: 'query',
  description,
  schema: text,
})

export const filing: Parameter = {
  name: 'filing',
  in: 'query',
  description: 'SHA-256 of one of the deal’s filings, or its first 8 digits or more; else the chosen one.',
  schema: { type: 'string', minLength: 8, maxLength: 64 },
}

export const place: Parameter = {
  ...inQuery('at', '`line:start-end`, or `line:start-lastLine:end`, columns from 1, the end exclusive.'),
  required: true,
}

/** The parameters of a query, from the very schema that reads it. */
export function parametersOf(query: z.ZodObject): Parameter[] {
  const { properties = {} } = z.toJSONSchema(query, { io: 'input' })
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    schema: typeof schema === 'object' ? schema : {},
  }))
}

/** How lists are asked for a page at a time. */
export const pageParameters: Parameter[] = parametersOf(pageQuerySchema).map(parameter => ({
  ...parameter,
  description:
    parameter.name === 'cursor'
      ? 'What an answer before gave as `next`.'
      : 'How many at most; as many as fit into one answer unless told.',
}))

/** A body that comes as JSON or as a plain form. */
export function bodyOf(body: z.ZodObject): object {
  const schema = z.toJSONSchema(body, { io: 'input' })
  return {
    required: true,
    content: { 'application/json': { schema }, 'application/x-www-form-urlencoded': { schema } },
  }
}

/** What calls that change deals answer: what was done, or to a plain form where to go on. */
export const changed: Operation['answers'] = {
  200: 'Changed',
  303: 'text/html',
  400: 'Error',
  403: 'Error',
  415: 'Error',
  503: 'Error',
  507: 'Error',
}

export const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The sample filings that examples speak of (`public/samples`). */
export const harborPoint = 'harbor-point-mortgage-trust-2001-4'
export const tidewater = 'tidewater-home-equity-trust-2004-3'
export const alderRidge = 'alder-ridge-loan-trust-2003-b2'
export const harborPointSha256 = 'b4c0eb42832a84385648cc9db88913ab661ad4da26dc17312ad87194c8bd958d'
