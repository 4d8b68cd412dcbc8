import { deleteDeals, deleteFiling, eraseDeals, restoreDeals } from './bin.ts'
import { ChangeRefused } from './change-refused.ts'
import type { Changed, ChangeOutcome, DealChange } from './deal-changes.ts'
import type { Holding } from './find-filing.ts'
import { addNote, editNote, renameDeal, tagDeals } from './marks.ts'
import { forgetSearch, saveSearch } from './saved-searches.ts'

/** Carry out a change of deals: what it says is written when this returns, all of it or nothing. */
export async function changeDeals(holding: Holding, change: DealChange): Promise<ChangeOutcome> {
  try {
    return { ...(await carryOut(holding, change)), refused: null }
  } catch (fault) {
    if (fault instanceof ChangeRefused) return { deals: [], deletedAt: null, refused: fault.refusal }
    throw fault
  }
}

async function carryOut({ database, originals }: Holding, change: DealChange): Promise<Changed> {
  switch (change.what) {
    case 'delete':
      return await deleteDeals(database, change.slugs)
    case 'delete-filing':
      return await deleteFiling(database, change.sha256)
    case 'restore':
      return await restoreDeals(database, change.slugs, change.at)
    case 'erase':
      return await eraseDeals(database, change)
    case 'erase-loose':
      await originals.eraseLoose(database)
      return { deals: [], deletedAt: null }
    case 'rename':
      return await renameDeal(database, change.slug, change.name)
    case 'tag':
      return await tagDeals(database, change)
    case 'note':
      return await addNote(database, change.slug, change.note)
    case 'edit-note':
      return await editNote(database, change)
    case 'save-search':
      return await saveSearch(database, change)
    case 'forget-search':
      return await forgetSearch(database, change.id)
  }
}
