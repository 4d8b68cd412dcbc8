import { expect, test } from 'vitest'
import { scanLines } from './scan-lines.ts'

/** The label side, then each figure, as `label | figure | figure`. */
function take(line: string): string | null {
  const [row] = scanLines([line], 0, 1).rows
  if (row === undefined) return null
  return [line.slice(row.from, row.to), ...row.atoms.map(atom => line.slice(atom.start, atom.end))].join(
    ' | ',
  )
}

test.each([
  [
    'Oregon                  268         $ 113,346,210.62       50.35%',
    'Oregon | 268 | 113,346,210.62 | 50.35',
  ],
  ['                        553         $ 225,112,214.21      100.00%', ' | 553 | 225,112,214.21 | 100.00'],
  ['Oregon ............... 268   $113,346,210.62   50.35 %', 'Oregon | 268 | 113,346,210.62 | 50.35'],
  ['Oregon.................268   113,346,210   50.35', 'Oregon | 268 | 113,346,210 | 50.35'],
  ['Oregon\t268\t$113.00\t50.35%', 'Oregon | 268 | 113.00 | 50.35'],
  ['6.125       3     1,402,200.00     0.62', ' | 6.125 | 3 | 1,402,200.00 | 0.62'],
  ['50.00 and Below     47   22,255,464.34   9.89', '50.00 and Below | 47 | 22,255,464.34 | 9.89'],
  ['60.01 to 65.00 35 15,001,456.40 6.66', '60.01 to 65.00 | 35 | 15,001,456.40 | 6.66'],
  ['$150,000 -   $200,000    13   2,236,258.65   0.99', '$150,000 -   $200,000 | 13 | 2,236,258.65 | 0.99'],
  ['$750,001-  $1,000,000     5   4,199,960.40   1.87', '$750,001-  $1,000,000 | 5 | 4,199,960.40 | 1.87'],
  ['$ 0.01 to $ 5,000.00      5   4,199,960.40   1.87', '$ 0.01 to $ 5,000.00 | 5 | 4,199,960.40 | 1.87'],
  ['5.001% - 5.499%     13   2,236,258.65   0.99', '5.001% - 5.499% | 13 | 2,236,258.65 | 0.99'],
  ['<= 20.00     13   2,236.65   0.99', '<= 20.00 | 13 | 2,236.65 | 0.99'],
  ['b.      0 - 500     13   2,236.65   0.99', 'b.      0 - 500 | 13 | 2,236.65 | 0.99'],
  ['Over $1,000,000     2   2,236,258.65   0.99', 'Over $1,000,000 | 2 | 2,236,258.65 | 0.99'],
  ['800 +     2   2,236,258.65   0.99', '800 + | 2 | 2,236,258.65 | 0.99'],
  ['Reduced 2(2)     27   9,560,788.91   4.25', 'Reduced 2(2) | 27 | 9,560,788.91 | 4.25'],
  ['Reduced     27   9,560,788.91   4.25%(1)', 'Reduced | 27 | 9,560,788.91 | 4.25'],
  ['Balloon     -      -     0.00', 'Balloon | - | - | 0.00'],
  ['Balloon     0   (5.00)     N/A', 'Balloon | 0 | (5.00) | N/A'],
  ['70.01 to 80.00   80,123   21.40   > 70.0   6.125', '70.01 to 80.00 | 80,123 | 21.40 | > 70.0 | 6.125'],
])('takes the figures off “%s”', (line, taken) => {
  expect(take(line)).toBe(taken)
})

test.each([
  'The agreement is dated as of September 1, 2002',
  'Original Loan-to-Value Ratios(1)(2)',
  'Mortgage Rates(%)',
  'Loan                    Number of       Principal',
  'Credit Score        0 - 60    60.01 - 80    80.01 - 100',
  'Item 5.  Other Events.',
])('finds no row in “%s”', line => {
  expect(take(line)).toBeNull()
})
