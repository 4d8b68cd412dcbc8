import { describe, expect, test } from 'vitest'
import { headersOf, readOne, textOf } from '../../testing/text-grids.ts'

describe('headers', () => {
  test('are given to the columns they stand over, whatever the order of their lines', () => {
    const grid = readOne(`Mortgage Rates

Range of                          Aggregate     Percent
Mortgage           Number of      Principal     of
Rates (%)              Loans        Balance     Loans
----------------------------------------------------
5.000                     12       1,200.00     60.00
6.000                      5         800.00     40.00`)
    expect(headersOf(grid)).toEqual([
      'Range of Mortgage Rates (%)',
      'Number of Loans',
      'Aggregate Principal Balance',
      'Percent of Loans',
    ])
  })

  test('a single blank apart are cut where the figures are', () => {
    const grid = readOne(`Lien Position

Lien           Balance ($) Loans % of Total Avg Bal ($)
1st             28,703,499   189       47.9     151,870
2nd             31,209,551    93       52.1     335,587`)
    expect(headersOf(grid)).toEqual(['Lien', 'Balance ($)', 'Loans', '% of Total', 'Avg Bal ($)'])
  })

  test('begin the first column where those of a whole line do, however far left of its figures', () => {
    const grid = readOne(`Purposes

                Weighted Average  Percent of  Aggregate
                Months            Pool        Principal
Loan Purpose    to Adjustment     Balance     Balance ($)
Purchase                       2       60.00     1,200.00
Refinance                      2       40.00       800.00
Total                          2      100.00     2,000.00`)
    expect(headersOf(grid)).toEqual([
      'Loan Purpose',
      'Weighted Average Months to Adjustment',
      'Percent of Pool Balance',
      'Aggregate Principal Balance ($)',
    ])
  })

  test('over two columns at once, with a rule of their own, go to both', () => {
    const grid = readOne(`States

                Cut-off Date Pool          Closing
             ----------------------     ------------
State          Loans        Balance            Loans
Utah              12       1,200.00                9
Iowa               5         800.00                4`)
    expect(headersOf(grid)).toEqual([
      'State',
      'Cut-off Date Pool Loans',
      'Cut-off Date Pool Balance',
      'Closing Loans',
    ])
  })

  test('give way to a title that no blank line parts from them', () => {
    const grid = readOne(`        Occupancy of the Loans
Type           Loans        Balance
Owner             12       1,200.00
Other              5         800.00`)
    expect(grid.title.map(textOf)).toEqual(['Occupancy of the Loans'])
    expect(headersOf(grid)).toEqual(['Type', 'Loans', 'Balance'])
  })
})

test('parts header words a blank apart where all lines of the header are blank', () => {
  const grid = readOne(`Lien Position

       Number   Principal Percent          Weighted
           of     Balance of Pool Weighted  Average
Lien    Loans         ($)     (%)  Average   Months
Types     (%) Outstanding Balance (months) Maturity
First      12    1,200.00   60.00   170.00        9
Second      5      800.00   40.00   171.50       11
Total      17    2,000.00  100.00   170.60       10`)
  expect(headersOf(grid)).toEqual([
    'Lien Types',
    'Number of Loans (%)',
    'Principal Balance ($) Outstanding',
    'Percent of Pool (%) Balance',
    'Weighted Average (months)',
    'Weighted Average Months Maturity',
  ])
})

describe('a header of one line, all words a blank apart', () => {
  const rows = 'First 47 12,891,262.37 71.96\nSecond 12 3,022,123.00 28.04\nTotal 59 15,913,385.37 100.00'

  test('goes to labels and columns word by word where there are as many', () => {
    expect(headersOf(readOne(`Lien Position\n\nLien Loans Balance Percent\n${rows}`))).toEqual([
      'Lien',
      'Loans',
      'Balance',
      'Percent',
    ])
  })

  test('is not certain to be any column’s where there are not', () => {
    const grid = readOne(`Lien Position\n\nType of Lien Loans Pool Balance Percent\n${rows}`)
    expect(grid.columns.map(({ header, inDoubt }) => header === '' || inDoubt)).toEqual([true, true, true])
  })
})

test('a header set at the left of its column is not cut behind narrow figures', () => {
  const grid = readOne(`Lien Types

Lien               Number of     % of      Combined LTV    Principal
Position           Loans         Loans     Ratio           Balance
First                  12         70.59           70.10     1,200.00
Second                  5         29.41           91.50       800.00
Total                  17        100.00           78.66     2,000.00`)
  expect(headersOf(grid)).toEqual([
    'Lien Position',
    'Number of Loans',
    '% of Loans',
    'Combined LTV Ratio',
    'Principal Balance',
  ])
})

test('a header of one line with a piece for labels and each column goes to them in their order', () => {
  const grid = readOne(`Original Principal Balances

Original Balance  Aggregate Principal Balance Outstanding ($)  Number of Mortgage Loans
$150,001 - $300,000........ $  10,724,459  576
$300,001 - $450,000........ $  10,187,572  353
Totals..................... $  20,912,031  929`)
  expect(headersOf(grid)).toEqual([
    'Original Balance',
    'Aggregate Principal Balance Outstanding ($)',
    'Number of Mortgage Loans',
  ])
})
