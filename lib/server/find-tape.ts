import type { DealRecord, Library } from '../library/index.ts'
import type { Loans } from '../tape/loans.ts'

/** The filing of a deal whose loans are asked for, or why there are none. */
type FoundTape =
  | { sha256: string; loans: Loans }
  | { none: 'filing-is-unknown' | 'deal-has-no-loans'; sha256: string | null }

/**
 * The loans of a filing of a deal, named by how its SHA-256 begins; of the chosen one where none is named, or where that has none
 * of the first that has.
 */
export async function findTape(
  library: Pick<Library, 'findLoans' | 'findTapes'>,
  { chosen, filings }: Pick<DealRecord, 'chosen' | 'filings'>,
  named: string | null,
): Promise<FoundTape> {
  const asked = filings.filter(({ sha256 }) =>
    named === null ? sha256 === chosen : sha256.startsWith(named),
  )
  const [only, ...others] = asked
  if (only === undefined || others.length > 0 || (named !== null && named.length < leastDigits))
    return { none: 'filing-is-unknown', sha256: null }
  const loans = await library.findLoans(only.sha256)
  if (loans !== null) return { sha256: only.sha256, loans }
  if (named !== null) return { none: 'deal-has-no-loans', sha256: only.sha256 }
  const [first] = await library.findTapes(filings.map(({ sha256 }) => sha256))
  const found = first === undefined ? null : await library.findLoans(first)
  return found && first ? { sha256: first, loans: found } : { none: 'deal-has-no-loans', sha256: only.sha256 }
}

const leastDigits = 8
