import { describe, expect, test } from 'vitest'
import { findTextGrids } from '../grid/text/find-text-grids.ts'
import { divideHeader } from './divide-header.ts'

/** The words over the labels and over each column of the only table of a text. */
function headersOf(text: string): string[] {
  const lines = text.trim().split('\n')
  const [grid] = [...findTextGrids(lines, 1, lines.length)].map(divideHeader)
  return grid === undefined ? [] : [grid.stub?.text ?? '', ...grid.columns.map(({ header }) => header)]
}

const rows = `
Primary Home 345 70,692,723.35 69.84
Second Home 69 12,499,599.52 12.35
Investor 86 18,028,767.83 17.81
Total 500 101,221,090.70 100.00`

describe('a header whose words stand a single blank apart', () => {
  test.each([
    [
      'Type Number of Mortgage Loans Aggregate Principal Balance Percent of Pool',
      ['Type', 'Number of Mortgage Loans', 'Aggregate Principal Balance', 'Percent of Pool'],
    ],
    [
      'Occupancy Status Loan Count Current Balance % of Total',
      ['Occupancy Status', 'Loan Count', 'Current Balance', '% of Total'],
    ],
    [
      'Number of Aggregate Principal Percent of Aggregate\nOccupancy Mortgage Loans Balance Outstanding Principal Balance',
      [
        'Occupancy',
        'Number of Mortgage Loans',
        'Aggregate Principal Balance Outstanding',
        'Percent of Aggregate Principal Balance',
      ],
    ],
  ])('is divided so that each column has a measure: %s', (header, expected) => {
    expect(headersOf(header + rows)).toEqual(expected)
  })

  test('heads no column where its words have no meaning', () => {
    expect(headersOf(`Lot Beech of the Elm Oak of the Ash Alder${rows}`)).toEqual(['', '', '', ''])
  })

  test('heads no column that its figures rule out', () => {
    const other = rows.replaceAll(/ (\d+) ([\d,.]+) ([\d.]+)(?=\n|$)/g, ' $3 $2 $1')
    expect(
      headersOf(`Type Number of Mortgage Loans Aggregate Principal Balance Percent of Pool${other}`),
    ).toEqual(['', '', '', ''])
  })
})
