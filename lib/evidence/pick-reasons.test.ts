import { describe, expect, test } from 'vitest'
import { explainFiling } from '../explain/explain-filing.ts'
import { readFiling } from '../read-filing.ts'
import { describePlace } from './describe-place.ts'
import { pickReasons, type Reason } from './pick-reasons.ts'

const text = [
  'Geographic Distribution of the Mortgaged Properties',
  '',
  'State              Loans          Balance    % of Pool',
  'California            12    $6,000,000.00        60.00%',
  'Texas                 22     4,000,000.00        40.00',
  'Total                 34   $10,000,000.00       100.00%',
  '',
  '',
  'Employees by State',
  '',
  'State            Employees     Percent',
  'California              60      60.00%',
  'Texas                   40      40.00',
  'Total                  100     100.00%',
].join('\n')
const bytes = new TextEncoder().encode(text)

function reasonsOf(figure: string): Reason[] {
  const read = readFiling(bytes, 'states.txt')
  const explained = explainFiling(bytes)
  if ('refusal' in read || 'refusal' in explained) throw new Error('refused')
  const before = text.slice(0, text.indexOf(figure)).split('\n')
  const start = (before.at(-1)?.length ?? 0) + 1
  const at = { line: before.length, start, end: start + figure.length }
  return pickReasons(explained.tables, describePlace(read.report, at))
}

describe('why a figure was read so', () => {
  test('tells of its table and its column alone', () => {
    const reasons = reasonsOf('6,000,000.00')
    expect(reasons.map(({ about, answer }) => [about, answer])).toEqual([
      ['Rows', 'State of the mortgaged property'],
      ['Subject', 'A pool of loans, receivables, contracts or leases'],
      ['Loans', 'The whole pool'],
      ['Column', 'Principal balance'],
      ['Scale', 'In full, as printed'],
    ])
    expect(reasons[3]?.because).toContain('Rows add up to the total of $10,000,000.00.')
  })

  test('tells what was turned down', () => {
    const column = reasonsOf('60.00%').find(({ about }) => about === 'Column')
    expect(column?.turnedDown.map(({ answer }) => answer)).toEqual(['Percent of the number of loans'])
  })

  test('tells of a table that is no split why not', () => {
    expect(reasonsOf('Employees by State')[0]).toMatchObject({ about: 'Kind', answer: 'No split of a pool' })
  })
})
