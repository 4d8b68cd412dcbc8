import { expect, it } from 'vitest'
import { columnsOf } from '../tape/loan-columns.ts'
import { stratifyAll } from '../tape/stratify.ts'
import { tableOfLoans } from '../tape/table-of-loans.ts'
import { inventedCar, inventLoans } from '../testing/invented-exhibit.ts'
import { sayMean } from './mean.ts'
import { readDistribution } from './read-distribution.ts'

const { obligorCreditScore: _, ...unscored } = inventedCar
const columns = columnsOf(
  inventLoans('auto-loan', [
    {
      ...inventedCar,
      assetNumber: '1',
      obligorCreditScore: '600',
      reportingPeriodActualEndBalanceAmount: '1000.00',
    },
    {
      ...inventedCar,
      assetNumber: '2',
      obligorCreditScore: '700',
      reportingPeriodActualEndBalanceAmount: '3000.00',
    },
    { ...unscored, assetNumber: '3' },
  ]),
)

function saidOf(dimension: string): string | null {
  const { stratifications } = stratifyAll(columns, { line: 1, start: 1, end: 2 })
  const table = stratifications.find(one => one.dimension === dimension)
  const read = table && readDistribution(tableOfLoans(table, columns))
  if (read === undefined || 'reason' in read) throw new Error('The table cannot be asked.')
  return sayMean(read.distribution)
}

it('gives the one average that single loans come to, and of how many of them', () => {
  expect(saidOf('credit-score')).toBe(
    'Credit score on average, weighed by balance: 675.0, of the 2 of 3 loans that tell it.',
  )
  expect(saidOf('mortgage-rate')).toBe('Mortgage rate on average, weighed by balance: 4.90.')
})
