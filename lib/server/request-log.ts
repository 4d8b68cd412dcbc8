import { writeSync } from 'node:fs'
import { inspect } from 'node:util'
import { presentRequest } from './request-id.ts'

/** A request as the log has it, once its answer is over. Its address is told without what follows the question mark. */
export type RequestEntry = {
  id: string
  client: string
  method: string
  path: string
  kind: string
  status: number
  /** False where the connection broke off before the answer was whole. */
  isWhole: boolean
  ms: number
}

export type RequestLog = { request(entry: RequestEntry): void }

/** Nothing is written of requests; what goes wrong is told in words. */
const inWords: RequestLog = { request: () => undefined }

type Write = (text: string) => void

/**
 * The log of a process: in words, or as JSON, an object a line, which then holds each request and whatever is told on the
 * console, with the request in whose name it is.
 */
export function startLog(
  form: 'text' | 'json',
  write: Write = text => process.stderr.write(text),
): RequestLog {
  if (form === 'text') return inWords
  const lines = gatherLines(write)
  const say = (level: string, fields: object) =>
    lines.add(`${JSON.stringify({ time: new Date().toISOString(), level, ...fields })}\n`)
  for (const [name, level] of Object.entries(levels))
    console[name as keyof typeof levels] = (...said: unknown[]) => say(level, messageOf(said))
  return {
    request: ({ ms, ...entry }) =>
      say(entry.status >= 500 ? 'error' : 'info', {
        event: 'request',
        ...entry,
        ms: Math.round(ms * 10) / 10,
      }),
  }
}

const levels = { error: 'error', warn: 'warn', info: 'info', log: 'info' } as const

function messageOf(said: unknown[]) {
  const fault = said.find(one => one instanceof Error)
  return { event: 'message', id: presentRequest(), message: said.map(wordOf).join(' '), stack: fault?.stack }
}

/** An error's stack has a field of its own. */
function wordOf(said: unknown): string {
  if (said instanceof Error) return `${said.name}: ${said.message}`
  return typeof said === 'string' ? said : inspect(said)
}

/** Lines of one turn are written together, and at the end of the process at once. */
function gatherLines(write: Write) {
  let waiting = ''
  const flush = () => {
    const text = waiting
    waiting = ''
    if (text !== '') write(text)
  }
  process.once('exit', () => {
    if (waiting !== '') writeSync(2, waiting)
  })
  return {
    add(line: string): void {
      if (waiting === '') setImmediate(flush)
      waiting += line
    },
  }
}
