import { expect, it } from 'vitest'
import { readAsked } from '../distributions/index.ts'
import { columnsOf } from '../tape/loan-columns.ts'
import { stratifyAll } from '../tape/stratify.ts'
import { tableOfLoans } from '../tape/table-of-loans.ts'
import { inventedCar, inventLoans } from '../testing/invented-exhibit.ts'
import { formatCsv } from './csv.ts'
import { regroupedTable } from './regrouped-table.ts'

const { obligorCreditScore: _, ...unscored } = inventedCar
const scored = (assetNumber: string, obligorCreditScore: string) => ({
  ...inventedCar,
  assetNumber,
  obligorCreditScore,
  reportingPeriodActualEndBalanceAmount: '1000.00',
})

it('keeps the loans without a figure, and the total, and has loans at an edge as the table has them', () => {
  const cars = [scored('1', '599'), scored('2', '617'), scored('3', '700'), scored('4', '701')]
  const columns = columnsOf(
    inventLoans('auto-loan', [
      ...cars,
      { ...unscored, assetNumber: '5', reportingPeriodActualEndBalanceAmount: '1000.00' },
    ]),
  )
  const { stratifications } = stratifyAll(columns, { line: 1, start: 1, end: 2 })
  const table = stratifications.find(({ dimension }) => dimension === 'credit-score')
  const asked = table && readAsked({ table: tableOfLoans(table, columns) }, { edges: '600, 617, 700' })
  if (asked?.kind !== 'edges' || asked.buckets === null) throw new Error('The table cannot be regrouped.')
  const [, ...rows] = formatCsv(regroupedTable(asked.distribution, asked.buckets)).trim().split('\r\n')
  expect(rows.map(row => row.split(',').slice(0, 9))).toEqual([
    ['Below 600', '', '600', '1', '1', '1000.00', '1000.00', '20', '20'],
    ['600 to under 617', '600', '617', '0', '0', '0.00', '0.00', '0', '0'],
    ['617 to under 700', '617', '700', '1', '1', '1000.00', '1000.00', '20', '20'],
    ['700 and above', '700', '', '2', '2', '2000.00', '2000.00', '40', '40'],
    ['No score', '', '', '1', '1', '1000.00', '1000.00', '20', '20'],
    ['Total', '', '', '5', '5', '5000.00', '5000.00', '100', '100'],
  ])
})
