import { expect, it } from 'vitest'
import { inventTable, rangeOf } from '../fixtures/invented-table.ts'
import { addGroups } from './added-groups.ts'
import { listSideBySide } from './side-by-side.ts'

type Row = Parameters<typeof inventTable>[0]['rows'][number]

const million = 100_000_000
const rowOf = (label: string, loanCount: number, more: Partial<Row> = {}): Row => ({
  label,
  loanCount,
  balanceCents: loanCount * million,
  ...more,
})
const ranged = (low: number, high: number, loans: number) =>
  rowOf(`${low} to ${high}`, loans, { range: rangeOf(low, high) })

/** Labels and loans of the sum of two groups' tables, and their shares of the balance. */
function sumOf(dimension: string, ...groups: Row[][]) {
  const tables = groups.map((rows, order) => ({
    ...inventTable({ id: `loan-group-${order + 1}--${dimension}`, dimension, rows }),
    loanGroup: `Loan Group ${order + 1}`,
  }))
  const [split] = listSideBySide(tables)
  const sum = split && addGroups(split)
  const told = sum?.table.buckets.map(({ label, values }) => [label, values.loanCount, values.balancePct])
  return { told, total: sum?.table.total?.values, parts: sum?.parts }
}

it('adds rows that all groups print, with their shares of the whole', () => {
  const sum = sumOf(
    'original-ltv',
    [ranged(60, 70, 1), ranged(70.01, 80, 3)],
    [ranged(60, 70, 2), ranged(70.01, 80, 2)],
  )
  expect(sum.told).toEqual([
    ['60 to 70', 3, 37.5],
    ['70.01 to 80', 5, 62.5],
  ])
  expect(sum.total).toMatchObject({ loanCount: 8, balanceCents: 8 * million, balancePct: 100 })
})

it('takes a row that a group lacks for none of its loans where nothing else can hold them', () => {
  expect(sumOf('original-ltv', [ranged(60, 70, 1), ranged(70.01, 80, 3)], [ranged(60, 70, 4)]).told).toEqual([
    ['60 to 70', 5, 62.5],
    ['70.01 to 80', 3, 37.5],
  ])
  expect(
    sumOf(
      'state',
      [rowOf('Ohio', 1, { code: 'OH' }), rowOf('Texas', 3, { code: 'TX' })],
      [rowOf('Ohio', 4, { code: 'OH' })],
    ).told,
  ).toEqual([
    ['Ohio', 5, 62.5],
    ['Texas', 3, 37.5],
  ])
})

it('gives no sum of ranges that others overlap', () => {
  const sum = sumOf('original-ltv', [ranged(60, 70, 1), ranged(70.01, 80, 3)], [ranged(60, 75, 4)])
  expect(sum.told?.map(([, loans]) => loans)).toEqual([null, null, null])
})

it('gives no sum of a row that another group may have among its others', () => {
  const sum = sumOf(
    'state',
    [rowOf('Ohio', 1, { code: 'OH' }), rowOf('Texas', 3, { code: 'TX' })],
    [rowOf('Ohio', 3, { code: 'OH' }), rowOf('Other', 1, { code: 'other' })],
  )
  expect(sum.told?.map(([label, loans]) => [label, loans])).toEqual([
    ['Ohio', 4],
    ['Other', null],
    ['Texas', null],
  ])
})

it('gives no sum of names that other words may stand for', () => {
  const sum = sumOf(
    'purpose',
    [rowOf('Purchase', 1), rowOf('Refinance (Cash-out)', 3)],
    [rowOf('Purchase', 2), rowOf('Cash-out Refinance', 2)],
  )
  expect(sum.told?.map(([label, loans]) => [label, loans])).toEqual([
    ['Purchase', 3],
    ['Cash-out Refinance', null],
    ['Refinance (Cash-out)', null],
  ])
})
