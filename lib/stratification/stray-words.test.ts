import { expect, test } from 'vitest'
import { readFiling } from '../read-filing.ts'
import { gridOf } from '../testing/invented-grid.ts'
import { findStrayWords } from './stray-words.ts'

const rows = [
  ['500 - 599', '7.912', '88.10'],
  ['Total', '7.912', '88.10'],
]

/** Which of two columns have words that may be of the other. */
const stray = (first: string, second: string, apart?: string) => {
  const grid = gridOf([first, second], rows)
  const columns = grid.columns.map((column, order) =>
    order === 0 && apart !== undefined ? { ...column, apart } : column,
  )
  return [0, 1].map(order => findStrayWords({ ...grid, columns }, order) !== null)
}

test.each([
  ['Average Mortgage Combined Rate', 'Average LTV', [false, true]],
  ['Average LTV', 'Comb. Average Rate', [true, false]],
  ['Average Junior Rate', 'Junior Ratio', [false, false]],
  ['Average Rate', 'Average Combined LTV', [false, false]],
  ['Average Combined LTV', 'Average LTV', [false, false]],
  ['Average Current Rate', 'Average LTV', [false, false]],
])('a word that says nothing over “%s” may be of “%s”', (first, second, expected) => {
  expect(stray(first, second)).toEqual(expected)
})

test.each([
  ['Average Original Rem. Term', 'Rem. Term', [true, false]],
  ['WAC W.A. Original', '', [true, false]],
  ['Weighted Average Rate', 'Rate', [false, false]],
])('words over several columns may not change what one measures: “%s”', (header, apart, expected) => {
  expect(stray(header, 'Average LTV', apart)).toEqual(expected)
})

test('a line of words over several columns, with no rule below it, leaves what it may change unread', () => {
  const lines = [
    'Larkspur Loan Trust 2003-1',
    '',
    'Property Types of the Mortgage Loans',
    '',
    '                                      W.A. Original Junior',
    'Property Type            Loans     Balance     Rem.    LTV    Ratio',
    '                                                  Term',
    'Detached houses          312    $46,800,000    352    78.20    21.40',
    'Condominiums             104    $11,440,000    349    81.10    24.75',
    'Two to four units         84    $12,180,000    351    74.60    19.90',
    'Total                    500    $70,420,000    351    77.98    21.68',
  ]
  const result = readFiling(Buffer.from(lines.join('\n')), 'invented.txt')
  const [table] = 'report' in result ? result.report.stratifications : []
  expect(table?.columns.map(({ measure }) => measure)).toEqual([
    'loanCount',
    'balanceCents',
    null,
    'waLtvPct',
    null,
  ])
})
