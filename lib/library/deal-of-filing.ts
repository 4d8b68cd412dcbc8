import type { Transaction } from 'kysely'
import { type DealIdentity, type IdentityKeys, identityKeys, isSameDeal, isTold } from './deal-identity.ts'
import { nextId } from './next-id.ts'
import type { Tables } from './schema.ts'
import { slugsFor } from './slug.ts'

export type KnownDeal = { id: number; slug: string }

/** The deal a filing belongs to: one that is there and agrees with it, else a new one with a slug of its own. */
export async function dealOfFiling(
  transaction: Transaction<Tables>,
  identity: DealIdentity,
  sha256: string,
): Promise<KnownDeal> {
  const keys = identityKeys(identity)
  const told = isTold(keys)
  const known = told ? await findSameDeal(transaction, keys) : null
  return known ?? (await addDeal(transaction, told ? identity : untold, keys, sha256))
}

const untold: DealIdentity = { trust: null, series: null, depositor: null }

async function findSameDeal(transaction: Transaction<Tables>, keys: IdentityKeys): Promise<KnownDeal | null> {
  const candidates = await transaction
    .selectFrom('deal')
    .select([
      'id',
      'slug',
      'trust_key as trustKey',
      'series_key as seriesKey',
      'depositor_key as depositorKey',
    ])
    .where(or =>
      or.or([
        or('trust_key', '=', keys.trustKey),
        or.and([or('series_key', '=', keys.seriesKey), or('depositor_key', '=', keys.depositorKey)]),
      ]),
    )
    .orderBy('id')
    .execute()
  return candidates.find(deal => isSameDeal(deal, keys)) ?? null
}

async function addDeal(
  transaction: Transaction<Tables>,
  identity: DealIdentity,
  keys: IdentityKeys,
  sha256: string,
): Promise<KnownDeal> {
  const slug = await freeSlug(transaction, identity, sha256)
  return await transaction
    .insertInto('deal')
    .values({
      id: nextId('deal'),
      slug,
      trust_key: keys.trustKey,
      series_key: keys.seriesKey,
      depositor_key: keys.depositorKey,
    })
    .returning(['id', 'slug'])
    .executeTakeFirstOrThrow()
}

async function freeSlug(
  transaction: Transaction<Tables>,
  identity: DealIdentity,
  sha256: string,
): Promise<string> {
  for (const slug of slugsFor(identity, sha256)) {
    const taken = await transaction
      .selectFrom('deal')
      .select('id')
      .where('slug', '=', slug)
      .executeTakeFirst()
    if (taken === undefined) return slug
  }
  throw new Error(`Every address for filing ${sha256} is taken.`)
}
