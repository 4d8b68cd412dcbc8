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

test.each([
  ['Stated Income', 'and Verified Assets'],
  ['Stated Income and', 'Verified Assets'],
])('a label goes on below its figures where its words or the next say so: %s / %s', (start, rest) => {
  const rows = read(`Documentation Programs

Documentation             Loans       Balance
Full                         40  4,000,000.00
${start.padEnd(26)}   27  2,700,000.00
${rest}
No Income                     3    300,000.00
Total                        70  7,000,000.00`)
  expect(rows.slice(1, 3)).toEqual([
    'Stated Income and Verified Assets | 27 | 2,700,000.00',
    'No Income | 3 | 300,000.00',
  ])
})

test('a line over labels in small letters is no beginning of one', () => {
  const rows = read(`Loan Purposes

Purpose                   Loans       Balance
---------------------------------------------
First Mortgages
  purchase                   40  4,000,000.00
  refinance                  27  2,700,000.00
Second Mortgages
  purchase                    3    300,000.00
  refinance                   2    200,000.00
Total                        72  7,200,000.00`)
  expect(rows.map(drawn => drawn.split(' | ').slice(0, 2).join(' > '))).toEqual([
    'First Mortgages > purchase',
    'First Mortgages > refinance',
    'Second Mortgages > purchase',
    'Second Mortgages > refinance',
    'Total > 72',
  ])
})

test('a sign in the midst of a label is of the label', () => {
  const rows = read(`Documentation Programs

Documentation of the loans         Loans       Balance
with ratios   > 40%                   40  4,000,000.00
with ratios   < 40%                   27  2,700,000.00
Total                                 67  6,700,000.00`)
  expect(rows[0]).toBe('with ratios > 40% | 40 | 4,000,000.00')
})

test('fields between tabs go by the stops where a field is left out, and tabs at the end of a line part nothing', () => {
  const byStops = read(`Property Types
Type\t\t\tLoans\tSold\tBalance
Condominium\t\t12\t\t1,200.00
Two to Four Family\t7\t2\t900.00
Townhouse\t\t3\t1\t100.00
Total\t\t\t22\t3\t2,200.00`)
  expect(byStops.slice(0, 2)).toEqual([
    'Condominium | 12 |  | 1,200.00',
    'Two to Four Family | 7 | 2 | 900.00',
  ])
  const lines = [
    'Type\tLoans\tBalance\tPercent\t\t\t',
    'A lot of words\t12\t1,200.00\t57.14',
    'B\t7\t900.00\t42.86',
  ]
  const [grid] = findTextGrids(lines, 1, lines.length)
  expect(grid?.columns.map(({ header, inDoubt }) => [header, inDoubt])).toEqual([
    ['Loans', undefined],
    ['Balance', undefined],
    ['Percent', undefined],
  ])
})

test.each([
  ['LOAN BALANCES', ['LOAN BALANCES']],
  ['Some Mortgage Trust                       Series 1998-2', []],
  ['(1) As the borrower told the seller of it.', []],
  ['Balance of all loans: $6,700,000.00', []],
])('what stands alone at the foot of the page before may be a title: %s', (foot, orphan) => {
  const lines = [
    'The loans of the pool were chosen from those that the seller held on the day',
    'of the sale, as the prospectus tells.',
    '',
    foot,
    '',
    '                        S-23',
    '<PAGE>',
    '',
    'Range                    Loans       Balance',
    '0.01 - 50.00                40  4,000,000.00',
    '50.01 - 60.00               27  2,700,000.00',
    'Total                       67  6,700,000.00',
  ]
  const [grid] = findTextGrids(lines, 1, lines.length)
  expect((grid?.orphan ?? []).map(({ text }) => text)).toEqual(orphan)
})

test('a title at the foot of the page before is found past a rule over the header', () => {
  const lines = `The loans of the pool were chosen from those that the seller held on the day.

   BALANCES OF THE LOANS
      AT ORIGINATION

            17
<PAGE>   18

---------------------------------------
Range               Loans       Balance
---------------------------------------
0.01 - 50.00           40  4,000,000.00
50.01 - 60.00          27  2,700,000.00`.split('\n')
  const [grid] = findTextGrids(lines, 1, lines.length)
  expect((grid?.orphan ?? []).map(({ text }) => text)).toEqual(['BALANCES OF THE LOANS', 'AT ORIGINATION'])
})

test('words right below a row, with a blank line below them, end its label', () => {
  const rows = read(`Documentation Programs

Documentation             Loans       Balance

Verified Income              40  4,000,000.00
Verified Assets

Reduced                      27  2,700,000.00

Total                        67  6,700,000.00`)
  expect(rows.slice(0, 2)).toEqual([
    'Verified Income Verified Assets | 40 | 4,000,000.00',
    'Reduced | 27 | 2,700,000.00',
  ])
})

test.each([
  ['with tabs', 'Loans for the Purchase of Homes\t\t'],
  ['without', 'Loans for the Purchase of Homes'],
])('words between rows of fields part no table, however much longer than its labels, %s', (_, words) => {
  const rows = read(`Property Types

Type\tLoans\tBalance
Condominium\t12\t1,200.00
${words}
Condominium\t7\t900.00
Townhouse\t3\t300.00
Total\t22\t2,400.00`)
  expect(rows).toHaveLength(4)
  expect(rows[0]).toBe('Condominium | 12 | 1,200.00')
})

test('words in brackets below a label end it, and head rows where several are', () => {
  const lines = (...labels: string[]) =>
    labels.map((label, order) => `${label.padEnd(26)}${10 + order}    ${1 + order},000.00`).join('\n')
  const over = 'Types\n\nType                   Loans     Balance\n'
  const rows = (...inner: string[]) => `${over}${lines('House')}\nPlanned Unit
${lines(...inner, 'Condominium', 'Cooperative', 'Duplex')}`
  expect(read(rows('(old and new)'))[1]).toBe('Planned Unit (old and new) | 10 | 1,000.00')
  expect(read(rows('  (old)', '  (new)')).slice(1, 3)).toEqual([
    'Planned Unit | (old) | 10 | 1,000.00',
    'Planned Unit | (new) | 11 | 2,000.00',
  ])
})

test('lines of several pieces at the top of a page run over every page, where the header names the split', () => {
  const rows = `Score                      Loans       Balance
600 - 699                     40  4,000,000.00
700 - 799                     27  2,700,000.00`
  const titleOf = (text: string) => {
    const lines = text.split('\n')
    const [grid] = findTextGrids(lines, 1, lines.length)
    const textsOf = (cells: readonly { text: string }[] = []) => cells.map(({ text: words }) => words)
    return { title: textsOf(grid?.title), headings: textsOf(grid?.headings) }
  }
  const head = 'ALDER BANK            Fixed Rate Program\nABT 2004-2            Group 1 Loans'
  expect(titleOf(`<PAGE>\n${head}\n\n${rows}`)).toEqual({
    title: [],
    headings: ['ALDER BANK Fixed Rate Program', 'ABT 2004-2 Group 1 Loans'],
  })
  expect(titleOf(`\n${head}\n\n${rows}`).title).toHaveLength(2)
  expect(titleOf(`<PAGE>\nABT 2004-2       Group 1\nCredit Scores\n\n${rows}`).title).toHaveLength(2)
  const bare = rows.replace('Score', '     ')
  expect(titleOf(`<PAGE>\n${head}\n\n${bare}`).title).toHaveLength(2)
})
