import { describe, expect, it } from 'vitest'
import { inventedCar, inventLoans } from '../testing/invented-exhibit.ts'
import { filterLoans } from './filter-loans.ts'
import { readLoanFilters } from './filters.ts'
import { columnsOf } from './loan-columns.ts'
import { readSlice } from './read-slice.ts'
import { sliceLoans } from './slice.ts'
import { splitWithin } from './split-within.ts'

const states = ['TX', 'CA', 'OH', 'FL', 'NY', 'WA', 'GA', 'IL', 'NJ', 'PA']
const cars = columnsOf(
  inventLoans(
    'auto-loan',
    states.map((state, order) => ({
      ...inventedCar,
      assetNumber: String(order + 1),
      obligorGeographicLocation: state,
      coObligorIndicator: order < 3 ? 'true' : 'false',
      vehicleTypeCode: order < 2 ? '3' : '1',
      originationDate: order < 4 ? '01/2020' : order < 6 ? '02/2020' : '12/2019',
    })),
  ),
)
const read = (address: string) => readLoanFilters(new URLSearchParams(address), cars)
function loansOf(address: string): number {
  const { filters, problems } = read(address)
  expect(problems).toEqual([])
  return filterLoans(cars, filters).loans.length
}

describe('filters over fields', () => {
  it.each([
    ['coObligorIndicator=Yes', 3],
    ['coObligorIndicator=no', 7],
    ['coObligorIndicator__not=Yes', 7],
    ['vehicleTypeCode=3', 2],
    ['vehicleTypeCode=SUV 3', 2],
    ['vehicleTypeCode=suv', 2],
    ['originationDate__gte=2020-01-01', 6],
    ['originationDate__lt=2020-02-01', 8],
    ['originationDate__lte=2020-01-31', 8],
    ['originationDate__gt=2020-01-31', 2],
    ['originationDate__between=2020-01-01,2020-02-29', 6],
  ])('%s is read as pages show it and as the exhibit writes it', (address, count) =>
    expect(loansOf(address)).toBe(count),
  )

  it.each([
    'originationDate__gte=2020-01-15',
    'originationDate__lte=2020-01-01',
    'originationDate=2020-01-01',
  ])('%s would part a month that the exhibit tells as one, and is refused', address =>
    expect(read(address).problems[0]?.problem).toContain('type one as 2024-01.'),
  )

  it('say how many names are left out where one is refused', () =>
    expect(read('state=XX').problems[0]?.problem).toMatch(/They have (?:[A-Z]{2}; ){8}and 2 others\.$/))
})

it('averages in cells have the decimals that they have in every table', () => {
  for (const [cells, decimals] of [
    ['mortgage-rate', 3],
    ['credit-score', 0],
    ['original-term', 1],
    ['original-ltv', 2],
  ] as const) {
    const asked = readSlice(new URLSearchParams(`rows=state&columns=vehicle-type&cells=${cells}`), cars)
    const { filtered } = sliceLoans(cars, asked, { line: 1, start: 1, end: 2 })
    expect(asked.within && splitWithin(cars, filtered.loans, asked.within, asked.edges)?.shows.decimals).toBe(
      decimals,
    )
  }
})
