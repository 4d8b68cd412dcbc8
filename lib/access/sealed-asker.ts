import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Asker, askerSchema, nobody } from './asker.ts'

/**
 * The server that has the connection finds out who asks (server/find-asker.ts) and says so in a header; whoever answers,
 * in this process or in one that draws pages, reads it from there and decides. The header is signed with a key that only
 * these processes know, so one that came from outside is nobody's.
 */
export const askerHeader = 'strata-asker'

const keyName = 'STRATA_ASKER_KEY'

/** Make the key of this process and of those that it starts. */
export function makeAskerKey(environment: NodeJS.ProcessEnv = process.env): void {
  environment[keyName] = randomBytes(32).toString('base64url')
}

export function sealAsker(asker: Asker): string {
  const text = Buffer.from(JSON.stringify(asker)).toString('base64url')
  return `${text}.${sign(text).toString('base64url')}`
}

/** Who a header names; nobody where it is missing or was not made by these processes. */
export function openAsker(header: string | null | undefined): Asker {
  const [text = '', signed = ''] = header?.split('.') ?? []
  const given = Buffer.from(signed, 'base64url')
  if (!process.env[keyName] || text === '') return nobody
  const own = sign(text)
  if (given.length !== own.length || !timingSafeEqual(given, own)) return nobody
  return askerSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
}

function sign(text: string): Buffer {
  return createHmac('sha256', process.env[keyName] ?? '')
    .update(text)
    .digest()
}
