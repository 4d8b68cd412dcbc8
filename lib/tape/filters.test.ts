import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inventedCar, inventedOffice, inventLoans } from '../testing/invented-exhibit.ts'
import { filterLoans } from './filter-loans.ts'
import { printLoanFilter, readLoanFilters } from './filters.ts'
import { columnsOf } from './loan-columns.ts'
import { describeLoanFilter } from './loan-filter-words.ts'

const property = (state: string | null, coverage: string | null, type = 'OF') => ({
  ...(state !== null && { propertyState: state }),
  propertyTypeCode: type,
  ...(coverage !== null && { debtServiceCoverageNetCashFlowSecuritizationPercentage: coverage }),
})

const offices = columnsOf(
  inventLoans('cmbs', [
    { ...inventedOffice, property: [property('TX', '1.30')] },
    {
      ...inventedOffice,
      assetNumber: '2',
      originatorName: 'Example Lending',
      originationDate: '02-15-2024',
      property: [property('TX', '1.50', 'MF')],
    },
    { ...inventedOffice, assetNumber: '3', property: [property('TX', null)] },
    { ...inventedOffice, assetNumber: '4', property: [property('OH', '1.10')] },
    { ...inventedOffice, assetNumber: '5', property: [property('TX', '1.20'), property('OH', '1.40')] },
    { ...inventedOffice, assetNumber: '6', property: [property(null, '1.00')] },
    {
      ...inventedOffice,
      assetNumber: '7',
      property: [property('CA', '2.00'), property('NY', '2.00'), property(null, '2.00')],
    },
  ]),
)

const read = (address: string) => readLoanFilters(new URLSearchParams(address), offices)
function loansOf(address: string): number[] {
  const { filters, problems } = read(address)
  expect(problems).toEqual([])
  return filterLoans(offices, filters).loans.map(loan => loan + 1)
}

describe('filters over the loans of an exhibit', () => {
  it.each([
    ['state=TX', [1, 2, 3]],
    ['state=texas,OH', [1, 2, 3, 4, 5]],
    ['state=TX&state=OH', [1, 2, 3, 4, 5]],
    ['state__not=TX', [4]],
    ['several=state', [5, 7]],
    ['state__not=FL', [1, 2, 3, 4, 5]],
    ['state__not=TX,OH', []],
    ['state__partly=TX', [5, 7]],
    ['state__partly=TX,OH', [7]],
    ['lacks=state', [6]],
    ['has=state', [1, 2, 3, 4, 5, 7]],
    ['debt-service-coverage__lt=1.5', [1, 4, 6]],
    ['debt-service-coverage__lte=1.5x', [1, 2, 4, 6]],
    ['several=debt-service-coverage', [5]],
    ['debt-service-coverage__gt=1.1&debt-service-coverage__lt=1.5', [1]],
    ['debt-service-coverage__between=1.1,1.3', [1, 4]],
    ['debt-service-coverage=1.3', [1]],
    ['state=TX&debt-service-coverage__lt=1.5', [1]],
    ['property-type=multifamily', [2]],
    ['originator=Example Bank, N.A.', [1, 3, 4, 5, 6, 7]],
    ['originator=Example Bank, N.A.,example lending', [1, 2, 3, 4, 5, 6, 7]],
    ['current-balance__gte=8.8m', [1, 2, 3, 4, 5, 6, 7]],
    ['mortgage-rate=6.25', [1, 2, 3, 4, 5, 6, 7]],
    ['originalLoanAmount__lt=10,000,000', []],
    ['ORIGINATORNAME=example lending', [2]],
    ['originationDate__gte=2024-02', [2]],
    ['originationDate__lt=2024', []],
    ['originationDate=2024-02-15', [2]],
    ['maturityDate__between=2034-01-01,2034-12-31', [1, 2, 3, 4, 5, 6, 7]],
    ['', [1, 2, 3, 4, 5, 6, 7]],
  ])('%s lets through the loans %j', (address, loans) => expect(loansOf(address)).toEqual(loans))

  it('count what they leave open: loans that do not tell it, and those that are several', () => {
    const { open, byFilter } = filterLoans(offices, read('state=TX&debt-service-coverage__lt=1.5').filters)
    // The third tells no coverage; the fifth several states and coverages; the sixth no state.
    expect(open).toEqual({ loans: 3, balanceCents: 2_640_000_000 })
    expect(byFilter.map(({ untold, several }) => [untold.loans, several.loans])).toEqual([
      [1, 1],
      [1, 1],
    ])
    const [state] = filterLoans(offices, read('state=TX').filters).byFilter
    expect(state).toMatchObject({ untold: { loans: 1 }, several: { loans: 2, balanceCents: 1_760_000_000 } })
  })

  it.each([
    // One property of the fifth lies in Texas, and of the seventh one may.
    ['state=TX', 2],
    ['state=TX,OH', 1],
    ['state=FL', 1],
    ['state=CA,NY', 1],
    ['state__not=TX', 2],
    ['state__not=FL', 1],
    ['debt-service-coverage__gt=3', 1],
    ['property-type=multifamily', 0],
  ])(
    '%s leaves open the loans with several of which not all or not none are meant: %i',
    (address, several) => {
      const [only] = filterLoans(offices, read(address).filters).byFilter
      expect(only?.several.loans).toBe(several)
      const [key = ''] = address.split(/__|=/)
      const names = address.split('=')[1] ?? ''
      const shown = key === 'debt-service-coverage' ? `several=${key}` : `${key}__partly=${names}`
      if (key !== 'property-type') expect(loansOf(shown)).toHaveLength(several)
    },
  )

  it('take two spellings of one state for one', () => {
    const spelt = columnsOf(
      inventLoans('cmbs', [{ ...inventedOffice, property: [property('TX', null), property('Texas', null)] }]),
    )
    const { filters } = readLoanFilters(new URLSearchParams('state=TX'), spelt)
    expect(filterLoans(spelt, filters).loans).toEqual([0])
  })

  it('know names that only loans with several have', () => {
    expect(loansOf('propertyState=CA')).toEqual([])
    expect(loansOf('propertyState__partly=CA')).toEqual([7])
  })

  it.each([
    ['sate=TX', '“sate” is nothing'],
    ['state=Texaz', 'No loan has “Texaz” as its state. They have TX; OH; CA; NY.'],
    ['state__lt=TX', 'told in words'],
    ['state__about=TX', '“about” is no comparison'],
    ['debt-service-coverage__lt=low', '“low” is no figure: type a ratio, as 1.25.'],
    ['debt-service-coverage__between=2,1', 'is not two figures'],
    ['debt-service-coverage__not=2', 'is a figure'],
    ['originationDate__gte=May', '“May” is no date'],
    ['originationDate__between=2024,2023', 'is not two dates'],
    ['has=colour', '“colour” is nothing'],
  ])('%s is told to be wrong, and filters nothing', (address, problem) => {
    const { filters, problems } = read(address)
    expect(filters).toEqual([])
    expect(problems[0]?.problem).toContain(problem)
  })

  it('are said in words and printed as an address that reads back as the same', () => {
    const said = (address: string) =>
      read(address).filters.map(filter => Object.values(describeLoanFilter(filter)).join(' '))
    expect(said('state=TX,OH&debt-service-coverage__lt=1.5&current-balance__gt=5m&lacks=state')).toEqual([
      'State Texas or Ohio',
      'Debt service coverage below 1.5x',
      'Actual balance at the end of the period over $5,000,000',
      'State is not told',
    ])
    expect(said('originationDate__between=2024-01,2024-02-15&mortgage-rate__gte=6')).toEqual([
      'Origination date 2024-01 to 15 February 2024',
      'Mortgage rate at least 6%',
    ])
    expect(said('yearBuiltNumber__gt=1990')).toEqual(['Year built number over 1990'])
    for (const address of [
      'state=OH,TX',
      'originator=Example Bank, N.A.,Example Lending',
      'has=state',
      'several=state',
      'state__partly=TX,OH',
    ]) {
      const { filters } = read(address)
      const printed = filters.flatMap(filter => printLoanFilter(filter, offices))
      expect(readLoanFilters(printed, offices).filters).toEqual(filters)
    }
  })

  it('are no more than a person makes, and what is left out is told', () => {
    const many = Array.from({ length: 30 }, (_, at) => `mortgage-rate__gte=${at}`).join('&')
    const { filters, problems } = read(many)
    expect([filters.length, problems.length]).toEqual([24, 1])
  })
})

