import { formatCount } from './numbers.ts'

/** A number of things, by the word for one of them: `1 check`, `1,204 checks`. */
export function formatCountOf(count: number, one: string): string {
  return `${formatCount(count)} ${one}${count === 1 ? '' : 's'}`
}

/** How checks came out: `all 9 checks pass`, `2 of 9 checks fail`, `its one check passes`. */
export function formatOutcome({ passed, failed }: { passed: number; failed: number }): string {
  const all = passed + failed
  if (all === 1) return failed === 1 ? 'its one check fails' : 'its one check passes'
  return failed > 0
    ? `${formatCount(failed)} of ${formatCount(all)} checks fail`
    : `all ${formatCount(all)} checks pass`
}
