import { type DocumentSubject, decideSubject } from '../reading/subject.ts'
import type { ReadTable } from './read-stratification.ts'
import type { Refused } from './refuse-table.ts'

/** Say why a table whose rows split something splits no pool of loans, or null when it does. */
export function refuseSubject(
  { grid, title, dimension }: ReadTable,
  document: () => DocumentSubject,
): Refused | null {
  const headers = new Set(grid.columns.map(({ header }) => header))
  const own = [title.text, grid.stub?.text ?? '', ...headers].join(' | ')
  const headings = grid.headings.map(({ text }) => text).join(' | ')
  const { candidates, chosen } = decideSubject({
    own,
    headings,
    dimension,
    document,
  })
  if (chosen === 'pool') return null
  const against = candidates.flatMap(({ verdicts }) => verdicts.filter(({ says }) => says === 'contradicts'))
  return {
    kind: 'other-business',
    reason: against[0]?.why ?? 'Nothing in it speaks of loans, receivables, contracts or leases.',
  }
}