it('let through what a plain look at each loan does', () => {
  const score = fc.option(fc.integer({ min: 300, max: 850 }), { nil: null })
  const loan = fc.record({
    score,
    state: fc.constantFrom('OH', 'TX', null),
    cents: fc.integer({ min: 1, max: 9_999_999 }),
  })
  fc.assert(
    fc.property(
      fc.array(loan, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 300, max: 850 }),
      (drawn, edge) => {
        const columns = columnsOf(
          inventLoans(
            'auto-loan',
            drawn.map(({ score, state, cents }, order) => {
              const { obligorCreditScore: _, obligorGeographicLocation: __, ...car } = inventedCar
              return {
                ...car,
                assetNumber: String(order),
                reportingPeriodActualEndBalanceAmount: (cents / 100).toFixed(2),
                ...(score !== null && { obligorCreditScore: String(score) }),
                ...(state !== null && { obligorGeographicLocation: state }),
              }
            }),
          ),
        )
        const { filters } = readLoanFilters(
          [
            ['credit-score__lt', String(edge)],
            ['state', 'TX'],
          ],
          columns,
        )
        // Where no loan is in Texas the name is still one of a state.
        const found = filterLoans(columns, filters)
        const fits = ({ score, state }: (typeof drawn)[number]) =>
          state === 'TX' && score !== null && score < edge
        const mayFit = ({ score, state }: (typeof drawn)[number]) =>
          state !== 'OH' && (score === null || score < edge)
        expect(found.loans).toEqual(drawn.flatMap((one, order) => (fits(one) ? [order] : [])))
        const open = drawn.filter(one => mayFit(one) && !fits(one))
        expect(found.open).toEqual({
          loans: open.length,
          balanceCents: open.reduce((sum, { cents }) => sum + cents, 0),
        })
      },
    ),
    { seed: 12, numRuns: 100 },
  )
})
