import { describe, expect, test } from 'vitest'
import { findTextGrids } from '../text/find-text-grids.ts'

/** The labels of each table of a text, in the order they are read. */
function labelsOf(text: string): string[][] {
  const lines = text.split('\n').slice(1)
  const grids = [...findTextGrids(lines, 1, lines.length)]
  return grids.map(({ rows }) => rows.map(({ label }) => label?.text ?? ''))
}

describe('tables side by side', () => {
  test('are told by the same header on both sides', () => {
    const text = `
State        Loans     Balance     Purpose      Loans     Balance
Ohio            12   1,200,000     Purchase        10     900,000
Utah             8     800,000     Refinance       10   1,100,000`
    expect(labelsOf(text)).toEqual([
      ['Ohio', 'Utah'],
      ['Purchase', 'Refinance'],
    ])
  })

  test('are told by a total on both sides, one table being longer', () => {
    const text = `
Lien         #         Amount     Purpose      Count     Principal
First           12   1,200,000    Purchase        10       900,000
Second           8     800,000    Refinance        6       600,000
Total           20   2,000,000    Construction     4       500,000
                                  Total           20     2,000,000`
    expect(labelsOf(text)).toEqual([
      ['First', 'Second', 'Total'],
      ['Purchase', 'Refinance', 'Construction', 'Total'],
    ])
  })

  test('are told by sums on both sides', () => {
    const text = `
Lien             #         Pct     Purpose      Count       Share
First           12       60.00     Purchase        10       45.00
Second           8       40.00     Refinance       10       55.00`
    expect(labelsOf(text)).toEqual([
      ['First', 'Second'],
      ['Purchase', 'Refinance'],
    ])
  })

  test('are told where labels on the right are figures alone', () => {
    const text = `
Rate (%)     Loans     Balance     Months       Loans     Balance
6.250           12   1,200,000     360             10     900,000
6.500            8     800,000     240             10   1,100,000
                20   2,000,000                     20   2,000,000`
    expect(labelsOf(text)).toEqual([
      ['6.250', '6.500', ''],
      ['360', '240', ''],
    ])
  })

  test('may be of three', () => {
    const text = `
Lien    Loans        %   |   Term   Loans        %   |   Use       Loans        %
First      12    60.00   |   360       10    45.00   |   Home          5    20.00
Second      8    40.00   |   180       10    55.00   |   Rented       15    80.00
Total      20   100.00   |   Total     20   100.00   |   Total        20   100.00`
    expect(labelsOf(text)).toEqual([
      ['First', 'Second', 'Total'],
      ['360', '180', 'Total'],
      ['Home', 'Rented', 'Total'],
    ])
  })

  test('may be of three of which the last is the longest and has ranges for labels', () => {
    const text = `
Grade       Pct      Loans     Year               Pct      Loans     Ratio              Pct      Loans
A         40.00          8     1997 and before  50.00         10     10.00 - 19.99    10.00          2
B         20.00          4     1998             40.00          8     20.00 - 29.99    15.00          3
C         20.00          4     1999              5.00          1     30.00 - 39.99    15.00          3
D         15.00          3     2000              5.00          1     40.00 - 49.99    30.00          6
E          5.00          1                     ======      =====     50.00 - 59.99    10.00          2
        =======    =======                     100.00         20     60.00 - 69.99    20.00          4
         100.00         20                                           ======      =====
                                                                                     100.00         20`
    expect(labelsOf(text)).toEqual([
      ['A', 'B', 'C', 'D', 'E', ''],
      ['1997 and before', '1998', '1999', '2000', ''],
      [
        '10.00 - 19.99',
        '20.00 - 29.99',
        '30.00 - 39.99',
        '40.00 - 49.99',
        '50.00 - 59.99',
        '60.00 - 69.99',
        '',
      ],
    ])
  })
})

describe('one table', () => {
  test('with a column of words stays whole', () => {
    const text = `
Loan ID     Original    Current     Property            Original   Current
            Balance     Balance     Type                Rate       Rate
1001        120,000     119,000     Single Family       6.500      6.250
1002        150,000     148,000     Condominium         6.750      6.500
1003        210,000     209,000     Townhouse           7.000      7.000`
    expect(labelsOf(text)).toHaveLength(1)
  })

  test('of groups beside each other, with the labels once, stays whole', () => {
    const text = `
State         Number   Percent   Average       Number   Percent   Average
Ohio             100     50.00   100,000           20     20.00    90,000
Utah             100     50.00   120,000           80     80.00    95,000
Total            200    100.00   110,000          100    100.00    94,000`
    expect(labelsOf(text)).toEqual([['Ohio', 'Utah', 'Total']])
  })

  test('of pairs of names and figures stays whole', () => {
    const text = `
Number of Loans        400     Average Score         691
Total Balance   61,204,000     Average LTV         74.11
Average Balance    153,010     Average Rate         6.50`
    expect(labelsOf(text)).toHaveLength(1)
  })
})
