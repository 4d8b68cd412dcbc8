import { expect, test } from 'vitest'
import { draw, read, row, table } from '../../testing/html-grids.ts'

const heads = ['Number of Mortgage Loans', 'Principal Balance', '% of Pool']
const purposes = [
  row('Purpose', ...heads),
  row('Purchase', '30', '600', '60.00'),
  row('Refinance', '10', '400', '40.00'),
]

test('a single row opens a table of its own on a sheet where words of loans stand over it and over the next', () => {
  const types = [row('Property Type', ...heads), row('Single Family', '40', '1,000', '100.00')]
  expect(read(table(...types, row(''), ...purposes)).map(draw)).toEqual([
    ['Single Family | 40 | 1,000 | 100.00'],
    ['Purchase | 30 | 600 | 60.00', 'Refinance | 10 | 400 | 40.00'],
  ])
})

test('a single row above a row of words stays in its table where no words of loans stand over both', () => {
  const years = [
    row('Year', '2001', '2002'),
    row('Region', 'East', 'West'),
    row('Sales', '1,204', '1,310'),
    row('Costs', '1,104', '1,210'),
  ]
  const [first, ...more] = read(table(...years)).map(draw)
  expect(more).toEqual([])
  expect(first).toHaveLength(3)
})
