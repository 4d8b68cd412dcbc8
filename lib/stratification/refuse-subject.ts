import type { Decision } from '../reading/decision.ts'
import { type DocumentSubject, decideSubject, type Subject } from '../reading/subject.ts'
import type { ReadTable } from './read-stratification.ts'
import type { Refused } from './refuse-table.ts'

/** Say why a table whose rows split something splits no pool of loans, or null when it does. */
export function refuseSubject(table: ReadTable, document: () => DocumentSubject): Refused | null {
  const { candidates, chosen } = subjectOf(table, document)
  if (chosen === 'pool') return null
  const against = candidates.flatMap(({ verdicts }) => verdicts.filter(({ says }) => says === 'contradicts'))
  return { kind: 'other-business', reason: against[0]?.why ?? NOTHING_OF_LOANS }
}

const NOTHING_OF_LOANS = 'Nothing in it speaks of loans, receivables, contracts or leases.'

/** What the table is about, by the words in and around it. */
export function subjectOf(
  { grid, title, dimension }: ReadTable,
  document: () => DocumentSubject,
): Decision<Subject> {
  const headers = new Set(grid.columns.map(({ header }) => header))
  const own = [title.text, grid.stub?.text ?? '', ...headers].join(' | ')
  // Lines over a table beside others, or over one that its labels' header names, are no part of its title.
  const above = [...grid.headings, ...(grid.over ?? []), ...grid.title]
  const headings = above.map(({ text }) => text).join(' | ')
  return decideSubject({ own, headings, dimension, document })
}
