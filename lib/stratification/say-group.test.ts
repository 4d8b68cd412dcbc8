import { describe, expect, it } from 'vitest'
import { sayGroup } from './say-group.ts'

describe('what a line says of the loan group', () => {
  it.each([
    ['GROUP 1 MORTGAGE LOANS', 'GROUP 1'],
    ['Mortgage Rates of the Loans in Loan Group 2', 'Loan Group 2'],
    ['GROUP 1 AND GROUP 2 MORTGAGE LOANS', null],
    ['State Distribution of the Loan Group 1 and Loan Group 2 Loans', null],
    ['Group I, Group II and Group III', null],
    ['Subgroup 2-A', 'Subgroup 2-A'],
    ['LOAN GROUP 110', 'LOAN GROUP 110'],
    ['Fixed Rate Group IO Period', 'Fixed Rate Group'],
    ['LOAN GROUP 1(A)', 'LOAN GROUP 1(A)'],
    ['Loan Group 1 (1)', 'Loan Group 1'],
    ['LOAN GROUP 1 B', 'LOAN GROUP 1 B'],
    ['Loan Group 1205', 'Loan Group 1205'],
    ['COLLATERAL SUB-GROUP 1B', 'COLLATERAL SUB-GROUP 1B'],
    ['Total Home Equity Loans', null],
    ['All Receivables', null],
    ['Group 1 and its Documentation, not of Group 2', 'Group 1'],
  ])('%s', (line, group) => {
    expect(sayGroup(line)).toEqual({ group })
  })

  it.each([
    'ASSETS IN THE POOL AS OF THE CUT-OFF DATE',
    'THE MORTGAGE POOL BY LOAN PURPOSE',
    'RECEIVABLES IN THE POOL AT CLOSING',
    'Mortgage Loans by State (excluding Group 2)',
    'Loan Purposes other than Group II',
    'Mortgage Pool 2003-1',
  ])('%s: nothing', line => {
    expect(sayGroup(line)).toBeNull()
  })

  it('takes two letters for a group that are no word', () => {
    expect(sayGroup('LOANS IN GROUP AF')).toEqual({ group: 'GROUP AF' })
  })
})
