import { describe, expect, test } from 'vitest'
import { joinParts } from '../grid/join-parts.ts'
import { findTextGrids } from '../grid/text/find-text-grids.ts'
import { readStratifications } from './index.ts'

function read(text: string) {
  const lines = text.split('\n')
  const { value, issues } = readStratifications(joinParts(findTextGrids(lines, 1, lines.length)))
  return { ...value, issues }
}

const measuresOf = (text: string) => read(text).stratifications[0]?.columns.map(({ measure }) => measure)

describe('columns', () => {
  test('two percents with the same words are told apart by what they are shares of', () => {
    expect(
      measuresOf(`Occupancy

Type       Loans    Percent of Loans        Balance    Percent of Loans
Owner         30               75.00       6,000.00               60.00
Investor      10               25.00       4,000.00               40.00
Total         40              100.00      10,000.00              100.00`),
    ).toEqual(['loanCount', 'countPct', 'balanceCents', 'balancePct'])
  })

  test('with no known header stay, without a measure and with an issue', () => {
    const { stratifications, issues } = read(`Occupancy

Type       Loans        Balance    Moons
Owner         30       6,000.00        4
Investor      10       4,000.00        7
Total         40      10,000.00       11`)
    expect(stratifications[0]?.columns[2]).toMatchObject({ measure: null, header: 'Moons', unit: null })
    expect(issues.map(({ code }) => code)).toEqual(['column-is-not-understood'])
  })

  test('go by the order of their headers when the rows stand shifted against them', () => {
    expect(
      measuresOf(`Documentation Programs

                    Percent of          Aggregate       Number of
Type of Program          Loans  Principal Balance  Mortgage Loans

                  Full                    75.00%            $ 6,000.00              30
                  Reduced                 25.00%            $ 2,000.00              10
                  Total                  100.00%            $ 8,000.00              40`),
    ).toEqual(['countPct', 'balanceCents', 'loanCount'])
  })

  test('of whole numbers that add up to no hundred are no shares', () => {
    expect(
      measuresOf(`Occupancy

Type       Principal Balance    Percent of Pool
Owner           6,000,000.00                 30
Investor        4,000,000.00                 27
Total          10,000,000.00                 57`),
    ).toEqual(['balanceCents', null])
  })

  test('with a $ are never a count, and with a % nothing but a percent', () => {
    expect(
      read(`Occupancy

Type       Number of Loans    Principal Balance
Owner               $6,000               75.00%
Investor            $2,000               25.00%
Total               $8,000              100.00%`).stratifications,
    ).toEqual([])
  })

  test('without any header are named by their sums', () => {
    expect(
      measuresOf(`Occupancy

Type       Number of Loans
Owner                   30       $6,000.00       60.00%
Investor                10       $4,000.00       40.00%
Total                   40      $10,000.00      100.00%`),
    ).toEqual(['loanCount', 'balanceCents', 'balancePct'])
  })
})

describe('a header that is but the name of what is lent', () => {
  const print = (sign: string, total: string) => `Account Balances

Range                Number of Accounts    % of Accounts        ${' '.repeat(sign.length)}Receivables    % of Receivables
$0.01 to $5,000.00               30,000            75.00      ${sign}60,000,000.00               60.00
$5,000.01 or More                10,000            25.00       ${' '.repeat(sign.length)}40,000,000.00              40.00
Total                            40,000           100.00     ${sign}${total}              100.00`

  test('stands over dollars where they have their sign and add up', () => {
    expect(measuresOf(print('$', '100,000,000.00'))).toEqual([
      'loanCount',
      'countPct',
      'balanceCents',
      'balancePct',
    ])
  })

  test.each([
    ['without a sign', '', '100,000,000.00'],
    ['that do not add up', '$', '900,000,000.00'],
  ])('tells nothing over figures %s', (_, sign, total) => {
    expect(measuresOf(print(sign, total))?.[2]).toBeNull()
  })
})

describe('a header that its figures belie', () => {
  test('gives no measure: a share over figures that add up to more than a hundred', () => {
    expect(
      measuresOf(`Occupancy

Type       % of Loans    % of the Balance
Owner             300               75.00
Investor          100               25.00
Total             400              100.00`),
    ).toEqual([null, 'balancePct'])
  })

  test('gives no measure: a ratio over scores, and scores over months', () => {
    expect(
      measuresOf(`Occupancy

Type       Loans     % of Pool     WA DTI     WA FICO
Owner         30         75.00        703           4
Investor      10         25.00        698           0
Total         40        100.00        701           4`),
    ).toEqual(['loanCount', 'countPct', null, null])
  })

  test('gives no measure: a balance over figures that add up to 100.00', () => {
    expect(
      measuresOf(`Occupancy

Type            Loans             Balance
Owner              30               75.00
Investor           10               25.00
Total              40              100.00`),
    ).toEqual(['loanCount', null])
  })
})

