import { describe, expect, test } from 'vitest'
import { holdsColumns } from './holds-columns.ts'

describe('a label that holds the figures of columns', () => {
  test.each([
    '358 69 2.44% 5.76% 36 Months',
    '180 $174,171,052.03',
    '5.250 $ 174,171,052.03 Fixed 12 $1,200.00',
    'Fixed 12 40 7.25% 80.00%',
    'First Lien 180 18,000,000 90.0% Full',
    'Total 200 20,000,000 100.00 Total',
    'CA 472 $25,000,000.00 50.00%',
    'CA 472 $25,000,000.00 50.00%3/ 7.9%(2)',
    'Texas $ 1,400,000.00 7.00 % Ohio',
    '35 1,400,000.00 7.00 600 - 820',
  ])('is told: %s', label => {
    expect(holdsColumns(label)).toBe(true)
  })

  test.each([
    '$50,000.01 - $100,000.00',
    '100,000 < Bal <= 200,000',
    '2/28 LIB6M - IO - 60',
    '60.01 65.00',
    '0.01 2,500.00',
    '5.001% to 6.000%',
    'Over $1,000,000',
    '0 - $25,000.00',
    '$0.01 $25,000.00',
    'First Lien',
    'Caps of 2.00% 1.00% 6.00%',
  ])('is no name, range or rate: %s', label => {
    expect(holdsColumns(label)).toBe(false)
  })
})

test('takes no longer for a long row of stars than it is long', () => {
  expect(holdsColumns(`1,000${'*'.repeat(5_000)}x 90.0%`)).toBe(false)
})
