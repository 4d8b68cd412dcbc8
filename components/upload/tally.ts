import { formatCount } from '@/lib/format/numbers.ts'
import { isUnderWay, type Row } from './queue.ts'

/** What to call the queue, and how far it is: `Reading 5 filings` and `2 added, 1 refused`. */
export function tally(rows: readonly Row[]): { title: string; progress: string } {
  const busy = rows.some(isUnderWay)
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(ending(row), (counts.get(ending(row)) ?? 0) + 1)
  const told = ['added', 'already here', 'done before', 'refused', 'not sent', 'cancelled', 'still to go']
    .map(word => [word, counts.get(word) ?? 0] as const)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${formatCount(count)} ${word}`)
  const files = rows.length === 1 ? '1 file' : `${formatCount(rows.length)} files`
  return { title: busy ? `Reading ${files}` : `${files} done`, progress: told.join(', ') }
}

function ending(row: Row): string {
  if (isUnderWay(row)) return 'still to go'
  const { standing } = row
  if (standing.is === 'before') return 'done before'
  if (standing.is === 'done')
    return standing.answer.status === 'known' ? 'already here' : standing.answer.status
  return standing.is === 'failed' ? 'not sent' : 'cancelled'
}
