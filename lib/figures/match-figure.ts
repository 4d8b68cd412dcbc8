import type { FigureFilter, Limit } from './figure-filter.ts'

/**
 * Does a deal match? `certain`: all that its figure can be lies within the limits. `possible`: some of it does. `unknown`: the
 * filing does not report the figure. `no`: nothing of it does.
 */
export const matches = ['no', 'unknown', 'possible', 'certain'] as const
export type Match = (typeof matches)[number]
/** The same as a number, by which the weakest of several is the least. */
export const matchNumber = { no: 0, unknown: 1, possible: 2, certain: 3 } as const satisfies Record<
  Match,
  number
>

/** How a figure that lies from `low` to `high` matches a filter, as a number. */
export function matchEnds(
  { low: from, high: to }: Pick<FigureFilter, 'low' | 'high'>,
  low: number,
  high: number,
): number {
  if (!reaches(from, high) || !stays(to, low)) return matchNumber.no
  return reaches(from, low) && stays(to, high) ? matchNumber.certain : matchNumber.possible
}

/** How a deal's value matches a filter; null is a figure that is not reported. */
export function matchFigure(filter: FigureFilter, value: { low: number; high: number } | null): Match {
  if (filter.is === 'has') return value === null ? 'no' : 'certain'
  if (value === null) return 'unknown'
  return matches[matchEnds(filter, value.low, value.high)] ?? 'no'
}

/** Is a figure not below a limit from below? */
function reaches(limit: Limit, value: number): boolean {
  return limit === null || value > limit.value || (limit.included && value === limit.value)
}

/** Is it not beyond one from above? */
function stays(limit: Limit, value: number): boolean {
  return limit === null || value < limit.value || (limit.included && value === limit.value)
}
