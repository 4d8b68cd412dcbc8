import { expect, test } from 'vitest'
import type { Grid } from '../grid/grid.ts'
import { cellOf, gridOf } from '../testing/invented-grid.ts'
import { splitTitle } from './split-title.ts'

const cells = (...lines: string[]) => lines.map(cellOf)
const scores = [
  ['500 - 599', '10', '$1,000,000.00'],
  ['600 - 699', '20', '2,000,000.00'],
  ['Total', '30', '$3,000,000.00'],
]

/** The title of a table of credit scores, and what heads it. */
function partsOf(other: Partial<Grid>) {
  const { title, headings } = splitTitle(gridOf(['Loans', 'Balance'], scores, other))
  const textsOf = (lines: readonly { text: string }[]) => lines.map(({ text }) => text)
  return { title: textsOf(title), headings: textsOf(headings) }
}

const under = (group: string) => ({
  rows: gridOf(['Loans', 'Balance'], scores).rows.map(row => ({ ...row, group })),
})

test('what stands right over a table is its title, whatever it names', () => {
  const title = cells('Collateral Characteristics')
  expect(partsOf({ title }).title).toEqual(['Collateral Characteristics'])
  expect(partsOf({ title, orphan: cells('As of the Cut-off Date') }).title).toEqual([
    'Collateral Characteristics',
  ])
  expect(
    partsOf({ title: cells('Credit Scores'), orphan: cells('FICO Scores'), ...under('Credit Score') }).title,
  ).toEqual(['Credit Scores'])
})

test('lines that name the deal or a group head it', () => {
  expect(partsOf({ title: cells('ALDER HOME LOAN TRUST 2003-4', 'Group 1', 'Credit Scores') })).toEqual({
    title: ['Credit Scores'],
    headings: ['ALDER HOME LOAN TRUST 2003-4', 'Group 1'],
  })
})

test('over nothing but the name of a group stands the title', () => {
  const title = cells('Group 1')
  expect(partsOf({ title, headings: cells('Credit Scores') }).title).toEqual(['Credit Scores'])
  expect(partsOf({ title, headings: cells('Underwriting Standards') }).title).toEqual(['Group 1'])
})

test('where the lines over a table name no split, the title is what does, the nearest first', () => {
  const title = cells('ALDER HOME LOAN TRUST 2003-4')
  const orphan = cells('FICO Scores at Origination')
  expect(partsOf({ title, orphan })).toEqual({
    title: ['FICO Scores at Origination'],
    headings: ['ALDER HOME LOAN TRUST 2003-4'],
  })
  expect(partsOf({ title, orphan, ...under('Credit Score') }).title).toEqual(['Credit Score'])
  expect(partsOf({ title, orphan, ...under('Selected Loans') }).title).toEqual(['FICO Scores at Origination'])
})

test('lines of the page are none where the header over the labels names the split', () => {
  const stub = cellOf('Credit Score')
  const title = cells('ALDER HOME LOAN TRUST 2003-4')
  expect(partsOf({ title, stub })).toEqual({ title: [], headings: ['ALDER HOME LOAN TRUST 2003-4'] })
  expect(partsOf({ title, stub: cellOf('Range') }).title).toEqual(['ALDER HOME LOAN TRUST 2003-4'])
  expect(partsOf({ title: cells('Collateral Summary'), stub }).title).toEqual(['Collateral Summary'])
})

test.each([
  '(As of the Cut-off Date)',
  'As of June 1, 2004',
  '(Dollars in Thousands)',
  '(Accounts and Dollars in Thousands)',
])('a line that tells no more than a date or a scale is no title where one stands above it: %s', line => {
  const headings = cells('ALDER HOME LOAN TRUST 2003-4', 'Credit Scores')
  expect(partsOf({ title: cells(line), headings }).title).toEqual(['Credit Scores'])
  expect(partsOf({ title: cells('Credit Scores', line) }).title).toEqual(['Credit Scores', line])
})
