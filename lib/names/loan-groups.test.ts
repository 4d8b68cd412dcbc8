import { describe, expect, it } from 'vitest'
import type { Stratification } from '../report.ts'
import { inventReport } from '../testing/invented-report.ts'
import { findSiblings, listTableGroups, nameGroup } from './loan-groups.ts'

const [invented] = inventReport().stratifications

function table(id: string, loanGroup: string | null, title = 'Loan Purpose'): Stratification {
  if (!invented) throw new Error('the invented report has a table')
  const dimension = id.split('--').at(-1)?.replace(/-\d$/, '') ?? null
  return { ...invented, id, loanGroup, title, dimension: dimension?.startsWith('table') ? null : dimension }
}

const one = table('loan-group-1--purpose', 'LOAN GROUP 1')
const two = table('loan-group-2--purpose', 'LOAN GROUP 2')
const all = table('purpose', null)

describe('loan groups of a filing', () => {
  it('are told in the order they are printed, the whole pool as one of them', () => {
    const groups = listTableGroups([one, table('loan-group-1--state', 'LOAN GROUP 1'), two, all])
    expect(groups.map(({ slug, name, tables }) => [slug, name, tables.length])).toEqual([
      ['loan-group-1', 'Loan Group 1', 2],
      ['loan-group-2', 'Loan Group 2', 1],
      ['whole-pool', 'Whole pool', 1],
    ])
  })

  it.each([[[all, table('state', null)]], [[one]], [[]]])(
    'are none where there is nothing to switch',
    tables => {
      expect(listTableGroups(tables)).toEqual([])
    },
  )

  it.each([
    ['LOAN GROUP 2', 'Loan Group 2'],
    ['Group II', 'Group II'],
    ['POOL IV-A', 'Pool IV-A'],
    ['GROUP 1 ARM LOANS', 'Group 1 ARM Loans'],
    [null, 'Whole pool'],
  ])('are named as printed but not shouted: %s', (printed, name) => expect(nameGroup(printed)).toBe(name))
})

describe('the same split of other groups', () => {
  it('is the table of the same dimension', () => {
    expect(findSiblings(one, [one, two, all, table('loan-group-2--state', 'LOAN GROUP 2')])).toEqual([
      two,
      all,
    ])
  })

  it('keeps step where a group splits by one dimension twice', () => {
    const again = (id: string, group: string) => table(`${id}--purpose-2`, group)
    const tables = [
      one,
      again('loan-group-1', 'LOAN GROUP 1'),
      two,
      again('loan-group-2', 'LOAN GROUP 2'),
      all,
    ]
    const [, second] = tables
    expect(second && findSiblings(second, tables).map(({ id }) => id)).toEqual([
      'loan-group-2--purpose-2',
      'purpose',
    ])
  })

  it('is found by title where no dimension is known, whatever group the title names', () => {
    const acres = table('group-1--table-1', 'Group 1', 'Acreage in Group 1')
    const others = [
      table('group-2--table-2', 'Group 2', 'Acreage in Group 2'),
      table('group-2--table-3', 'Group 2', 'Flood zones in Group 2'),
    ]
    expect(findSiblings(acres, [acres, ...others])).toEqual([others[0]])
  })
})
