import { addAll } from '../add-all.ts'
import type { JudgedCandidate, Verdict } from '../reading/decision.ts'
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
export function tellGroup(reading: GroupReading, told: string | null): Told {
  const { own, heading, standing, group } = reading
  const isByTotals = told !== group
  const candidates: JudgedCandidate<string>[] = []
  const propose = (value: string | null, by: string, verdicts: Verdict[]) => {
    const name = value ?? WHOLE
    const known = candidates.find(one => one.value === name)
    if (known === undefined) candidates.push({ value: name, by: [by], verdicts })
    else {
      known.by.push(by)
      addAll(known.verdicts, verdicts)
    }
  }
  if (isByTotals)
    propose(told, 'The totals of all tables tell it', [
      supports(
        'totals',
        'The totals of the other sets of tables come to those of the pool, or leave it out.',
      ),
    ])
  if (own !== null)
    propose(group, 'The title or the headers of its columns say so', [
      isByTotals ? byTotals : supports('own-words', 'A table’s own words go before those of headings.'),
    ])
  const differs = own !== null && standing !== group
  const where = heading === null ? 'A heading over an earlier table says so' : 'A heading above it says so'
  if (standing !== null || heading !== null)
    propose(standing, where, isByTotals ? [byTotals] : differs ? [byOwn] : [])
  if (candidates.length === 0) propose(null, 'Nothing on or above it names a loan group', [])
  return tell({ question: 'group', candidates, chosen: told ?? WHOLE }, name => name, {
    question: 'group',
    asks: 'Which loans is it of?',
  })
}

const byTotals = contradicts('totals', 'The totals of the tables tell otherwise.')
const byOwn = contradicts('own-words', 'The table’s own words tell otherwise.')
