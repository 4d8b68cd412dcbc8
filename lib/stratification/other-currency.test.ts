import { expect, test } from 'vitest'
import { readFiling } from '../read-filing.ts'
import { currencyIn, currencyInProse } from './other-currency.ts'

test.each([
  ['Balance (£)', 'pounds'],
  ['€ 1,000,000', 'euros'],
  ['Balance (EUR)', 'euros'],
  ['A$60,000', 'Australian dollars'],
  ['Cdn$ 25,000', 'Canadian dollars'],
  ['Outstanding Balance (JPY)', 'yen'],
  ['$60,000', null],
  ['US$60,000', null],
  ['Over 33,000 pounds', null],
  ['Sterling Savings', null],
  ['Grade C $1,000', null],
  ['Six-month EURIBOR', null],
])('%s is in %s', (text, currency) => {
  expect(currencyIn(text)).toBe(currency)
})

test.each([
  ['All amounts are in pounds sterling.', 'pounds'],
  ['Dollar amounts in this document are stated in Canadian dollars, rounded.', 'Canadian dollars'],
  ['The Class B notes are denominated in euros; amounts paid on them are in dollars.', null],
  ['Balances are in thousands.', null],
])('prose tells of all amounts: %s', (line, currency) => {
  expect(currencyInProse(line)).toBe(currency)
})

const table = (sign: string, header: string, prose = '') => `MORTGAGE POOL
${prose}

                    Number
Occupancy         of Loans   ${header.padStart(12)}       Percent
Primary                 60   ${`${sign}600,000`.padStart(12)}         60.00
Investor                40   ${'400,000'.padStart(12)}         40.00
Total                  100   ${`${sign}1,000,000`.padStart(12)}        100.00
`

const read = (text: string) => {
  const result = readFiling(Buffer.from(text), 'pool')
  return 'report' in result ? result.report : null
}

test.each([
  ['signs of figures', table('£', 'Balance')],
  ['a header', table('', 'Balance (€)')],
  ['prose', table('', 'Balance', 'All balances are in Canadian dollars.')],
])('a table in another currency is none of dollars, by %s', (_, text) => {
  expect(read(text)?.stratifications).toEqual([])
  expect(read(text)?.otherTables.map(({ kind }) => kind)).toEqual(['other-currency'])
})

test('a table without amounts is read whatever prose says of them', () => {
  const text = table('', 'Balance', 'All balances are in Canadian dollars.')
  const counts = text.replace(/^(.{29}).{12}/gm, '$1')
  expect(read(counts.replace('All b', `${' '.repeat(12)}All b`))?.stratifications).toMatchObject([
    { dimension: 'occupancy' },
  ])
})

test('a table in dollars is read', () => {
  expect(read(table('$', 'Balance'))?.stratifications.map(({ dimension }) => dimension)).toEqual([
    'occupancy',
  ])
})
