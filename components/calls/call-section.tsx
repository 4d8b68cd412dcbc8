import { LinkIcon } from '@/components/shell/icons.tsx'
import type { Operation, Parameter } from '@/lib/server/calls/operation.ts'
import { exampleCommand } from '@/lib/server/examples.ts'
import { nameOperation } from '@/lib/server/operations.ts'
import { WithCode } from './with-code.tsx'

/** One call: what it is for, what it takes, what comes, and an example. */
export function CallSection({ operation, origin }: { operation: Operation; origin: string }) {
  const { method, path, summary, parameters = [], example } = operation
  const name = nameOperation(operation)
  const isRead = method === 'get'
  return (
    <article className="call" aria-labelledby={name}>
      <h3 id={name}>
        <span className="call-verb">{method.toUpperCase()}</span> <code>{path}</code>
        <a href={`#${name}`} aria-label={`Link to ${method.toUpperCase()} ${path}`}>
          <LinkIcon size={14} />
        </a>
      </h3>
      <p>
        <WithCode text={summary} />
      </p>
      {parameters.length > 0 && (
        <dl className="call-parameters">
          {parameters.map(parameter => (
            <CallParameter key={parameter.name} parameter={parameter} />
          ))}
        </dl>
      )}
      {example.needs && <p>{example.needs}</p>}
      <pre className="call-example">{exampleCommand(operation, origin)}</pre>
      <p className="call-answers">
        {isRead && (
          <a href={example.path} rel="nofollow">
            Open the example
          </a>
        )}
        {Object.entries(operation.answers).map(([status, answer]) => (
          <span key={status}>
            <b>{status}</b> {nameAnswer(status, answer)}
          </span>
        ))}
      </p>
    </article>
  )
}

function CallParameter({
  parameter: { name, in: where, required, description, schema },
}: {
  parameter: Parameter
}) {
  const says = description ?? sayOfSchema(schema)
  return (
    <div>
      <dt>
        <code>{where === 'path' ? `{${name}}` : name}</code>
        {required && where === 'query' && <span>required</span>}
      </dt>
      <dd>
        <WithCode text={says} /> <WithCode text={sayChoices(schema)} />
      </dd>
    </div>
  )
}

type Schema = {
  type?: string
  description?: string
  enum?: unknown[]
  minimum?: number
  maximum?: number
  pattern?: string
}

/** > One of `month`, `quarter`, `year`. */
function sayChoices(schema: Schema): string {
  return schema.enum ? `One of ${schema.enum.map(one => `\`${one}\``).join(', ')}.` : ''
}

/** What a parameter without words takes, by its schema. */
function sayOfSchema({ type, enum: choices, minimum, maximum }: Schema): string {
  if (choices) return ''
  if (type === 'integer' && minimum !== undefined && maximum !== undefined && maximum < 1e12)
    return `A whole number, ${minimum} to ${maximum}.`
  if (type === 'integer') return 'A whole number.'
  return type === 'array' ? 'May be there several times.' : ''
}

function nameAnswer(status: string, answer: string | string[]): string {
  if (status === '303') return 'leads on'
  return [answer].flat().join(' or ')
}
