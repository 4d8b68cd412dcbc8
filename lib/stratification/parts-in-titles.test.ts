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

test('words for a kind of loans are for all of them where no table comes to another total', () => {
  expect(groups(liens, liens)).toEqual([null, null])
  expect(groups(all, liens)).toEqual([null, null])
})

test('words for a kind of loans tell a part where another table comes to another total', () => {
  expect(groups(all, fewerLiens)).toEqual([null, 'Second Lien Loans'])
})

test('words for a part tell it without another table', () => {
  expect(groups(exceptions)).toEqual(['Exceptions'])
})
