import { parameterOf, typedValue } from '../figures/index.ts'
import type { FindDealsQuery } from './library.ts'

export const usualMatch = 'certain,possible'
export const usualSort = '-added'

/** Which deals a question asks for and in which order, as one text: the same for all pages of a list, and for those alone. */
export function nameDealsList(query: FindDealsQuery): string {
  const { q, shelf, year, tag, trustee, servicer, form, only, near, match = usualMatch, filters = [] } = query
  const sort = query.sort ?? (near ? null : usualSort)
  const limits = filters.map(filter => `${parameterOf(filter)}=${typedValue(filter)}`).toSorted()
  const matches = match.split(',').toSorted()
  // The deal that others are near to orders nothing where the list is sorted.
  const nearest = query.sort ? null : near
  return JSON.stringify([q, shelf, year, tag, trustee, servicer, form, only, nearest, sort, matches, limits])
}
