import { describe, expect, it } from 'vitest'
import { inventTable } from '../fixtures/invented-table.ts'
import type { OtherTable } from '../report.ts'
import { readStatistics } from './index.ts'

const rows = [{ label: 'Ohio', loanCount: 330, balanceCents: 13_273_020_502 }]
const groups = ['Group I', 'Group II'].map((loanGroup, index) =>
  inventTable({ id: `g${index}`, loanGroup, rows, line: 40 + 10 * index }),
)

function profile(title: string, lines: string[], cells: string[][]): OtherTable {
  const at = { line: 1, start: 1, end: (lines.at(-1) ?? '').length + 1, lastLine: lines.length }
  return { kind: 'profile', title, rows: cells, reason: '', at }
}

/** What is stated about the pool by the printed lines, each split into cells at its gaps. */
function read(title: string, lines: string[]) {
  const cells = lines.map(line => line.trim().split(/ {2,}/))
  const otherTables = [profile(title, [title, ...lines], cells)]
  const statistics = readStatistics({ stratifications: groups, lines: [title, ...lines], otherTables })
  return statistics
    .filter(({ stated }) => stated !== null)
    .map(({ id, loanGroup, stated, at }) => [id, loanGroup, stated, at?.line, at?.start])
}

describe('figures stated in a profile', () => {
  it('are of the loan group that its title names, and stand where they are printed', () => {
    expect(
      read('Group II Summary', [
        'Number of Loans:               330',
        'Aggregate Principal Balance    $132,730,205.02',
        'Weighted Average Remaining Term (months)   328',
      ]),
    ).toEqual([
      ['loan-count', 'Group II', 330, 2, 32],
      ['pool-balance', 'Group II', 13_273_020_502, 3, 33],
      ['wam', 'Group II', 328, 4, 44],
    ])
  })

  it('are the pool’s beside the least and the greatest of single loans', () => {
    expect(
      read('Summary', [
        'Summary of Loans             Pool       Minimum    Maximum',
        'Weighted Average Coupon:     9.488%     7.000%     12.000%',
      ]),
    ).toEqual([['wac', null, 9.488, 3, 30]])
  })

  it('are found with their signs set off', () => {
    const lines = ['Summary', 'Average Principal Balance:      $  177,275.85', 'Number of Loans:   1,204']
    const cells = [
      ['Average Principal Balance:', '$177,275.85'],
      ['Number of Loans:', '1,204'],
    ]
    const otherTables = [profile('Summary', lines, cells)]
    expect(
      readStatistics({ stratifications: [], lines, otherTables }).map(({ stated, at }) => [
        stated,
        at?.start,
      ]),
    ).toEqual([
      [17_727_585, 36],
      [1204, 20],
    ])
  })

  it('are told from a longer figure of single loans before them', () => {
    expect(
      read('Summary', [
        'Characteristic                           Minimum    Maximum    Average',
        'Weighted Average Remaining Term (months)     120        360         36',
      ]),
    ).toEqual([['wam', null, 36, 3, 69]])
  })

  it('are of the group over their column', () => {
    expect(
      read('Summary', [
        'Characteristic               Group I     Group II     Total',
        'Number of Loans                  330          330       660',
        'Weighted Average Coupon       6.756%       6.808%    6.782%',
      ]).filter(([id]) => id === 'loan-count' || id === 'wac'),
    ).toEqual([
      ['loan-count', 'Group I', 330, 3, 34],
      ['loan-count', 'Group II', 330, 3, 47],
      ['loan-count', null, 660, 3, 57],
      ['wac', 'Group I', 6.756, 4, 31],
      ['wac', 'Group II', 6.808, 4, 44],
      ['wac', null, 6.782, 4, 54],
    ])
  })

  it('are not read where two columns may be meant, years are told, or words narrow the label', () => {
    expect(
      read('Summary', [
        'Weighted Average Coupon              9.488%     7.000%',
        'Weighted Average Remaining Term (years)      27.3',
        'Weighted Average Credit Score of Second Liens        690',
      ]),
    ).toEqual([])
  })
})
