import { isSamePlace } from '../addresses/place-address.ts'
import { explainFiling } from '../explain/explain-filing.ts'
import { isPacked } from '../filing/packed-file.ts'
import type { Place } from '../report.ts'
import { findSource, type Holding } from './find-filing.ts'
import type { WhyAnswer } from './library.ts'
import { findSize } from './reread.ts'

/**
 * A filing is read again while somebody waits, in bytes: on a thread a filing as long as any prospectus, where a page waits
 * for it one that takes some tenth of a second, and a second if it was made to take long.
 */
export const longestToExplain = { onThread: 2_000_000, onPage: 400_000 } as const

/** How the tables at a place were read, from the kept bytes of their filing; none where it is longer than that. */
export async function findWhy(
  holding: Holding,
  sha256: string,
  at: Place,
  longest: number,
): Promise<WhyAnswer> {
  if ((await findSize(holding.database, sha256)) > longest) return { tables: null }
  const source = await findSource(holding, sha256)
  return source === null || isPacked(source.bytes) ? { tables: [] } : whyRead(source.bytes, at)
}

export function whyRead(bytes: Uint8Array, at: Place): WhyAnswer {
  const explained = explainFiling(bytes, one => isSamePlace(one, at))
  return { tables: 'refusal' in explained ? [] : explained.tables }
}
