import { describe, expect, it } from 'vitest'
import { inventedCar, inventLoans } from '../testing/invented-exhibit.ts'
import { filterLoans } from './filter-loans.ts'
import { columnsOf } from './loan-columns.ts'
import { readSlice } from './read-slice.ts'

const cars = columnsOf(
  inventLoans(
    'auto-loan',
    ['TX', 'CA', 'OH', 'CA'].map((state, order) => ({
      ...inventedCar,
      assetNumber: String(order + 1),
      obligorGeographicLocation: state,
      obligorCreditScore: String(600 + order),
      vehicleManufacturerName: order % 2 === 0 ? 'HONDA' : 'FORD',
    })),
  ),
)

function numbersOf(address: string): number[] {
  const { filters, problems } = readSlice(new URLSearchParams(address), cars)
  expect(problems).toEqual([])
  return filterLoans(cars, filters).loans.map(loan => loan + 1)
}

describe('names that are typed', () => {
  it.each([
    ['add=Texas, California', [1, 2, 4]],
    ['add=Texas and California', [1, 2, 4]],
    ['state=TX&add=California', [1, 2, 4]],
    ['add=Texas&add=California', [1, 2, 4]],
    ['add=not Texas, not California', [3]],
    ['add=Texas, California, Ford', [2, 4]],
    ['add=Honda, Ford', [1, 2, 3, 4]],
    ['add=California, score over 601', [4]],
  ])('%s: two of one dimension mean either, of two dimensions both', (address, loans) =>
    expect(numbersOf(address)).toEqual(loans),
  )
})
