import type { Stratification } from '../report.ts'

const rateKinds = /\b(?:fixed|adjustable|arm|floating)\b/i

/** What the groups of one split share in their names: "loan group" of "Loan Group 1", the kind of rate of "Fixed". */
function familyName(loanGroup: string): string {
  if (rateKinds.test(loanGroup)) return 'kind of rate'
  return loanGroup
    .replace(/\s*\b(?:\d+|[ivx]+|[a-z])$/i, '')
    .trim()
    .toLowerCase()
}

/**
 * The loan groups of a filing by the split they belong to, in the order printed: Loan Group 1 and 2 are one family,
 * Fixed and Adjustable another. Each family of two or more splits the whole pool.
 */
export function findLoanGroupFamilies(tables: readonly Stratification[]): string[][] {
  const families = new Map<string, Set<string>>()
  for (const { loanGroup } of tables) {
    if (loanGroup === null) continue
    const name = familyName(loanGroup)
    families.set(name, (families.get(name) ?? new Set()).add(loanGroup))
  }
  return [...families.values()].filter(({ size }) => size > 1).map(groups => [...groups])
}
