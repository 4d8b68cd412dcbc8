import { describe, expect, it } from 'vitest'
import { change, failing, ofCode, rows, run, table } from '../fixtures/checked-tables.ts'
import { inventTable } from '../fixtures/invented-table.ts'
import { listTablesOfOtherLoans } from './index.ts'

describe('total-is-the-same-in-every-table', () => {
  it('compares each table with the first of its group and names it', () => {
    const checks = ofCode(run([table('a'), table('b'), table('c')]), 'total-is-the-same-in-every-table')
    expect(
      checks.map(({ stratification, measure, reference }) => [stratification, measure, reference]),
    ).toEqual([
      ['b', 'loanCount', 'a'],
      ['c', 'loanCount', 'a'],
      ['b', 'balanceCents', 'a'],
      ['c', 'balanceCents', 'a'],
    ])
  })
  it('fails the one table out of line, even when it comes first', () => {
    const first = change(table('a'), 'total', 'loanCount', 1)
    const checks = ofCode(run([first, table('b'), table('c')]), 'total-is-the-same-in-every-table')
    expect(failing(checks)).toMatchObject([{ stratification: 'a', reference: 'b', expected: 10, found: 9 }])
  })
  it('does not compare a table of other loans, whose rows add up to a total of its own', () => {
    const part = inventTable({
      id: 'part',
      dimension: 'purpose',
      rows: rows.map(row => ({ ...row, loanCount: row.loanCount * 2, balanceCents: row.balanceCents * 2 })),
    })
    const tables = [table('a'), table('b'), part]
    const checks = ofCode(run(tables), 'total-is-the-same-in-every-table')
    expect(checks.map(({ stratification }) => stratification)).toEqual(['b', 'b'])
    expect(listTablesOfOtherLoans(tables)).toMatchObject([{ code: 'table-is-of-other-loans', at: part.at }])
    expect(listTablesOfOtherLoans([table('a'), change(table('b'), 'total', 'loanCount', 1)])).toEqual([])
  })
  it('never compares one loan group with another', () => {
    const tables = [table('a', { loanGroup: 'Group 1' }), table('b', { loanGroup: 'Group 2' })]
    expect(ofCode(run(tables), 'total-is-the-same-in-every-table')).toEqual([])
  })
})

describe('groups-add-up-to-aggregate', () => {
  const group = (loanGroup: string | null, factor: number) =>
    inventTable({
      id: loanGroup ?? 'all',
      dimension: 'mortgage-rate',
      loanGroup,
      rows: rows.map(row => ({
        ...row,
        loanCount: row.loanCount * factor,
        balanceCents: row.balanceCents * factor,
      })),
    })
  it('adds the groups in every row and in the total', () => {
    const checks = run([group('Loan Group 1', 1), group('Loan Group 2', 2), group(null, 3)])
    expect(ofCode(checks, 'groups-add-up-to-aggregate')).toHaveLength(8)
    expect(failing(checks)).toEqual([])
  })
  it('fails the row of the whole pool that the groups do not give', () => {
    const whole = change(group(null, 3), 1, 'loanCount', -1)
    const checks = run([group('Loan Group 1', 1), group('Loan Group 2', 2), whole])
    expect(failing(ofCode(checks, 'groups-add-up-to-aggregate'))).toMatchObject([
      { stratification: 'all', bucket: 1 },
    ])
  })
  it('does not arise where every table foots and the groups come to another whole', () => {
    const checks = run([group('Loan Group 1', 1), group('Loan Group 2', 2), group(null, 4)])
    expect(ofCode(checks, 'groups-add-up-to-aggregate')).toEqual([])
  })
  it('does not arise while a group of the family has no such table', () => {
    const other = inventTable({ id: 'x', dimension: 'purpose', loanGroup: 'Loan Group 3', rows })
    const checks = run([group('Loan Group 1', 1), group('Loan Group 2', 2), group(null, 3), other])
    expect(ofCode(checks, 'groups-add-up-to-aggregate')).toEqual([])
  })
})
