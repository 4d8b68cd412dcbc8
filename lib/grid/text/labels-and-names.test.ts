import { expect, test } from 'vitest'
import { findTextGrids } from './find-text-grids.ts'

/** The rows of all tables in a text, each as its group, label and figures. */
function read(text: string): string[] {
  const lines = text.split('\n')
  return [...findTextGrids(lines, 1, lines.length)].flatMap(({ rows }) =>
    rows.map(({ group, label, cells }) =>
      [...(group === null ? [] : [group]), label?.text ?? '', ...cells.map(cell => cell?.text ?? '')].join(
        ' | ',
      ),
    ),
  )
}

test('a label that ends in a slash goes on in the next line, however deep that is set', () => {
  const rows = read(`Documentation Programs

Documentation             Loans       Balance
Full                         40  4,000,000.00
Stated Income/
  Stated Asset               27  2,700,000.00
Total                        67  6,700,000.00`)
  expect(rows[1]).toBe('Stated Income/Stated Asset | 27 | 2,700,000.00')
})

test('figures below their label are no total', () => {
  const rows = read(`Documentation Programs

Documentation             Loans       Balance
Full                         40  4,000,000.00
Stated Income Program        27  2,700,000.00
No Income No Asset
                             10  1,000,000.00
Limited Program
                              5    500,000.00
Total                        82  8,200,000.00`)
  expect(rows.slice(2)).toEqual([
    'No Income No Asset | 10 | 1,000,000.00',
    'Limited Program | 5 | 500,000.00',
    'Total | 82 | 8,200,000.00',
  ])
})

test('the lowest word of a header that no rule or blank parts from the rows is none of theirs', () => {
  const rows = read(`Loan Programs

                  Loans       Balance
Program
Fixed                40  4,000,000.00
ARM                  27  2,700,000.00
Total                67  6,700,000.00`)
  expect(rows[0]).toBe('Fixed | 40 | 4,000,000.00')
})

test('a mark behind a name that ends in a digit is of the name', () => {
  const rows = read(`Loan Programs

Program            Loans        Balance   Rate
Reduced 2 (2)         40   4,000,000.00  6.500%
Reduced 3 (2)         27   2,700,000.00  6.500%
Select                10   1,000,000.00  6.250%
Total                 77   7,700,000.00  6.470%`)
  expect(rows[0]).toBe('Reduced 2 (2) | 40 | 4,000,000.00 | 6.500')
})

test('fields between tabs go by their number where header and rows have as many, though blanks set them right', () => {
  const rows = read(`Property Types
Type\tLoans\tBalance
Condominium\t  12\t  1,200.00
Planned Unit Development\t   7\t    900.00
Single Family\t 121\t  9,900.00
Total\t 140\t 12,000.00`)
  expect(rows).toEqual([
    'Condominium | 12 | 1,200.00',
    'Planned Unit Development | 7 | 900.00',
    'Single Family | 121 | 9,900.00',
    'Total | 140 | 12,000.00',
  ])
  const [grid] = [
    ...findTextGrids(
      ['Type\tLoans\tBalance', 'A lot of words\t  12\t  1,200.00', 'B\t  7\t    900.00'],
      1,
      3,
    ),
  ]
  expect(grid?.columns.map(({ header }) => header)).toEqual(['Loans', 'Balance'])
})
