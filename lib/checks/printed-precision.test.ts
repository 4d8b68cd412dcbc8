import { expect, test } from 'vitest'
import { inventTable } from '../fixtures/invented-table.ts'
import type { Column, Place, Stratification } from '../report.ts'
import { halfUnitsOfAverage } from './printed-precision.ts'

const column: Column = {
  measure: 'waRatePct',
  header: 'Rate',
  unit: 'percent',
  decimals: 3,
  at: { line: 1, start: 80, end: 90 },
}

/** A table whose rows and total print these figures, as wide as they are written. */
function printed(rows: string[], total: string): Stratification {
  const table = inventTable({
    rows: rows.map(label => ({ label, loanCount: 1, balanceCents: 100 })),
  })
  const place = (text: string): Place => ({ line: 1, start: 80, end: 80 + text.length })
  for (const [index, bucket] of table.buckets.entries()) {
    const text = rows[index] ?? ''
    bucket.values.waRatePct = Number(text)
    bucket.places.waRatePct = place(text)
  }
  if (table.total) table.total.values.waRatePct = Number(total)
  if (table.total) table.total.places.waRatePct = place(total)
  return table
}

test.each([
  ['all with three decimals', ['6.500', '7.125'], '6.812', 0.0005, 0.0005],
  ['noughts at the end are decimals', ['6.500', '7.000'], '7.000', 0.0005, 0.0005],
  ['rows with fewer than the total', ['7', '8'], '7.512', 0.5, 0.0005],
  ['a total with fewer than the rows', ['6.500', '7.125'], '7', 0.0005, 0.5],
  ['rows that leave noughts out, and so may the total', ['6.5', '7.125'], '7', 0.0005, 0.0005],
  ['no nought before the point', ['.257', '.505'], '.375', 0.0005, 0.0005],
  ['below nought', ['-0.25', '-1.50'], '-0.875', 0.005, 0.0005],
])('half a unit of the last place: %s', (_, rows, total, ofRows, ofTotal) => {
  const half = halfUnitsOfAverage(printed(rows, total), column)
  expect(half.rows).toBeCloseTo(ofRows, 10)
  expect(half.total).toBeCloseTo(ofTotal, 10)
})

test('half a unit of the column’s most decimals where the width says nothing', () => {
  const table = printed(['6.500', '7.125'], '6.812')
  for (const bucket of table.buckets) bucket.places.waRatePct = { line: 1, start: 1, end: 40 }
  expect(halfUnitsOfAverage(table, column).rows).toBeCloseTo(0.0005, 10)
})
