import { expect, test } from 'vitest'
import { findTextGrids } from './find-text-grids.ts'

function read(text: string) {
  const lines = text.split('\n')
  return [...findTextGrids(lines, 1, lines.length)].map(({ columns, rows }) => ({
    headers: columns.map(({ header }) => header),
    rows: rows.map(({ label, cells }) => [label, ...cells].map(cell => cell?.text ?? '').join(' | ')),
  }))
}

test.each([
  [
    'first',
    `Occupancy

              Average    Number       Principal
Use           Balance     Loans         Balance
Primary                      60    6,000,000.00
Investor    $ 100,000        30    3,000,000.00
Second                       10    1,000,000.00
Total                       100   10,000,000.00`,
    'Average Balance',
    ['Primary |  | 60', 'Investor | 100,000 | 30', 'Second |  | 10', 'Total |  | 100'],
  ],
  [
    'between others',
    `Occupancy

             Number            Principal
Use           Loans   FICO       Balance
Primary          60         6,000,000.00
Investor         30    712  3,000,000.00
Second           10         1,000,000.00
Total           100        10,000,000.00`,
    'FICO',
    ['Primary | 60 | ', 'Investor | 30 | 712', 'Second | 10 | ', 'Total | 100 | '],
  ],
])('a column that one row fills stands %s', (_, text, header, starts) => {
  const [table] = read(text)
  expect(table?.headers).toContain(header)
  expect(table?.rows.map((row, order) => row.startsWith(starts[order] ?? ''))).toEqual(starts.map(() => true))
})

test('a figure near the words of a label stays in it, and one that stands in two columns draws none', () => {
  const [table] = read(`Programs

Program              Loans       Balance
2/28 LIB6M              60    600,000.00
Fixed                   30    300,000.00
3/27 LIB6M - IO  60     10    100,000.00
Total                  100  1,000,000.00`)
  expect(table?.headers).toEqual(['Loans', 'Balance'])
  expect(table?.rows[2]).toBe('3/27 LIB6M - IO 60 | 10 | 100,000.00')
})
