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
