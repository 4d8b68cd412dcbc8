import { describe, expect, it } from 'vitest'
import type { PackedTable } from '@/lib/charts/packed-table.ts'
import type { Order } from '../view/view.ts'
import { arrangeRows, type Wish } from './arrange-rows.ts'
import { nextOrder } from './next-order.ts'
import { showRows as show } from './shown-rows.ts'

const table: PackedTable = {
  id: 'state',
  title: 'State',
  stub: 'State',
  columns: [
    { measure: 'loanCount', unit: 'count', decimals: 0, head: 'Loans', says: 'Loans' },
    { measure: 'balanceCents', unit: 'cents', decimals: 2, head: 'Balance, $', says: 'Balance' },
  ],
  rows: [
    [
      '1:1-2',
      'Texas 10',
      [
        [3, '1:5-6'],
        [60_00, '1:7-9'],
      ],
    ],
    [
      '2:1-2',
      'Texas 9',
      [
        [9, '2:5-6'],
        [20_00, '2:7-9'],
      ],
    ],
    ['3:1-2', 'Alabama', [0, [20_00, '3:7-9']]],
  ],
  total: null,
  notes: [],
  chart: null,
}
const showRows = (one: PackedTable, wish: Wish) => show(one, arrangeRows, wish)
const plain = { order: null, isCumulative: false, measure: null }
const by = (column: string, isDescending: boolean): Order => ({ column, isDescending })

describe('the rows of a table as they are looked at', () => {
  it('stand in the order of the filing until another is asked for', () => {
    expect(showRows(table, plain)).toEqual({ order: null, rows: [0, 1, 2], cumulative: null })
  })
  it('go by figures, those without one last either way', () => {
    expect(showRows(table, { ...plain, order: by('loanCount', true) }).rows).toEqual([1, 0, 2])
    expect(showRows(table, { ...plain, order: by('loanCount', false) }).rows).toEqual([0, 1, 2])
  })
  it('go by the words of labels, numbers in them by size', () => {
    expect(showRows(table, { ...plain, order: by('label', false) }).rows).toEqual([2, 1, 0])
  })
  it('stay where the column is none of the table', () => {
    expect(showRows(table, { ...plain, order: by('waLtvPct', true) })).toMatchObject({
      order: null,
      rows: [0, 1, 2],
    })
  })
  it('add up balances in the order they stand in, or loans where these are looked at and all printed', () => {
    expect(showRows(table, { ...plain, isCumulative: true }).cumulative).toEqual([60, 80, 100])
    const smallestFirst = { order: by('balanceCents', false), isCumulative: true, measure: null }
    expect(showRows(table, smallestFirst).cumulative).toEqual([20, 40, 100])
    expect(showRows(table, { ...plain, isCumulative: true, measure: 'loanCount' }).cumulative).toBeNull()
  })
  it('stay as they are until it is known how to arrange them', () => {
    expect(show(table, null, { ...plain, order: by('label', false) }).rows).toEqual([0, 1, 2])
  })
  it('are left alone where they are only some of the table', () => {
    const some = { ...table, rowsInAll: 900 }
    expect(showRows(some, { order: by('label', false), isCumulative: true, measure: null })).toEqual({
      order: null,
      rows: [0, 1, 2],
      cumulative: null,
    })
  })
})

describe('pressing a header again', () => {
  it('turns the order of figures round, then gives that of the filing back', () => {
    const first = nextOrder(null, 'loanCount')
    expect(first).toEqual(by('loanCount', true))
    expect(nextOrder(first, 'loanCount')).toEqual(by('loanCount', false))
    expect(nextOrder(by('loanCount', false), 'loanCount')).toBeNull()
  })
  it('begins labels with the first of the alphabet', () => {
    expect(nextOrder(by('loanCount', true), 'label')).toEqual(by('label', false))
  })
})
