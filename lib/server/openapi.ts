import { z } from 'zod'
import { answerSchemas } from './answer-schemas.ts'
import { type Operation, operations } from './operations.ts'

/** The service in OpenAPI 3.1. Shapes come from the schemas that the code itself works with. */
export function openApi(version: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const { method, path, answers, ...operation } of operations)
    paths[path] = { ...paths[path], [method]: { ...operation, responses: responsesOf(answers) } }
  return {
    openapi: '3.1.0',
    info: { title: 'Strata', version, description: 'Pool tables of mortgage-backed securities filings.' },
    paths,
    components: { schemas: jsonSchemas(answerSchemas) },
  }
}

function responsesOf(answers: Operation['answers']): Record<string, object> {
  const entries = Object.entries(answers).map(([status, answer]) => [status, responseOf(status, answer)])
  return Object.fromEntries(entries)
}

function responseOf(status: string, answer: string | string[]): object {
  if (status === '303') return { description: 'Where to go on.' }
  const names = [answer].flat()
  const [first = ''] = names
  if (first.includes('/')) return { description: 'The file.', content: { [first]: {} } }
  const schemas = names.map(name => ({ $ref: `#/components/schemas/${name}` }))
  const description = first === 'Error' ? 'Why not.' : names.join(' or ')
  const schema = schemas.length === 1 ? schemas[0] : { oneOf: schemas }
  return { description, content: { 'application/json': { schema } } }
}

function jsonSchemas(schemas: Record<string, z.ZodType>): Record<string, object> {
  const entries = Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema)])
  return Object.fromEntries(entries)
}
