import { sayTime } from '../cli/say-time.ts'
import { formatBytes, formatCount } from '../format/index.ts'
import type { ImportTally, Refused } from './import-files.ts'

/** How far an import is, by the bytes of the disk that it has read. */
export type ImportProgress = { tally: ImportTally; readBytes: number; ofBytes: number; seconds: number }

/** One line for who waits: how many, how fast, how long still. */
export function sayProgress({ tally, readBytes, ofBytes, seconds }: ImportProgress): string {
  const files = filesOf(tally)
  const share = ofBytes > 0 ? Math.min(1, readBytes / ofBytes) : 1
  const left = share > 0 ? (seconds * (1 - share)) / share : 0
  return [
    `${Math.floor(share * 100)}%`,
    `${formatCount(files)} ${files === 1 ? 'file' : 'files'}`,
    `${formatCount(tally.added)} added`,
    `${formatCount(tally.known)} known`,
    `${formatCount(tally.refused.length)} refused`,
    `${(files / Math.max(seconds, 0.001)).toFixed(1)} files/s`,
    share < 1 ? `${sayTime(left)} left` : sayTime(seconds),
  ].join(' · ')
}

/** What became of all of it, for people: counts, and why files were not taken, the commonest reason first. */
export function sayImport(tally: ImportTally, seconds: number): string {
  const files = filesOf(tally)
  const head = `${formatCount(files)} ${files === 1 ? 'file' : 'files'} in ${sayTime(seconds)}: ${formatCount(tally.added)} added, ${formatCount(tally.known)} known, ${formatCount(tally.refused.length)} refused; ${formatBytes(tally.bytes)} of filings.`
  const reasons = [...Map.groupBy(tally.refused, ({ code }) => code).values()].sort(
    (a, b) => b.length - a.length,
  )
  return [head, ...reasons.map(sayReason)].join('\n\n')
}

/** So many names are told of each reason; `--json` tells all. */
const mostNames = 10

function sayReason(refused: readonly Refused[]): string {
  const more = refused.length - mostNames
  return [
    `${formatCount(refused.length)} refused: ${refused[0]?.message}`,
    ...refused.slice(0, mostNames).map(({ name }) => `  ${name}`),
    ...(more > 0 ? [`  and ${formatCount(more)} more (all are named with --json)`] : []),
  ].join('\n')
}

export function filesOf({ added, known, refused }: ImportTally): number {
  return added + known + refused.length
}
