import type { Transaction } from 'kysely'
import { sharedMarks } from '../tape/loan-marks.ts'
import {
  type DealIdentity,
  foldName,
  type IdentityKeys,
  identityKeys,
  isSameDeal,
  isTold,
  mayBeSameDeal,
} from './deal-identity.ts'
import { filingFactsSchema } from './filing-facts.ts'
import { nextId } from './next-id.ts'
import { parseStored } from './parse-stored.ts'
import type { Tables } from './schema.ts'
import { slugsFor } from './slug.ts'

export type KnownDeal = { id: number; slug: string }

/** What tells the deal of a filing: what it prints of it, and the marks of its loans, see `markLoans`. */
type FilingIdentity = DealIdentity & {
  tape: { marks: readonly string[] } | null
  /** The trust by the header of a submission of loans that prints none. */
  filerTrust: string | null
}

/**
 * The deal a filing belongs to: one that is there and agrees with it, or has the same loans; else a new one with a slug of its own.
 * An exhibit of loans alone names no trust, so it is its loans that join the months of one deal, and its filer that joins it to what
 * the trust has printed. Headers shorten names, so one never parts loans that are the same.
 */
export async function dealOfFiling(
  transaction: Transaction<Tables>,
  identity: FilingIdentity,
  sha256: string,
): Promise<KnownDeal> {
  const withFiler = { ...identity, trust: identity.trust ?? identity.filerTrust }
  const keys = identityKeys(withFiler)
  const told = isTold(keys)
  const named = told ? await findSameDeal(transaction, keys) : null
  const printed = identityKeys(identity)
  const known = named ?? (await findSameLoans(transaction, printed, identity.tape?.marks ?? []))
  return known ?? (await addDeal(transaction, told ? withFiler : untold, keys, sha256))
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

/** The deal with a filing that most of these loans stand in, unless its names contradict those of the filing. */
async function findSameLoans(
  transaction: Transaction<Tables>,
  keys: IdentityKeys,
  marks: readonly string[],
): Promise<KnownDeal | null> {
  if (marks.length === 0) return null
  const rows = await transaction
    .selectFrom('kept_filing as filing')
    .innerJoin('deal', 'deal.id', 'filing.deal_id')
    .select([
      'deal.id',
      'deal.slug',
      'deal.trust_key as trustKey',
      'deal.series_key as seriesKey',
      'deal.depositor_key as depositorKey',
      'filing.facts',
      'filing.sha256',
    ])
    // Only filings with loans have marks; few have, so the rest is not parsed.
    .where('filing.facts', 'like', '%"marks":["%')
    .orderBy('deal.id')
    .execute()
  let most: { deal: KnownDeal; shared: number } | null = null
  for (const { id, slug, facts, sha256, ...own } of rows) {
    const { tape, filerTrust } = filingFactsSchema.parse(
      parseStored(facts, `what is known of filing ${sha256}`),
    )
    const isByHeader = filerTrust !== null && foldName(filerTrust) === own.trustKey
    if (!mayBeSameDeal({ ...own, trustKey: isByHeader ? null : own.trustKey }, keys)) continue
    const shared = sharedMarks(marks, tape?.marks ?? [])
    if (shared > (most?.shared ?? 0)) most = { deal: { id, slug }, shared }
  }
  return most?.deal ?? null
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
