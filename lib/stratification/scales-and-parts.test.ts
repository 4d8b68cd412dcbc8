import { describe, expect, test } from 'vitest'
import { joinParts } from '../grid/join-parts.ts'
import { findTextGrids } from '../grid/text/find-text-grids.ts'
import { readStratifications } from './index.ts'

function read(text: string) {
  const lines = text.split('\n')
  const { value, issues } = readStratifications(joinParts(findTextGrids(lines, 1, lines.length)))
  return { ...value, issues: issues.map(({ code }) => code) }
}

const totalOf = (text: string) => read(text).stratifications[0]?.total?.values

describe('the scale of figures', () => {
  const table = (title: string, balance: string, rows: string) => `${title}

Type             Number of Loans    ${balance}    Percent of Balance
${rows}`
  const rows = `Owner Occupied               100              12,000                 60.00
Investor                      60               8,000                 40.00
Total                        160              20,000                100.00`

  test.each<[string, string, number]>([
    ['Occupancy (Dollars in Thousands)', 'Principal Balance', 2_000_000_000],
    ['Occupancy ($000s)', 'Principal Balance', 2_000_000_000],
    ['Occupancy of the Mortgage Loans (in thousands)', 'Principal Balance', 2_000_000_000],
    ['Occupancy (in thousands, except number of loans)', 'Principal Balance', 2_000_000_000],
    ['Occupancy', 'Balance ($000)   ', 2_000_000_000],
  ])('is told by words: %s, %s', (title, header, balanceCents) => {
    expect(totalOf(table(title, header, rows))).toMatchObject({ loanCount: 160, balanceCents })
  })

  test.each<[string, string, object]>([
    ['dollars', 'Occupancy (Dollars in Millions)', { loanCount: 40_000, balanceCents: 600_000_000_000 }],
    ['loans', 'Occupancy (Accounts in Thousands, Dollars in Thousands)', { loanCount: 40_000 }],
  ])('of %s makes sizes and forms of them that would be none as printed', (what, title, whole) => {
    const [some, others, all] = what === 'loans' ? ['25.5', '14.5', '40.0'] : ['25,500', '14,500', '40,000']
    const text = `${title}

Type             Number of Loans    Principal Balance    Percent of Balance
Owner Occupied            ${some}              3,600.0                 60.00
Investor                  ${others}              2,400.0                 40.00
Total                     ${all}              6,000.0                100.00`
    expect(totalOf(text)).toMatchObject(whole)
  })

  test.each([
    ['Original Balance', '($000s)', 'originalBalanceCents', '12,600', '8,400', '21,000', 2_100_000_000],
    ['Credit Limit', "($000's)", 'creditLimitCents', '30,000', '19,000', '49,000', 4_900_000_000],
    ['Average Balance', '($000)', 'averageBalanceCents', '120.0', '133.3', '125.0', 12_500_000],
  ])(
    'of one column alone is told by its own header and size: %s',
    (words, scale, measure, a, b, all, value) => {
      const text = `Occupancy

                                    ${words.padStart(16)}       Principal    Percent of
Type             Number of Loans    ${scale.padStart(16)}     Balance ($)       Balance
----------------------------------------------------------------------------------------
Owner Occupied               100    ${a.padStart(16)}      12,000,000         60.00
Investor                      60    ${b.padStart(16)}       8,000,000         40.00
Total                        160    ${all.padStart(16)}      20,000,000        100.00`
      expect(totalOf(text)).toMatchObject({ balanceCents: 2_000_000_000, [measure]: value })
    },
  )

  test.each([
    ['(Accounts and Dollars in Thousands)'],
    ['(Dollars and Accounts in Thousands)'],
    ['(Accounts, Dollars in Thousands)'],
    ['(All amounts and number of accounts in thousands)'],
    ["(Accounts & Balances in 000's)"],
  ])('of a list is that of all that it names: %s', line => {
    const table = [
      'Occupancy',
      line,
      '',
      'Type             Number of Loans    Principal Balance    Percent of Balance',
      'Owner Occupied            25                3,600                 60.00',
      'Investor                  15                2,400                 40.00',
      'Total                     40                6,000                100.00',
    ].join('\n')
    const scaled = { loanCount: 40_000, balanceCents: 600_000_000 }
    expect(totalOf(table)).toMatchObject(scaled)
    const apart = table.replace(`Occupancy\n${line}`, `Occupancy\n\n${line}`)
    expect(totalOf(apart)).toMatchObject(scaled)
    expect(read(apart).stratifications[0]?.title).toBe('Occupancy')
  })

  test('is of counts too where a list says so, and of no loan group', () => {
    const table = `Occupancy (Dollars in Thousands, Loans in Units)

Type             Number of Loans    Principal Balance    Percent of Balance
Owner Occupied            25                3,600                 60.00
Investor                  15                2,400                 40.00
Total                     40                6,000                100.00`
    expect(totalOf(table)).toMatchObject({ loanCount: 40, balanceCents: 600_000_000 })
    expect(read(table).stratifications[0]?.loanGroup ?? null).toBeNull()
  })

  test('of a small pool is told by the table itself', () => {
    const small = `Occupancy (in thousands)

Type                  Principal Balance    Percent of Balance
Owner Occupied                      300                 60.00
Investor                            200                 40.00
Total                               500                100.00`
    expect(totalOf(small)).toMatchObject({ balanceCents: 50_000_000 })
  })

  describe('told by the title of another table', () => {
    const first = (title: string, total: string) =>
      `${title}

Type                  Principal Balance    Percent of Balance
Owner Occupied                  240,000                 60.00
Investor                        160,000                 40.00
Total                           ${total}                100.00

`
    const second = (a: string, b: string, all: string) => `Lien Position

Lien             Number of Loans    Principal Balance    Percent of Balance
First                        900    ${a.padStart(17)}                 75.00
Second                       300    ${b.padStart(17)}                 25.00
Total                      1,200    ${all.padStart(17)}                100.00`
    const balances = (text: string) =>
      read(text).stratifications.map(({ total }) => total?.values.balanceCents)

    test('is none of a table that prints full dollars', () => {
      const text =
        first('Occupancy (in thousands)', '400,000') + second('300,000,000', '100,000,000', '400,000,000')
      expect(balances(text)).toEqual([40_000_000_000, 40_000_000_000])
    })
    test('is that of a table that comes to the same total', () => {
      const text = first('Occupancy (in thousands)', '400,000') + second('300,000', '100,000', '400,000')
      expect(balances(text)).toEqual([40_000_000_000, 40_000_000_000])
    })
    test('is that of a table that comes to the same total, whatever size its loans are', () => {
      const text = first('Occupancy (in thousands)', '400,000') + second('300,000', '100,000', '400,000')
      for (const [some, others, all] of [
        ['9', '3', '12'],
        ['900,000', '300,000', '1,200,000'],
      ] as const) {
        const counts = (line: string, from: string, to: string) =>
          line.replace(from.padStart(11), to.padStart(11))
        const other = counts(counts(counts(text, '900', some), '300', others), '1,200', all)
        expect(balances(other)).toEqual([40_000_000_000, 40_000_000_000])
      }
    })
    test('is not certain of one that may print either', () => {
      const text =
        first('Occupancy (in thousands)', '400,000') + second('3,000,000', '1,000,000', '4,000,000')
      expect(balances(text)).toEqual([40_000_000_000, undefined])
      expect(read(text).issues).toContain('scale-is-not-certain')
    })
    test('is not certain of one without loans whose dollars are those of no pool', () => {
      const text =
        first('Occupancy (in thousands)', '400,000') +
        first('Lien Position', '410,000').replace('240,000', '250,000')
      expect(balances(text)).toEqual([40_000_000_000, undefined])
    })
  })

  test('of dollars in a header is none of the loans that it counts', () => {
    const text = `Occupancy

Type             Balance ($000) Number of Loans    Percent of Loans
Owner Occupied                              100               62.50
Investor                                     60               37.50
Total                                       160              100.00`
    expect(totalOf(text)?.loanCount).toBe(160)
  })

  test('is not believed where a pool would come to more than any', () => {
    const text = `Occupancy

Type             Principal Balance (MM)    Percent of Balance
Owner Occupied            24,000,000.00                 60.00
Investor                  16,000,000.00                 40.00
Total                     40,000,000.00                100.00`
    expect(totalOf(text)?.balanceCents ?? null).not.toBe(4e15)
  })

  test('is not believed where a loan would come to more than any', () => {
    const inDollars = rows.replaceAll('12,000', '12,000,000').replaceAll(' 8,000', ' 8,000,000')
    const text = table(
      'Occupancy (Dollars in Millions)',
      'Principal Balance',
      inDollars.replace('20,000 ', '20,000,000 '),
    )
    expect(totalOf(text)?.balanceCents).toBe(2_000_000_000)
  })

  test('of terms in years makes months of them', () => {
    const { stratifications, issues } = read(`Occupancy

                 Number of     Principal      Percent of    Remaining
Type                 Loans       Balance         Balance    Term (Years)
Owner Occupied         100    12,000,000           60.00           29.50
Investor                60     8,000,000           40.00           28.25
Total                  160    20,000,000          100.00           29.00`)
    expect(stratifications[0]?.buckets.map(({ values }) => values.waRemainingTermMonths)).toEqual([354, 339])
    expect(stratifications[0]?.columns[3]?.scale).toBe(12)
    expect(issues).toEqual([])
  })

  test('of terms said to be in years, printed in months, is left open', () => {
    const { stratifications, issues } = read(`Occupancy

                 Number of     Principal      Percent of    Remaining
Type                 Loans       Balance         Balance    Term (Years)
Owner Occupied         100    12,000,000           60.00             354
Investor                60     8,000,000           40.00             339
Total                  160    20,000,000          100.00             348`)
    expect(stratifications[0]?.columns[3]?.measure).toBeNull()
    expect(issues).toEqual(['scale-is-not-certain'])
  })

  test('of labels is that under which rows lie in their ranges', () => {
    const ranges = (first: string, second: string) => `Principal Balances ($000s)

Range             Number of Loans    Balance    Percent of Balance
${first}               100      4,000                 25.00
${second}              160     12,000                 75.00
Total                         260     16,000                100.00`
    const endsOf = (text: string) => read(text).stratifications[0]?.buckets.map(({ range }) => range?.high)
    expect(endsOf(ranges('0.01 - 50.00   ', '50.01 - 100.00 '))).toEqual([5_000_000, 10_000_000])
    expect(endsOf(ranges('0.01 - 50,000  ', '50,001 - 100,000'))).toEqual([5_000_000, 10_000_000])
  })
})

describe('parts of a pool', () => {
  test('listed without a total are read where all rows give one pool', () => {
    const list = (share: string) => `Zip Codes (Top 3)

Zip Code    Number of Loans         Balance    Percent of Balance
92503                    12    2,331,631.19                  1.22
90805                    11    2,185,757.71                  ${share}
33025                    11    1,727,796.56                  0.90`
    expect(read(list('1.14')).stratifications.map(({ dimension }) => dimension)).toEqual(['postal-code'])
    expect(read(list('4.14')).stratifications).toEqual([])
  })

  test('counted under a noun of the filing’s own are loans, by what one comes to', () => {
    const counted = (noun: string, each: string) => `Occupancy

Type       Number of ${noun}    Principal Balance    Percent of Balance
Owner                     100         ${each},000,000                 60.00
Investor                   60          ${each === '12' ? 8 : 1},000,000                 40.00
Total                     160         ${each === '12' ? 20 : 4},000,000                100.00`
    expect(totalOf(counted('HEMs', '12'))).toMatchObject({ loanCount: 160 })
    expect(totalOf(counted('units', '12'))).not.toHaveProperty('loanCount')
  })
})
