import type { JudgedCandidate } from '../reading/decision.ts'
import type { GroupReading } from '../stratification/loan-group.ts'
import { contradicts, supports, tell } from './told.ts'
import type { Told } from './trace-schema.ts'

const WHOLE = 'The whole pool'

/**
 * Which loans the table is of. `told` is the group that the table is given in the end, which the totals of all tables may
 * have changed.
 *
 * > GROUP II                                          a heading above: for this table, unless its own words say otherwise
 *   Credit Scores of the Aggregate Pool               its title: the whole pool
 */
export function tellGroup({ group, deciding }: GroupReading, told: string | null): Told {
  const named = deciding.candidates.map(({ value, ...judged }): JudgedCandidate<string> => {
    return { ...judged, value: value.group ?? WHOLE }
  })
  const candidates = told === group ? named : byTotals(named, told ?? WHOLE)
  return tell({ question: 'group', candidates, chosen: told ?? WHOLE }, name => name, {
    question: 'group',
    asks: 'Which loans is it of?',
  })
}

/** What the totals of all tables tell goes before words. */
function byTotals(named: readonly JudgedCandidate<string>[], told: string): JudgedCandidate<string>[] {
  const own = named.find(({ value }) => value === told)
  const others = named.filter(one => one !== own)
  return [
    {
      value: told,
      by: ['The totals of all tables show it', ...(own?.by ?? [])],
      verdicts: [supports('totals', SUMS)],
    },
    ...others.map(one => ({ ...one, verdicts: [...one.verdicts, contradicts('totals', OTHERWISE)] })),
  ]
}

const SUMS = 'The totals of the other sets of tables come to those of the pool, or leave it out.'
const OTHERWISE = 'The totals of the tables show otherwise.'