describe('values', () => {
  const source = `Occupancy

Type       Loans        Balance    FICO
Owner         30       6,000.00     700
Investor       -       4,00.000       -
Second       N/A           0.00     N/A
Total         30      10,000.00     700`

  test('that cannot be read are null and raise an issue at their place', () => {
    const { stratifications, issues } = read(source)
    expect(stratifications[0]?.buckets[1]?.values).toEqual({
      loanCount: 0,
      balanceCents: null,
      waCreditScore: null,
    })
    expect(issues).toMatchObject([{ code: 'value-is-not-readable', at: { line: 5, start: 24, end: 32 } }])
  })

  test('that are not available are null without one', () => {
    expect(read(source).stratifications[0]?.buckets[2]?.values.loanCount).toBeNull()
  })

  test.each(['N/A', 'n/a', 'NA', 'n.a.', 'NAP', 'NM', '–'])(
    'are not available where %s is printed',
    missing => {
      const { stratifications, issues } = read(`Credit Scores

Score         Loans        Balance    Average LTV
650 - 699        30       6,000.00           70.1
None             10       4,000.00    ${missing.padStart(11)}
Total            40      10,000.00           70.1`)
      expect(stratifications[0]?.buckets.map(({ values }) => values.waLtvPct)).toEqual([70.1, null])
      expect(issues).toEqual([])
    },
  )
})

describe('a table', () => {
  const table = (title: string, stub: string) => `${title}

${stub.padEnd(20)}Loans        Balance    % of Pool
First                  30       6,000.00        60.00
Second                 10       4,000.00        40.00
Total                  40      10,000.00       100.00`

  test('of no known dimension is kept under its title', () => {
    const { stratifications, issues } = read(table('Flood Zones', 'Zone'))
    expect(stratifications).toMatchObject([{ id: 'table-1', dimension: null, title: 'Flood Zones' }])
    expect(issues.map(({ code }) => code)).toEqual(['title-is-not-a-known-dimension'])
  })

  test('takes the dimension of its stub when the title names none', () => {
    expect(read(table('Further Characteristics', 'Lien Position')).stratifications[0]?.dimension).toBe(
      'lien-position',
    )
  })

  test('takes no dimension from the name of its loan group while its title names another', () => {
    const [only] = read(table('Loan Programs in Fixed Rate Loans', 'Program')).stratifications
    expect(only?.dimension).toBe('loan-program')
  })

  test('is numbered when its dimension repeats, and prefixed by its loan group', () => {
    const twice = `${table('Lien Position', 'Lien')}\n\n${table('Lien Position', 'Lien')}`
    const grouped = `${table('Lien Position in Loan Group 2', 'Lien')}`
    expect(read(`${twice}\n\n${grouped}`).stratifications.map(({ id }) => id)).toEqual([
      'lien-position',
      'lien-position-2',
      'loan-group-2--lien-position',
    ])
  })

  test('stays in the loan group of the last heading until another heading', () => {
    const text = [
      'GROUP II',
      table('Lien Position', 'Lien'),
      table('Purpose', 'Purpose'),
      'TOTAL POOL',
      table('Purpose', 'Purpose'),
    ]
    expect(read(text.join('\n\n')).stratifications.map(({ loanGroup }) => loanGroup)).toEqual([
      'GROUP II',
      'GROUP II',
      null,
    ])
  })

  test('whose rows do not add up is read when title and totals tell what it is', () => {
    expect(read(table('Purpose', 'Purpose').replace('6,000.00', '6,500.00')).stratifications).toHaveLength(1)
  })

  test.each([
    ['classes', 'Class Balances', 'Class'],
    ['delinquencies', 'Delinquency Status', 'Status'],
    ['prepayments', 'Balances at 125% PSA', 'Date'],
    ['prices', 'Price and Yield', 'Price'],
  ])('of %s is no stratification, and says so', (kind, title, stub) => {
    const { stratifications, otherTables } = read(table(title, stub))
    expect(stratifications).toEqual([])
    expect(otherTables).toMatchObject([{ kind, title }])
  })

  test('whose sums split nothing is no stratification', () => {
    const { stratifications, otherTables } = read(`Largest Loans

Name                  Number of Loans        Balance
First                              30       6,000.00
Second                             10       4,000.00`)
    expect(stratifications).toEqual([])
    expect(otherTables).toHaveLength(1)
  })

  test('reads states as codes and ranges in the unit of its dimension', () => {
    const text = table('Geographic Distribution', 'State')
      .replace('First ', 'Utah  ')
      .replace('Second', 'Other ')
    expect(read(text).stratifications[0]?.buckets.map(({ code }) => code)).toEqual(['UT', 'other'])
    const ltv = table('Original Loan-to-Value Ratios', 'Ratio')
      .replace('First ', '<= 60 ')
      .replace('Second', '60.01+')
    expect(read(ltv).stratifications[0]?.buckets.map(({ range }) => [range?.low, range?.high])).toEqual([
      [null, 60],
      [60.01, null],
    ])
  })
})
