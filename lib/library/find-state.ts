import type { Kysely } from 'kysely'
import type { Engine } from './engines/engine.ts'
import type { LibraryState, ReadingLoad } from './library-state.ts'
import { countOutdated } from './reread.ts'
import type { Tables } from './schema.ts'

type Counted = Pick<LibraryState, 'revision' | 'deals' | 'filings' | 'deletedFilings' | 'rereading'>

/** Gives a function that finds the state of a library. Its rows are counted when they have changed since the last time. */
export function stateFinder(
  { database, findSizes, readerVersion }: Pick<Engine, 'database' | 'findSizes'> & { readerVersion: string },
  load: () => ReadingLoad,
): () => Promise<LibraryState> {
  let last: Counted | null = null
  return async () => {
    const { revision } = await database.selectFrom('library').select('revision').executeTakeFirstOrThrow()
    if (last?.revision !== revision) last = { revision, ...(await countRows(database, readerVersion)) }
    return { ...last, ...(await findSizes()), reading: load() }
  }
}

async function countRows(
  database: Kysely<Tables>,
  readerVersion: string,
): Promise<Omit<Counted, 'revision'>> {
  const rereading = await countOutdated(database, readerVersion)
  const { all } = await database
    .selectFrom('filing')
    .select(({ fn }) => fn.countAll<number>().as('all'))
    .executeTakeFirstOrThrow()
  const { deals } = await database
    .selectFrom('deal')
    .select(({ fn }) => fn.countAll<number>().as('deals'))
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return { deals, filings: rereading.of, deletedFilings: all - rereading.of, rereading }
}
