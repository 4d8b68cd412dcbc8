import { calmGroup } from '../format/calm-group.ts'
import { addBounds } from './add-bounds.ts'
import type { Distribution, GroupDistribution, Row } from './distribution.ts'
import type { GroupTable } from './over-groups.ts'
import { type ReadDistribution, readDistribution } from './read-distribution.ts'

/**
 * The distribution of a pool that is printed for its loan groups alone: the sum of theirs. Rows name their group.
 *
 * > Loan Group 1: 75.01 to 80.00
 * > Loan Group 2: 75.01 to 80.00
 */
export function readGroups(tables: readonly GroupTable[]): ReadDistribution {
  const groups: GroupDistribution[] = []
  for (const { table, ...group } of tables) {
    const read = readDistribution(table)
    if ('reason' in read) return read
    const rows = read.distribution.rows.map(
      (row): Row => ({ ...row, label: `${calmGroup(group.loanGroup)}: ${row.label}` }),
    )
    groups.push({ ...group, distribution: { ...read.distribution, rows } })
  }
  const [first] = groups
  return first ? { distribution: sumOfGroups(first.distribution, groups) } : { reason: 'no-loans-or-balance' }
}

function sumOfGroups(first: Distribution, groups: readonly GroupDistribution[]): Distribution {
  const own = groups.map(({ distribution }) => distribution)
  const totalOf = (measure: 'loanCount' | 'balanceCents') => addBounds(own.map(({ total }) => total[measure]))
  return {
    ...first,
    loanGroup: null,
    // Each group keeps its own; of different ones nothing is said of the sum.
    grid: own.every(({ grid }) => grid === first.grid) ? first.grid : 0,
    averageBy: null,
    totalAverage: null,
    rows: own.flatMap(({ rows }) => rows),
    total: { loanCount: totalOf('loanCount'), balanceCents: totalOf('balanceCents') },
    doNotAddUp: [...new Set(own.flatMap(({ doNotAddUp }) => doNotAddUp))],
    groups,
  }
}
