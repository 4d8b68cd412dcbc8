import type { Stratification } from '../report.ts'

const rateKinds = /\b(?:fixed|adjustable|arm|floating|variable|hybrid)\b/i

/** > Loan Group 1     Loan Group II-B     Group 2(A)     SUB-GROUP 1B     Pool One */
const numbered = /^(.*?)[ #.]*\b(\d+|[ivx]+|[a-h]|one|two|three|four|five|six)(?:[-. ]?\(?(\d+|[a-z])\)?)?$/i

/** A loan group by the split it is of, and where it stands in it: `['i', 'a']` of Group I-A. */
type Position = { split: string; whole: string; part: string | null }

function positionOf(loanGroup: string): Position | null {
  if (rateKinds.test(loanGroup)) return { split: 'kind of rate', whole: loanGroup.toLowerCase(), part: null }
  const [, words = '', whole, part = null] = numbered.exec(loanGroup.trim()) ?? []
  if (whole === undefined) return null
  return { split: words.trim().toLowerCase(), whole: whole.toLowerCase(), part: part?.toLowerCase() ?? null }
}

/** The groups of one split that hold each loan once: a group as printed whole, else its parts. */
function withoutParts(groups: readonly { name: string; position: Position }[]): string[] {
  const byWhole = Map.groupBy(groups, ({ position }) => position.whole)
  return [...byWhole.values()].flatMap(own => {
    const whole = own.filter(({ position }) => position.part === null)
    return (whole.length > 0 ? whole : own).map(({ name }) => name)
  })
}

/**
 * The ways in which loan groups make up the pool: for each the groups that are added, every loan once. Two ways are two
 * splits of the same pool. None where there is a group of which nothing tells where it belongs: what is added without it
 * would lack its loans.
 *
 * > Group 1, Group 2                          → 1 + 2
 * > Group I-A, Group I-B, Group II            → I-A + I-B + II
 * > Group 1, Group 1-A, Group 1-B, Group 2    → 1 + 2
 * > Group 1, Group 2, Fixed Rate, Adjustable  → 1 + 2, and fixed + adjustable
 * > Group 1, Group 2, Seasoned Loans          → none
 */
export function waysToAdd(loanGroups: readonly string[]): string[][] {
  const placed = loanGroups.map(name => ({ name, position: positionOf(name) }))
  const known = placed.flatMap(({ name, position }) => (position ? [{ name, position }] : []))
  if (known.length < placed.length) return []
  const ways = [...Map.groupBy(known, ({ position }) => position.split).values()].map(withoutParts)
  return ways.every(way => way.length > 1) ? ways : []
}

/** The same of the groups that tables are of. */
export function findLoanGroupFamilies(tables: readonly Stratification[]): string[][] {
  return waysToAdd([...new Set(tables.flatMap(({ loanGroup }) => loanGroup ?? []))])
}
