import { describe, expect, it } from 'vitest'
import { waysToAdd } from './loan-group-families.ts'

const groups = (...names: string[]) => names.map(name => `Loan Group ${name}`)

describe('waysToAdd', () => {
  it.each([
    [groups('1', '2', '3'), [groups('1', '2', '3')]],
    [groups('I-A', 'I-B', 'II'), [groups('I-A', 'I-B', 'II')]],
    [groups('I', 'II-A', 'II-B'), [groups('I', 'II-A', 'II-B')]],
    [groups('1-A', '1-B', '2-A'), [groups('1-A', '1-B', '2-A')]],
    [groups('1A', '1B', '2'), [groups('1A', '1B', '2')]],
    [groups('1(A)', '1(B)', '2'), [groups('1(A)', '1(B)', '2')]],
    [groups('1', '1-A', '1-B', '2'), [groups('1', '2')]],
    [groups('A', 'B', 'C'), [groups('A', 'B', 'C')]],
    [groups('ONE', 'TWO'), [groups('ONE', 'TWO')]],
    [
      [...groups('1', '2'), 'Fixed Rate Loans', 'Adjustable Rate Loans'],
      [groups('1', '2'), ['Fixed Rate Loans', 'Adjustable Rate Loans']],
    ],
  ])('%j are added as %j', (names, ways) => expect(waysToAdd(names)).toEqual(ways))

  it.each([
    [groups('1')],
    [[...groups('1', '2'), 'Seasoned Loans']],
    [[...groups('1', '2'), 'Fixed Rate Loans']],
    [['Conforming', 'Non-Conforming']],
    [[]],
  ])('%j are not added', names => expect(waysToAdd(names)).toEqual([]))
})
