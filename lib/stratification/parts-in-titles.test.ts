import { expect, test } from 'vitest'
import { readFiling } from '../read-filing.ts'

const table = (title: string, loans: readonly [number, number]) => `${title}

                  Number of        Aggregate        % of
Credit Score          Loans          Balance     Balance
--------------------------------------------------------
620 - 679        ${`${loans[0]}`.padStart(10)}   ${`$${loans[0]},000.00`.padStart(14)}       50.00%
680 - 739        ${`${loans[1]}`.padStart(10)}   ${`${loans[1]},000.00`.padStart(14)}       50.00
--------------------------------------------------------
Total            ${`${loans[0] + loans[1]}`.padStart(10)}   ${`$${loans[0] + loans[1]},000.00`.padStart(14)}      100.00%
`

const groups = (...tables: string[]) => {
  const result = readFiling(Buffer.from(`MORTGAGE POOL\n\n${tables.join('\n\n')}`), 'pool')
  return 'report' in result ? result.report.stratifications.map(({ loanGroup }) => loanGroup) : null
}

const all = table('Credit Scores', [400, 400])
const liens = table('Credit Scores of the Second Lien Loans', [400, 400])
const fewerLiens = table('Credit Scores of the Second Lien Loans', [100, 100])
const exceptions = table('Exceptions, by Credit Score', [40, 40])

test('words for a kind of loans are for all of them where a table without such words comes to the same total', () => {
  expect(groups(all, liens)).toEqual([null, null])
})

test.each([
  ['All of the mortgage loans are secured by second liens on one- to four-family properties.', null],
  ['Each of the mortgage loans is a closed-end, second-lien loan.', null],
  ['Each of the mortgage loans is a loan to an owner of a house.', 'Second Lien Loans'],
  ['All of the mortgage\nloans are secured by\nsecond liens on houses.', null],
  [
    'All of the mortgage\nloans are secured by\nfirst liens or by\nsecond liens on houses.',
    'Second Lien Loans',
  ],
])('nor do they tell a part where a sentence says that all loans are of that kind: %s', (sentence, group) => {
  expect(groups(`${sentence}\n`, liens)).toEqual([group])
})

test('nor where the table comes to the balance that is stated of the pool', () => {
  const million = liens.replaceAll(',000.00', ',000,000.00')
  const stated = (balance: string) => `The mortgage pool comes to ${balance} of second mortgages.\n`
  expect(groups(stated('$800,000,000'), million)).toEqual([null])
  expect(groups(stated('$950,000,000'), million)).toEqual(['Second Lien Loans'])
  const over = (blanks: number) => `The mortgage pool comes\n${'to\n'.repeat(blanks)}$800,000,000 of loans.\n`
  expect(groups(over(2), million)).toEqual([null])
  expect(groups(over(3), million)).toEqual(['Second Lien Loans'])
  const small = liens.replaceAll('400,000.00', '500,000.00').replaceAll('800,000.00', '1,000,000.00')
  expect(groups(stated('$1,000,000'), small)).toEqual([null])
  expect(groups(stated('$800,000'), liens)).toEqual(['Second Lien Loans'])
})

test('words for a kind of loans tell a part where nothing shows that it is the whole pool, and an issue says so', () => {
  expect(groups(liens, liens)).toEqual(['Second Lien Loans', 'Second Lien Loans'])
  const result = readFiling(Buffer.from(`MORTGAGE POOL\n\n${liens}`), 'pool')
  const codes = 'report' in result ? result.report.issues.map(({ code }) => code) : null
  expect(codes).toEqual(['kind-of-loans-may-be-a-part'])
})

test('words for a kind of loans tell a part where another table comes to another total', () => {
  expect(groups(all, fewerLiens)).toEqual([null, 'Second Lien Loans'])
})

test('a heading of nothing but a kind of loans speaks for the table below it', () => {
  expect(groups(`SECOND LIEN MORTGAGE LOANS\n\n${all}`)).toEqual(['SECOND LIEN MORTGAGE LOANS'])
  expect(groups(`SECOND LIEN MORTGAGE LOANS\n\n${all}`, all)).toEqual([null, null])
  expect(groups(`HOW SECOND LIEN MORTGAGE LOANS ARE MADE\n\n${all}`)).toEqual([null])
})

test('words for a part tell it without another table', () => {
  expect(groups(exceptions)).toEqual(['Exceptions'])
})
