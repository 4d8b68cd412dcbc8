import { z } from 'zod'
import { answerSchemas } from './answer-schemas.ts'
import { type Operation, type OperationGroup, operationGroups } from './calls/operation.ts'
import { exampleCommand, exampleValues } from './examples.ts'
import { nameOperation, operationsByGroup } from './operations.ts'

/** The service in OpenAPI 3.1. Shapes come from the schemas that the code itself works with. */
export function openApi(version: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const [group, operations] of Object.entries(operationsByGroup))
    for (const operation of operations) {
      const { method, path } = operation
      paths[path] = { ...paths[path], [method]: describeOperation(operation, group as OperationGroup) }
    }
  return {
    openapi: '3.1.0',
    info: { title: 'Strata', version, description: 'Pool tables of mortgage-backed securities filings.' },
    externalDocs: { url: '/api', description: 'The same for people.' },
    tags: Object.entries(operationGroups).map(([name, description]) => ({ name, description })),
    paths,
    components: { schemas: jsonSchemas(answerSchemas) },
  }
}

function describeOperation(operation: Operation, group: OperationGroup): object {
  const { summary, parameters = [], requestBody, example } = operation
  const values = exampleValues(operation)
  return {
    operationId: nameOperation(operation),
    tags: [group],
    summary,
    ...(example.needs && { description: example.needs }),
    ...(parameters.length > 0 && {
      parameters: parameters.map(parameter => {
        const value = values.get(parameter.name)
        return value === undefined ? parameter : { ...parameter, example: value }
      }),
    }),
    ...(requestBody && { requestBody: withExample(requestBody, example.body) }),
    responses: responsesOf(allAnswers(operation)),
    'x-codeSamples': [{ lang: 'Shell', source: exampleCommand(operation) }],
  }
}

const ofThisMoment = [
  '/api/health',
  '/api/health/live',
  '/api/metrics',
  '/api/sign-in',
  '/api/sign-in/callback',
]

/** Whatever is read has a tag but what tells how the service is now. */
export function isTagged({ method, path }: Operation): boolean {
  return method === 'get' && !ofThisMoment.includes(path)
}

/** Calls that ask nothing of whoever asks, where people sign in: how the service is, and the ways in and out. */
const forAnybody = [
  '/api/health',
  '/api/health/live',
  '/api/sign-in',
  '/api/sign-in/callback',
  '/api/sign-out',
]

/**
 * What a call answers itself, and what comes in its place: that nothing has changed, that a client asks too much at once, or,
 * where people sign in, that it is not for who is not known (401) or for whoever asks (403).
 */
export function allAnswers(operation: Operation): Operation['answers'] {
  const all = { ...operation.answers }
  if (isTagged(operation)) all[304] = 'text/plain'
  if (!ofThisMoment.includes(operation.path)) all[429] = 'Error'
  if (!forAnybody.includes(operation.path)) for (const refused of [401, 403]) all[refused] ??= 'Error'
  return all
}

/** A body with what an example sends, as JSON. */
function withExample(requestBody: { content?: Record<string, object> }, body: object | undefined): object {
  const json = requestBody.content?.['application/json']
  if (body === undefined || json === undefined) return requestBody
  return {
    ...requestBody,
    content: { ...requestBody.content, 'application/json': { ...json, example: body } },
  }
}

function responsesOf(answers: Operation['answers']): Record<string, object> {
  const entries = Object.entries(answers).map(([status, answer]) => [status, responseOf(status, answer)])
  return Object.fromEntries(entries)
}

function responseOf(status: string, answer: string | string[]): object {
  if (status === '303') return { description: 'Where to go on.' }
  if (status === '304') return { description: 'What was asked for has not changed.' }
  const names = [answer].flat()
  const [first = ''] = names
  if (first.includes('/')) return { description: 'The file.', content: { [first]: {} } }
  const schemas = names.map(name => ({ $ref: `#/components/schemas/${name}` }))
  const description = first === 'Error' ? 'Why not.' : names.join(' or ')
  const schema = schemas.length === 1 ? schemas[0] : { oneOf: schemas }
  return { description, content: { 'application/json': { schema } } }
}

/** Shapes as JSON Schema; those that a shape repeats within itself stand beside it, where the document's references find them. */
function jsonSchemas(schemas: Record<string, z.ZodType>): Record<string, object> {
  const entries = Object.entries(schemas).flatMap(([name, schema]) => {
    const within = JSON.stringify(z.toJSONSchema(schema))
    const text = within.replaceAll('"#/$defs/', `"#/components/schemas/${name}.`)
    const { $defs = {}, ...own } = JSON.parse(text) as { $defs?: Record<string, object> }
    const parts = Object.entries($defs).map(([key, part]): [string, object] => [`${name}.${key}`, part])
    return [[name, own] as [string, object], ...parts]
  })
  return Object.fromEntries(entries)
}
