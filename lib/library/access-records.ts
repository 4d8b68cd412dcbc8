import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { type ActCode, actCodes } from '../access/acts.ts'
import type { HeldLink } from '../access/asker.ts'
import type { Tables } from './schema.ts'
import { whenFree } from './when-free.ts'

/**
 * Links that open something without an account, whose sessions were ended, and what people did. Nothing that is read of deals changes with them, so the
 * library's revision stays.
 */

export const sharedLinkSchema = z.object({
  id: z.string(),
  /** The address that it opens, and what is there, in words. */
  address: z.string(),
  name: z.string(),
  madeBy: z.string(),
  madeAt: z.string(),
  /** Null for one that opens until it is withdrawn. */
  expiresAt: z.string().nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
})
export type SharedLink = z.infer<typeof sharedLinkSchema>

export const actSchema = z.object({
  id: z.string(),
  at: z.string(),
  /** Who did it, and from which address. */
  who: z.string(),
  client: z.string(),
  what: z.enum(actCodes),
  detail: z.string(),
})
export type Act = z.infer<typeof actSchema>

type NewLink = Pick<SharedLink, 'address' | 'name' | 'madeBy' | 'expiresAt'> & { tokenHash: string }
type NewAct = { who: string; client: string; what: ActCode; detail: string }

export type AccessRecords = {
  /** The link with a token of this SHA-256, while it opens anything; null else. */
  findLink(tokenHash: string): Promise<HeldLink | null>
  /** The links that were made to an address, or all, the latest first. */
  listLinks(address: string | null): Promise<SharedLink[]>
  makeLink(link: NewLink): Promise<SharedLink>
  /** From now on the link opens nothing. Null where there is none, or it was withdrawn before. */
  withdrawLink(id: string, by: string): Promise<SharedLink | null>
  /** From now on no session of somebody counts that began before; gives that instant. */
  endSessions(person: string): Promise<string>
  /** The instant before which sessions of somebody do not count; null where they all do. */
  findSessionsEnd(person: string): Promise<string | null>
  /** Note what somebody did. */
  noteAct(act: NewAct): Promise<void>
  /** What people did, the latest first, before the one with an id. */
  listActs(limit: number, before?: string | null): Promise<Act[]>
}

/** So many links are listed at most. */
const mostListed = 500

/** Of what people did is kept what they did in this time, in days. */
const actDays = 400
/** What is older is looked for after so many acts. */
const trimEvery = 200

type Guarded = <A extends unknown[], R>(work: (...args: A) => Promise<R>) => (...args: A) => Promise<R>

export function accessRecords(database: Kysely<Tables>, guarded: Guarded): AccessRecords {
  let noted = 0
  return {
    findLink: guarded(async tokenHash => {
      const row = await database
        .selectFrom('share_link')
        .select(['id', 'address', 'expires_at'])
        .where('token_hash', '=', tokenHash)
        .where('withdrawn_at', 'is', null)
        .executeTakeFirst()
      if (row === undefined || isOver(row.expires_at)) return null
      return { id: row.id, address: row.address }
    }),
    listLinks: guarded(async address => {
      const rows = await database
        .selectFrom('share_link')
        .selectAll()
        .$if(address !== null, some => some.where('address', '=', address))
        .orderBy('made_at', 'desc')
        .orderBy('id')
        .limit(mostListed)
        .execute()
      return rows.map(linkOf)
    }),
    makeLink: guarded(async ({ tokenHash, ...link }) => {
      const made = { ...link, id: randomBytes(9).toString('base64url'), madeAt: new Date().toISOString() }
      const row = {
        id: made.id,
        token_hash: tokenHash,
        address: made.address,
        name: made.name,
        made_by: made.madeBy,
        made_at: made.madeAt,
        expires_at: made.expiresAt,
      }
      await whenFree(() => database.insertInto('share_link').values(row).execute())
      return { ...made, withdrawnBy: null, withdrawnAt: null }
    }),
    withdrawLink: guarded(async (id, by) => {
      const row = await whenFree(() =>
        database
          .updateTable('share_link')
          .set({ withdrawn_by: by, withdrawn_at: new Date().toISOString() })
          .where('id', '=', id)
          .where('withdrawn_at', 'is', null)
          .returningAll()
          .executeTakeFirst(),
      )
      return row ? linkOf(row) : null
    }),
    endSessions: guarded(async person => {
      const at = new Date().toISOString()
      await whenFree(() =>
        database
          .insertInto('ended_sessions')
          .values({ person, at })
          .onConflict(known => known.column('person').doUpdateSet({ at }))
          .execute(),
      )
      return at
    }),
    findSessionsEnd: guarded(async person => {
      const row = await database
        .selectFrom('ended_sessions')
        .select('at')
        .where('person', '=', person)
        .executeTakeFirst()
      return row?.at ?? null
    }),
    noteAct: guarded(async act => {
      const at = new Date().toISOString()
      // Within an instant those of one process have their order, and those of two are told apart.
      const order = String(noted % 1_000_000).padStart(6, '0')
      const row = { ...act, at, id: `${at}-${order}-${randomBytes(6).toString('hex')}` }
      await whenFree(() => database.insertInto('act').values(row).execute())
      if (noted++ % trimEvery > 0) return
      const oldest = new Date(Date.now() - actDays * 86_400_000).toISOString()
      await whenFree(() => database.deleteFrom('act').where('id', '<', oldest).execute())
    }),
    listActs: guarded(async (limit, before = null) => {
      const rows = await database
        .selectFrom('act')
        .selectAll()
        .$if(before !== null, some => some.where('id', '<', before))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(row => actSchema.parse(row))
    }),
  }
}

function isOver(expiresAt: string | null): boolean {
  return expiresAt !== null && expiresAt <= new Date().toISOString()
}

type Row = {
  id: string
  address: string
  name: string
  made_by: string
  made_at: string
  expires_at: string | null
  withdrawn_by: string | null
  withdrawn_at: string | null
}

function linkOf(row: Row): SharedLink {
  return {
    id: row.id,
    address: row.address,
    name: row.name,
    madeBy: row.made_by,
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    withdrawnBy: row.withdrawn_by,
    withdrawnAt: row.withdrawn_at,
  }
}
