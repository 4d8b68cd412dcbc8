import { getIronSession, webCookies } from 'iron-session'
import { z } from 'zod'
import {
  type AccessSettings,
  type ProviderSettings,
  readAccessSettings,
} from '../../access/access-settings.ts'
import type { Person } from '../../access/asker.ts'
import { roleOf } from '../../access/role-lists.ts'
import { siteOrigin } from '../site-address.ts'

/**
 * What the browser of somebody who has signed in keeps, sealed so that nobody can read or change it: any process with the same
 * secret opens it, so none has to remember anybody. Roles are not in it: they are those of the settings of now.
 */
const sessionSchema = z.object({
  subject: z.string(),
  name: z.string(),
  address: z.string().nullable(),
  groups: z.array(z.string()),
  /** When it began, as an instant in UTC; empty of one that an older Strata sealed. */
  since: z.string().default(''),
})
export type Session = z.infer<typeof sessionSchema>

/** What it keeps while somebody signs in: what the provider's answer is held against, and where to go on. */
const attemptSchema = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string() })
export type Attempt = z.infer<typeof attemptSchema>

export type ProvidedAccess = AccessSettings & { by: 'provider'; provider: ProviderSettings }

/** Who may do what where a provider says who somebody is; null where none does. */
export function providedAccess(): ProvidedAccess | null {
  const access = readAccessSettings(process.env)
  return access && !('wrong' in access) && access.by === 'provider' ? access : null
}

/** A working day, and the time that somebody takes to type a password and look for a telephone. In seconds. */
const seconds = { session: 12 * 3600, attempt: 15 * 60 }

const schemas = { session: sessionSchema, attempt: attemptSchema }
type Kept = { session: Session; attempt: Attempt }

/** What a request has of one of these; null where it has none, or what it has was changed or is too old. */
export async function findKept<K extends keyof Kept>(
  kind: K,
  cookie: string | null | undefined,
  provider: ProviderSettings,
): Promise<Kept[K] | null> {
  if (!cookie) return null
  const read = schemas[kind].safeParse({ ...(await open(kind, cookie, new Headers(), provider)) })
  return read.success ? (read.data as Kept[K]) : null
}

/** Add to the headers of an answer what the browser is to keep. */
export async function keep<K extends keyof Kept>(
  kind: K,
  kept: Kept[K],
  headers: Headers,
  provider: ProviderSettings,
): Promise<void> {
  const session = await open(kind, '', headers, provider)
  Object.assign(session, kept)
  await session.save()
}

/** Have the browser forget it. */
export async function forget(
  kind: keyof Kept,
  cookie: string | null,
  headers: Headers,
  provider: ProviderSettings,
): Promise<void> {
  const session = await open(kind, cookie ?? '', headers, provider)
  session.destroy()
}

/** No script reads it, no other site's form or picture sends it, and over https nothing else does. */
function open(kind: keyof Kept, cookie: string, headers: Headers, { secret }: ProviderSettings) {
  const secure = siteOrigin(process.env).startsWith('https:')
  const request = new Request('http://localhost', { headers: { cookie } })
  return getIronSession<Partial<Session & Attempt>>(webCookies(request, headers), {
    password: secret,
    cookieName: `${secure ? '__Host-' : ''}strata-${kind}`,
    ttl: seconds[kind],
    cookieOptions: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
  })
}

/** Who a session is of, with the role that the lists give them now. */
export function personOf({ subject, name, address, groups }: Session, { lists }: ProvidedAccess): Person {
  const role = roleOf({ subject, address: address ?? undefined, groups }, lists)
  return { id: address ?? `sub:${subject}`, name, role, by: 'provider' }
}
