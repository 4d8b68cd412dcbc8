import { groupKey } from '../stratification/group-key.ts'

/** Finds the loan group that words name. */
export type FindGroup = (words: string) => string | null

const UNPRINTED = /\b(?:(?:mortgage )?loan |mortgage )?(?:sub-?)?(?:group|pool) (?:\d{1,2}|[ivx]{1,4})\b/i

/**
 * Finds the loan group that words name, as the tables print it, else as the words do; null when they name none. A figure
 * of a group that has no tables is then at least not taken for the whole pool's.
 *
 * Of several groups the one with the longest name counts, and none as the beginning of other words: "group ii" does not
 * name Group I, but "Group 1" names LOAN GROUP 1. The time grows with the words, however many groups there are.
 */
export function groupFinder(groups: Iterable<string>): FindGroup {
  const printed = [...groups]
  const names = namesOf(printed)
  const byKey = new Map(printed.map(group => [groupKey(group), group]))
  return words => {
    const found = findPrinted(words.toLowerCase(), names)
    if (found !== null) return found
    const named = UNPRINTED.exec(words)?.[0] ?? null
    return named === null ? null : (byKey.get(groupKey(named)) ?? named)
  }
}

/** Groups by their names in lower case, and how long the names are that begin alike, longer ones first. */
type Names = { groups: ReadonlyMap<string, string>; start: number; lengths: ReadonlyMap<string, number[]> }

/** Characters that tell where a name may begin; few other words begin with those of "loan group" and "pool". */
const LONGEST_START = 4

function namesOf(printed: Iterable<string>): Names {
  const groups = new Map<string, string>()
  let start = LONGEST_START
  for (const group of printed) {
    const name = group.toLowerCase()
    if (name.length < start) start = name.length
    if (!groups.has(name)) groups.set(name, group)
  }
  const byStart = Map.groupBy(groups.keys(), name => name.slice(0, start))
  const lengths = new Map<string, number[]>()
  for (const [begin, names] of byStart)
    lengths.set(
      begin,
      [...new Set(names.map(({ length }) => length))].sort((a, b) => b - a),
    )
  return { groups, start, lengths }
}

function findPrinted(words: string, { groups, start, lengths }: Names): string | null {
  if (groups.size === 0) return null
  let longest = ''
  for (let at = 0; at + start <= words.length; at++)
    for (const length of lengths.get(words.slice(at, at + start)) ?? []) {
      if (length <= longest.length) break
      const name = words.slice(at, at + length)
      if (groups.has(name) && !isInWord(words.charCodeAt(at + length))) longest = name
    }
  return groups.get(longest) ?? null
}

/** A letter or a digit; of lower-case words. */
function isInWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
}
