import { describe, expect, it } from 'vitest'
import { inventTable, rangeOf } from '../fixtures/invented-table.ts'
import { alignRows, listSideBySide, splitId } from './side-by-side.ts'

const sums = { loanCount: 1, balanceCents: 100 }
const ranged = (...ends: [number | null, number | null][]) =>
  inventTable({
    rows: ends.map(([low, high]) => ({ label: `${low} to ${high}`, range: rangeOf(low, high), ...sums })),
  })
const named = (...labels: string[]) => inventTable({ rows: labels.map(label => ({ label, ...sums })) })

describe('rows of loan groups', () => {
  it('are aligned by their ranges, a row that one group lacks in its place', () =>
    expect(
      alignRows([ranged([60, 70], [80, 90]), ranged([60, 70], [70, 80])]).map(({ buckets }) => buckets),
    ).toEqual([
      [0, 0],
      [null, 1],
      [1, null],
    ]))
  it('keep the way of the first table: from the largest down', () =>
    expect(alignRows([ranged([80, 90], [60, 70]), ranged([70, 80])]).map(({ buckets }) => buckets)).toEqual([
      [0, null],
      [null, 0],
      [1, null],
    ]))
  it('are aligned by their words in any case, new ones behind the row before them', () =>
    expect(
      alignRows([named('Full', 'Other'), named('FULL', 'Reduced', 'Other')]).map(({ key }) => key),
    ).toEqual(['full', 'reduced', 'other']))
})

describe('splits of loan groups', () => {
  it.each([
    ['Margins in Loan Group 1', 'Margins'],
    ['Margins of the Loan Group 1', 'Margins'],
    ['Margins – Loan Group 1', 'Margins'],
    ['Margin (Loan Group 1', 'Margin'],
    ['Margins of the Loan Group 1 Mortgage Loans', 'Margins'],
    ['Mortgage Loans', 'Mortgage Loans'],
    ['Loan Group 1', 'Loan Group 1'],
  ])('are named without their group: %s', (title, name) => {
    const tables = ['Loan Group 1', 'Loan Group 2'].map((loanGroup, index) =>
      inventTable({
        id: `loan-group-${index + 1}--margin`,
        loanGroup,
        dimension: 'margin',
        title: title.replace('Loan Group 1', loanGroup),
        rows: [{ label: 'A', ...sums }],
      }),
    )
    expect(listSideBySide(tables)[0]?.title).toBe(name)
  })
  const of = (id: string, loanGroup: string | null, dimension: string) =>
    inventTable({ id, loanGroup, dimension, title: `By ${dimension}`, rows: [{ label: 'A', ...sums }] })
  it('stand together by their dimension, those of one group alone are left out', () => {
    const tables = [
      of('loan-group-1--purpose', 'Loan Group 1', 'purpose'),
      of('loan-group-1--state', 'Loan Group 1', 'state'),
      of('loan-group-2--purpose', 'Loan Group 2', 'purpose'),
      of('purpose', null, 'purpose'),
    ]
    expect(listSideBySide(tables).map(({ id, tables }) => [id, tables.length])).toEqual([['purpose', 3]])
  })
  it('are known by the id of a table without its group', () =>
    expect(splitId({ id: 'loan-group-1--original-ltv-2', loanGroup: 'Loan Group 1' })).toBe('original-ltv-2'))
})
