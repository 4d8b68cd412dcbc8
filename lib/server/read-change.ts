import { z } from 'zod'
import type { ChangeOutcome } from '../library/deal-changes.ts'
import { bodyChunks } from './body-chunks.ts'
import { type Access, guarded } from './guarded.ts'
import { type Links, plainPage } from './plain-page.ts'
import { mayWrite } from './same-origin.ts'
import { answerError, errorAnswerSchema } from './service-errors.ts'

/** What is asked of a call that changes deals is short: the longest are the slugs of some hundred ticked rows. In bytes. */
const mostBytes = 256 * 1024
/** It comes in one piece, or not at all. In milliseconds. */
const silenceMs = 10_000

/** A change as its schema has it, or the answer to a request that asks for none. */
type ReadChange<T> = { asked: T } | { refusal: Response }

/**
 * A call that changes something: a request of our own pages or of a script, its body JSON or a plain form, of a schema.
 * `change` carries it out and answers.
 */
export function changing<S extends z.ZodObject, A extends unknown[]>(
  access: Access<[Request, ...A]>,
  schema: S,
  change: (asked: z.output<S>, request: Request, ...more: A) => Promise<Response>,
) {
  const answer = guarded(access, async (request: Request, ...more: A) => {
    if (!mayWrite(request.headers)) return answerError('request-is-cross-site')
    const read = await readChange(request, schema)
    return 'refusal' in read ? read.refusal : await change(read.asked, request, ...more)
  })
  return async (request: Request, ...more: A) => inWords(request, await answer(request, ...more))
}

/** What became of a change: what was changed, or why nothing was. */
export function answerChange(
  request: Request,
  { refused, ...done }: ChangeOutcome,
  target: string,
): Response {
  return refused === null ? answerDone(request, done, target) : answerError(refused.code, refused.detail)
}

/** To a script what was carried out, as JSON; who sent a plain form is led on. */
export function answerDone(request: Request, done: object, target: string): Response {
  const headers = { 'Cache-Control': 'no-store' }
  if (acceptsJson(request)) return Response.json(done, { headers })
  return new Response(null, { status: 303, headers: { ...headers, Location: target } })
}

export function acceptsJson(request: Request): boolean {
  return /\bapplication\/json\b/i.test(request.headers.get('accept') ?? '')
}

/** Who sent a plain form reads why nothing was changed on a page. */
async function inWords(request: Request, answer: Response): Promise<Response> {
  if (answer.status < 400 || !/\btext\/html\b/i.test(request.headers.get('accept') ?? '')) return answer
  const { error } = errorAnswerSchema.parse(await answer.json())
  const headers = new Headers(answer.headers)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(plainPage('Nothing was changed', error.message, detailOf(error.detail)), {
    status: answer.status,
    headers,
  })
}

/** What an error names, below its words. */
function detailOf(detail: string | null): Links[] {
  return detail === null ? [] : [{ heading: 'What it is about', links: [], note: detail }]
}

async function readChange<S extends z.ZodObject>(
  request: Request,
  schema: S,
): Promise<ReadChange<z.output<S>>> {
  const type = request.headers.get('content-type') ?? ''
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(type)
  if (!isForm && !/^application\/json\b/i.test(type))
    return { refusal: answerError('body-is-neither-json-nor-form') }
  const text = await readText(request)
  if (text === null) return { refusal: answerError('body-is-not-understood', 'length') }
  const read = schema.safeParse(isForm ? readForm(text, schema) : readJson(text))
  if (read.success) return { asked: read.data }
  const where = read.error.issues[0]?.path.join('.') || 'body'
  return { refusal: answerError('body-is-not-understood', where) }
}

/** The body as text; null where it is longer than any that is taken. */
async function readText(request: Request): Promise<string | null> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of bodyChunks(request, silenceMs)) {
    length += piece.length
    if (length > mostBytes) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The fields of a form by name; those that the schema has as lists with all their values, others with the last. */
function readForm(text: string, schema: z.ZodObject): Record<string, string | string[]> {
  const fields = new URLSearchParams(text)
  const entries = [...new Set(fields.keys())].map(name => {
    const values = fields.getAll(name)
    return [name, isList(schema.shape[name]) ? values : (values.at(-1) ?? '')] as const
  })
  return Object.fromEntries(entries)
}

function isList(schema: unknown): boolean {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return isList(schema.unwrap())
  return schema instanceof z.ZodPipe ? isList(schema.in) : schema instanceof z.ZodArray
}
