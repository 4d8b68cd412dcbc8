import type { Kysely, Transaction } from 'kysely'
import { changedDeals, findShown, type NamedDeal } from './bin.ts'
import { assertKnown, ChangeRefused } from './change-refused.ts'
import type { Changed, NewNote } from './deal-changes.ts'
import { foldName } from './deal-identity.ts'
import { inTurn } from './in-turn.ts'
import { nextId } from './next-id.ts'
import { refreshDeal } from './refresh-deal.ts'
import type { Tables } from './schema.ts'

/** What people add to deals: names, tags and notes. Filings say none of it, so it stays when they are read again. */

type OnDeal = (transaction: Transaction<Tables>, deal: NamedDeal) => Promise<unknown>

/** Change each of some deals that are shown, and bring lists, searches and pages up to it. */
async function change(database: Kysely<Tables>, slugs: readonly string[], work: OnDeal): Promise<Changed> {
  return await inTurn(database, async transaction => {
    const deals = await findShown(transaction, slugs)
    assertKnown(slugs, deals)
    for (const deal of deals) {
      await work(transaction, deal)
      await transaction
        .updateTable('deal')
        .set(row => ({ edition: row('edition', '+', 1) }))
        .where('id', '=', deal.id)
        .execute()
      await refreshDeal(transaction, deal)
    }
    return changedDeals(await findShown(transaction, slugs))
  })
}

/** So many names that a deal had are remembered. */
const mostFormerNames = 20

/** Give a deal another name, or the one of its filings again; it is still found by those that it had. */
export function renameDeal(database: Kysely<Tables>, slug: string, name: string | null): Promise<Changed> {
  return change(database, [slug], async (transaction, { id }) => {
    const before = await transaction
      .selectFrom('deal')
      .select(['given_name', 'former_names'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const former = [before.given_name ?? '', ...before.former_names.split('\n')].filter(one => one !== '')
    await transaction
      .updateTable('deal')
      .set({ given_name: name, former_names: [...new Set(former)].slice(0, mostFormerNames).join('\n') })
      .where('id', '=', id)
      .execute()
  })
}

/** The most tags of a deal. */
const mostTags = 20

/** Give deals some tags beside those they have, or take some away, or give them these alone. */
export function tagDeals(
  database: Kysely<Tables>,
  { slugs, tags, how }: { slugs: readonly string[]; tags: readonly string[]; how: 'add' | 'remove' | 'set' },
): Promise<Changed> {
  const rows = tags.map(tag => ({ tag, tag_key: tagKey(tag) })).filter(({ tag_key }) => tag_key !== '')
  const keys = rows.map(({ tag_key }) => tag_key)
  return change(database, slugs, async (transaction, { id, slug }) => {
    if (how !== 'add')
      await transaction
        .deleteFrom('tag')
        .where('deal_id', '=', id)
        .$if(how === 'remove', some => some.where('tag_key', 'in', keys))
        .execute()
    if (how === 'remove') return
    for (const row of rows)
      await transaction
        .insertInto('tag')
        .values({ ...row, deal_id: id })
        .onConflict(same => same.doNothing())
        .execute()
    const { count } = await transaction
      .selectFrom('tag')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('deal_id', '=', id)
      .executeTakeFirstOrThrow()
    if (count > mostTags) throw new ChangeRefused('tags-are-too-many', slug)
  })
}

/** Tags that differ in capitals and signs alone are one. */
function tagKey(tag: string): string {
  return foldName(tag)
}

/** Put a note on a deal, or on a place of one of its filings. */
export function addNote(database: Kysely<Tables>, slug: string, note: NewNote): Promise<Changed> {
  return change(database, [slug], async (transaction, { id }) => {
    await transaction
      .insertInto('note')
      .values({
        id: nextId('note'),
        deal_id: id,
        sha256: note.filing,
        at: note.at,
        says: note.says,
        text: note.text,
        written_at: new Date().toISOString(),
      })
      .execute()
  })
}

/** Write a note of a deal anew; without a text it is taken away. */
export function editNote(
  database: Kysely<Tables>,
  { slug, id, text }: { slug: string; id: number; text: string },
): Promise<Changed> {
  return change(database, [slug], async (transaction, deal) => {
    if (text === '')
      await transaction.deleteFrom('note').where('id', '=', id).where('deal_id', '=', deal.id).execute()
    else
      await transaction
        .updateTable('note')
        .set({ text, written_at: new Date().toISOString() })
        .where('id', '=', id)
        .where('deal_id', '=', deal.id)
        .execute()
  })
}
