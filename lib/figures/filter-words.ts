import { sayFigure } from '../distributions/index.ts'
import { unitOfFigure } from './deal-figure.ts'
import type { FigureFilter, Limit } from './figure-filter.ts'
import { nameDealFigure } from './figure-words.ts'

/**
 * A filter in words: the figure, and its limits.
 *
 * > California | over 50%     Original LTV above 80 | 10 to 20%     Pool balance | at most $225,000,000     DTI | is reported
 */
export function describeFilter(filter: FigureFilter): { name: string; limits: string } {
  const { name } = nameDealFigure(filter.figure)
  return { name, limits: sayLimits(filter) }
}

function sayLimits({ figure, is, low, high, typed }: FigureFilter): string {
  const unit = unitOfFigure(figure)
  const sign = unit === 'percent' ? '%' : ''
  const say = (limit: Limit) => (limit === null ? '' : `${sayFigure(limit.value, unit)}${sign}`)
  if (is === 'has') return 'is reported'
  if (is === 'eq') {
    // Of loans and cents there is nothing between one and the next.
    const isWhole = unit === 'count' || (unit === 'cents' && (high?.value ?? 0) - (low?.value ?? 0) <= 1)
    return `${isWhole ? 'is' : 'rounds to'} ${typed.replace(/%$/, '')}${sign}`
  }
  if (is === 'between') return `${say(low).replace(/%$/, '')} to ${say(high)}`
  if (low) return `${low.included ? 'at least' : 'over'} ${say(low)}`
  return `${high?.included ? 'at most' : 'below'} ${say(high)}`
}
