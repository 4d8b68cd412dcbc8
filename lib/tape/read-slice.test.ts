import { describe, expect, it } from 'vitest'
import { inventedCar, inventedOffice, inventLoans } from '../testing/invented-exhibit.ts'
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
    ['add=Texas or California', [1, 2, 4]],
    ['add=state Texas or California', [1, 2, 4]],
    ['add=Texas or California, score over 601', [4]],
    ['add=not Texas or California', [3]],
    ['add=Honda or Ford', [1, 2, 3, 4]],
    ['add=credit score 601-602', [2, 3]],
    ['add=credit score 601 - 602', [2, 3]],
    ['add=credit score 601–602', [2, 3]],
    ['add=score 601 to 602', [2, 3]],
    ['add=balance over $0.01 million', [1, 2, 3, 4]],
    ['add=balance over 1 billion', []],
    ['add=model year after 2022', []],
    ['add=model year since 2022', [1, 2, 3, 4]],
    ['add=model year before 2023', [1, 2, 3, 4]],
    ['add=model year until 2021', []],
    ['add=no credit score', []],
    ['add=No score', []],
    ['add=with a credit score', [1, 2, 3, 4]],
    ['add=without originator', [1, 2, 3, 4]],
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

describe('a line that is not understood in all of its parts', () => {
  const read = (address: string) => {
    const { filters, problems } = readSlice(new URLSearchParams(address), cars)
    return [filters.map(({ by, is }) => `${by.key} ${is}`), problems.map(({ problem }) => problem)]
  }

  it.each([
    [
      'Texas, DSCR under 1.5',
      ['state among'],
      '“DSCR under 1.5” names nothing that these loans are sorted by.',
    ],
    ['Texas, score over high', ['state among'], '“high” is no figure: type a score, as 720.'],
    [
      'score over 600, Texas or Ford',
      ['credit-score gt'],
      '“Texas or Ford” is no choice between names of one kind, such as two states.',
    ],
    [
      'Ohio, score under 610 or over 700',
      ['state among'],
      '“610 or over 700” is no figure: type a score, as 720.',
    ],
    ['Ohio, state Texas or Mars', ['state among'], 'No loan has “Mars” as its state. They have CA; TX; OH.'],
  ])('%s: what is understood applies, and what is not is said', (typed, filters, problem) =>
    expect(read(`add=${typed}`)).toEqual([filters, [problem]]),
  )

  it.each([
    ['make Ford, score over 601', ['vehicle-make among', 'credit-score gt'], []],
    ['make Fort, score over 601', ['credit-score gt'], [expect.stringContaining('No loan has “Fort”')]],
    ['score over 600-650', [], [expect.stringContaining('“600-650” is no figure')]],
    ['score between 700 and 600', [], [expect.stringContaining('is not two figures')]],
  ])('%s is read by its parts where any of them is understood', (typed, filters, problems) =>
    expect(read(`add=${typed}`)).toEqual([filters, problems]),
  )

  it('says of more parts than are read that they are not', () => {
    const scores = Array.from({ length: 10 }, (_, at) => `score over ${500 + at}`)
    const [filters, problems] = read(`add=${scores.join(', ')}`)
    expect(filters).toHaveLength(8)
    expect(problems).toEqual(
      scores.slice(8).map(one => `“${one}” stands behind 8 others, and no more are read at once.`),
    )
  })
})

it('“several” of what properties tell is asked for as rows call it', () => {
  const property = (state: string) => ({ propertyState: state, propertyTypeCode: 'OF' })
  const offices = columnsOf(
    inventLoans('cmbs', [
      { ...inventedOffice, property: [property('TX'), property('OH')] },
      { ...inventedOffice, assetNumber: '2', property: [property('TX')] },
    ]),
  )
  for (const typed of ['Several states', 'several state', 'SEVERAL STATES']) {
    const { filters, problems } = readSlice(new URLSearchParams({ add: typed }), offices)
    expect(problems).toEqual([])
    expect(filterLoans(offices, filters).loans).toEqual([0])
  }
  const types = readSlice(new URLSearchParams({ add: 'several property types' }), offices).filters
  expect(types.map(({ by, is }) => `${by.key} ${is}`)).toEqual(['property-type several'])
})
