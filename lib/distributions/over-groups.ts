import type { Stratification } from '../report.ts'
import { addBounds } from './add-bounds.ts'
import type { Bound, GroupWeight, WeighedGroup } from './distribution.ts'

/** Its table by some dimension. */
export type GroupTable = WeighedGroup & { table: Stratification }

/** A share of a group in percent, of what weighs it. */
type WeighedShare = { share: Bound; weight: GroupWeight }

/**
 * The share of a pool that is made up of loan groups, in percent: theirs, by what they weigh. A balance in whole dollars
 * may weigh by half a dollar more or less, which moves the share by no more than the groups differ.
 */
export function weighShares(parts: readonly WeighedShare[]): Bound {
  const total = parts.reduce((sum, { weight }) => sum + weight.value, 0)
  const weigh = (end: 'low' | 'high') =>
    parts.reduce((sum, { share, weight }) => sum + share[end] * weight.value, 0) / total
  const rounding = roundingOfWeights(parts)
  return {
    low: Math.min(100, Math.max(0, weigh('low') - rounding)),
    high: Math.min(100, weigh('high') + rounding),
  }
}

/** By how much what printing took from the weights may move the share, in percent points. */
export function roundingOfWeights(parts: readonly WeighedShare[]): number {
  const half = parts.reduce((sum, { weight }) => sum + weight.half, 0)
  if (half === 0) return 0
  const total = parts.reduce((sum, { weight }) => sum + weight.value, 0)
  const least = parts.reduce((low, { share }) => Math.min(low, share.low), 100)
  const most = parts.reduce((high, { share }) => Math.max(high, share.high), 0)
  return (half * (most - least)) / Math.max(half, total - half)
}

/** What weighs each amount over groups; sums are added, not weighed. */
const weightOf = { balancePct: 'balance', countPct: 'loans', balanceCents: null, loanCount: null } as const

/** Shares of groups with what they weigh; null where one of either is not known. */
function weighed(
  groups: readonly WeighedGroup[],
  bounds: readonly (Bound | null)[],
  by: 'balance' | 'loans',
): WeighedShare[] | null {
  const parts = groups.flatMap((group, order) => {
    const [share, weight] = [bounds[order], group[by]]
    return share && weight ? [{ share, weight }] : []
  })
  return parts.length === groups.length ? parts : null
}

/** An amount of a pool, from what each of its groups has of it; null where one of them does not tell. */
export function addOverGroups(
  groups: readonly WeighedGroup[],
  bounds: readonly (Bound | null)[],
  amount: keyof typeof weightOf,
): Bound | null {
  const by = weightOf[amount]
  if (by === null) return addBounds(bounds)
  const parts = weighed(groups, bounds, by)
  return parts && weighShares(parts)
}
