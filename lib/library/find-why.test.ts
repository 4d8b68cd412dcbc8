import { expect, test } from 'vitest'
import { whyRead } from './find-why.ts'

const table = (name: string) => [
  `${name} of the Mortgage Loans`,
  '',
  `${name}          Loans       Balance`,
  'Row one               1    100,000.00',
  'Row two               2    200,000.00',
  'Total                 3    300,000.00',
  '',
  '',
]
const text = [...table('Purpose'), ...table('Occupancy')].join('\n')
const occupancy = { line: 9, start: 1, end: 38, lastLine: 14 }

test('tells how the table at a place was read, and of no other', () => {
  const { tables } = whyRead(new TextEncoder().encode(text), occupancy)
  expect(tables?.map(({ id, title }) => [id, title])).toEqual([
    ['occupancy', 'Occupancy of the Mortgage Loans'],
  ])
})

test('tells nothing where no table is, and does not read again what takes long', () => {
  expect(whyRead(new TextEncoder().encode(text), { line: 2, start: 1, end: 2 })).toEqual({ tables: [] })
  expect(whyRead(new TextEncoder().encode(text.padEnd(2_000_001)), occupancy)).toEqual({ tables: null })
})
