import { isSamePlace } from '../evidence/place-address.ts'
import { explainFiling } from '../explain/explain-filing.ts'
import type { Place } from '../report.ts'
import type { WhyAnswer } from './library.ts'

/** A filing is read again while somebody waits; one of this length takes some tenth of a second. */
const longest = 2_000_000

/** How the tables at a place were read, from the bytes of their filing. */
export function whyRead(bytes: Uint8Array, at: Place): WhyAnswer {
  if (bytes.length > longest) return { tables: null }
  const explained = explainFiling(bytes, one => isSamePlace(one, at))
  return { tables: 'refusal' in explained ? [] : explained.tables }
}
