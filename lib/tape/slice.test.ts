import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askTail, readDistribution } from '../distributions/index.ts'
import { inventedCar, inventedOffice, inventLoans } from '../testing/invented-exhibit.ts'
import type { PrintedAsset } from '../testing/print-exhibit.ts'
import { columnsOf } from './loan-columns.ts'
import { countedBy } from './loans.ts'
import { readSlice } from './read-slice.ts'
import { sliceLoans } from './slice.ts'
import { splitWithin } from './split-within.ts'
import { tableOfLoans } from './table-of-loans.ts'

const at = { line: 1, start: 1, end: 2 }

type Car = {
  cents: number
  score: number | null
  state: 'OH' | 'TX' | 'CA' | null
  /** In ten-thousandths of a percent. */
  rate: number
  term: number
}
const car: fc.Arbitrary<Car> = fc.record({
  cents: fc.integer({ min: 1, max: 9_999_999 }),
  score: fc.option(fc.integer({ min: 480, max: 850 }), { nil: null }),
  state: fc.constantFrom('OH', 'TX', 'CA', null),
  rate: fc.integer({ min: 5_000, max: 250_000 }),
  term: fc.integer({ min: 12, max: 84 }),
})
const cars = fc.array(car, { minLength: 1, maxLength: 60 })

function assetOf({ cents, score, state, rate, term }: Car, order: number): PrintedAsset {
  const { obligorCreditScore: _, obligorGeographicLocation: __, ...rest } = inventedCar
  return {
    ...rest,
    assetNumber: String(order),
    reportingPeriodActualEndBalanceAmount: (cents / 100).toFixed(2),
    originalInterestRatePercentage: (rate / 1e6).toFixed(6),
    originalLoanTerm: String(term),
    ...(score !== null && { obligorCreditScore: String(score) }),
    ...(state !== null && { obligorGeographicLocation: state }),
  }
}
const columnsOfCars = (drawn: readonly Car[]) => columnsOf(inventLoans('auto-loan', drawn.map(assetOf)))
const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0)
const sliceOf = (drawn: readonly Car[], address: string) => {
  const columns = columnsOfCars(drawn)
  const asked = readSlice(new URLSearchParams(address), columns)
  expect(asked.problems).toEqual([])
  return { columns, asked, slice: sliceLoans(columns, asked, at) }
}

describe('a slice of drawn loans', () => {
  it('has in each row at asked edges what a plain look at each loan gives, and rows come to the total', () => {
    fc.assert(
      fc.property(
        cars,
        fc.uniqueArray(fc.integer({ min: 480, max: 850 }), { minLength: 1, maxLength: 5 }),
        (drawn, edges) => {
          const { slice } = sliceOf(drawn, `state=TX,OH&edges.credit-score=${edges.join(',')}`)
          const chosen = drawn.filter(({ state }) => state === 'TX' || state === 'OH')
          const table = slice.stratifications.find(({ id }) => id === 'credit-score')
          expect(slice.chosen.loans).toBe(chosen.length)
          if (chosen.every(({ score }) => score === null)) {
            expect(table).toBeUndefined()
            return
          }
          const rising = edges.toSorted((a, b) => a - b)
          const naive = [-Infinity, ...rising].map((low, order) => {
            const high = rising[order] ?? Infinity
            const own = chosen.filter(({ score }) => score !== null && score >= low && score < high)
            return [own.length, sum(own.map(({ cents }) => cents))]
          })
          const untold = chosen.filter(({ score }) => score === null)
          const expected = [...naive, [untold.length, sum(untold.map(({ cents }) => cents))]].filter(
            ([count]) => count,
          )
          expect(table?.buckets.map(({ values }) => [values.loanCount, values.balanceCents])).toEqual(
            expected,
          )
          for (const one of slice.stratifications) {
            expect(sum(one.buckets.map(({ values }) => values.balanceCents ?? 0))).toBe(
              slice.chosen.balanceCents,
            )
            expect(sum(one.buckets.map(({ values }) => values.loanCount ?? 0))).toBe(slice.chosen.loans)
            const share = sum(one.buckets.map(({ values }) => values.balancePct ?? 0))
            expect(Math.abs(share - 100)).toBeLessThanOrEqual(one.buckets.length * 0.005 + 1e-9)
          }
        },
      ),
      { seed: 12, numRuns: 30 },
    )
  })

  it('averages a figure that somebody asks for over the loans that tell it, and says how many do', () => {
    fc.assert(
      fc.property(cars, drawn => {
        const { slice } = sliceOf(drawn, 'average=credit-score')
        const told = drawn.filter(({ score }) => score !== null)
        const average = slice.chosen.averages.find(({ averaged }) => averaged.measure === 'credit-score')
        expect(average?.told).toBe(told.length)
        const naive =
          sum(told.map(({ cents, score }) => cents * (score ?? 0))) / sum(told.map(({ cents }) => cents))
        // Scores are averaged to whole ones.
        if (told.length > 0) expect(Math.abs((average?.value ?? 0) - naive)).toBeLessThanOrEqual(0.5)
        else expect(average?.value).toBeNull()
      }),
      { seed: 12, numRuns: 30 },
    )
  })

  it('sorted one way within another has each pair’s loans, and both totals come to the whole', () => {
    fc.assert(
      fc.property(cars, drawn => {
        const { columns, asked, slice } = sliceOf(
          drawn,
          'rows=state&columns=credit-score&edges.credit-score=600,700',
        )
        if (!asked.within) throw new Error('nothing was asked')
        const split = splitWithin(columns, slice.filtered.loans, asked.within, asked.edges)
        for (const line of split.lines)
          for (const [order, cell] of line.cells.entries()) {
            const head = split.columnLabels[order] ?? ''
            const own = drawn.filter(
              ({ state, score }) => nameOfState(state) === line.label && nameOfScore(score) === head,
            )
            expect([cell.loans, cell.balanceCents]).toEqual([own.length, sum(own.map(({ cents }) => cents))])
          }
        for (const line of split.lines)
          expect(sum(line.cells.map(({ balanceCents }) => balanceCents))).toBe(line.total.balanceCents)
        expect(sum(split.totals.map(({ balanceCents }) => balanceCents))).toBe(split.total.balanceCents)
        expect(sum(split.lines.map(({ total }) => total.loans))).toBe(drawn.length)
      }),
      { seed: 12, numRuns: 30 },
    )
  })

  it('answers exactly what lies beyond any edge, from the same loans as its tables', () => {
    const sides = {
      above: (a: number, b: number) => a > b,
      atLeast: (a: number, b: number) => a >= b,
      below: (a: number, b: number) => a < b,
      atMost: (a: number, b: number) => a <= b,
    }
    fc.assert(
      fc.property(
        cars,
        fc.constantFrom('above', 'atLeast', 'below', 'atMost'),
        fc.integer({ min: 480, max: 850 }),
        (drawn, side, edge) => {
          const { columns, slice } = sliceOf(drawn, '')
          const table = slice.stratifications.find(({ id }) => id === 'credit-score')
          if (table === undefined) return
          const read = readDistribution(tableOfLoans(table, columns))
          if ('reason' in read) throw new Error(read.reason)
          const answer = askTail(read.distribution, { side, at: edge })
          const own = drawn.filter(({ score }) => score !== null && sides[side](score, edge))
          const cents = sum(own.map(one => one.cents))
          expect(answer.exact).toBe(true)
          expect(answer.loanCount).toEqual({ low: own.length, high: own.length })
          expect(answer.balanceCents).toEqual({ low: cents, high: cents })
          const share = (100 * cents) / sum(drawn.map(one => one.cents))
          expect(answer.balancePct?.low).toBeCloseTo(share, 9)
          expect(sum(answer.parts.map(part => part.share.loanCount?.low ?? 0))).toBe(own.length)
        },
      ),
      { seed: 12, numRuns: 40 },
    )
  })

  it('tells rates finer than its rows print from each other at an edge', () => {
    const drawn: Car[] = [55_001, 55_000, 55_002].map(rate => ({
      cents: 100,
      score: 700,
      state: 'OH',
      rate,
      term: 60,
    }))
    const { columns, slice } = sliceOf(drawn, '')
    const table = slice.stratifications.find(({ id }) => id === 'mortgage-rate')
    const read = table && readDistribution(tableOfLoans(table, columns))
    if (!read || 'reason' in read) throw new Error('no distribution')
    const countAbove = (at: number) => askTail(read.distribution, { side: 'above', at }).loanCount
    expect(countAbove(5.5001)).toEqual({ low: 1, high: 1 })
    expect(countAbove(5.5)).toEqual({ low: 2, high: 2 })
  })
})

const stateNames = { OH: 'Ohio', TX: 'Texas', CA: 'California' }
const nameOfState = (state: Car['state']) => (state === null ? 'Not stated' : stateNames[state])
function nameOfScore(score: number | null): string {
  if (score === null) return 'No score'
  if (score < 600) return 'under 600'
  return score < 700 ? '600 to under 700' : '700 or more'
}

describe('loans that count with another balance', () => {
  const loans = inventLoans('cmbs', [
    inventedOffice,
    {
      ...inventedOffice,
      assetNumber: '2',
      originalLoanAmount: '5000000.00',
      reportPeriodEndActualBalanceAmount: '0.00',
    },
  ])

  it('are those that have it, and each counts with it', () => {
    const original = columnsOf(countedBy(loans, 'originalLoanAmount'))
    const slice = (columns: ReturnType<typeof columnsOf>) =>
      sliceLoans(columns, readSlice(new URLSearchParams(), columns), at).chosen
    expect(slice(columnsOf(loans))).toMatchObject({ loans: 1, balanceCents: 880_000_000 })
    expect(slice(original)).toMatchObject({ loans: 2, balanceCents: 1_500_000_000 })
  })

  it('keep their ratio to the property’s value at securitization', () => {
    const withValue = inventLoans('cmbs', [
      { ...inventedOffice, property: [{ valuationSecuritizationAmount: '18000000.00' }] },
    ])
    for (const columns of [columnsOf(withValue), columnsOf(countedBy(withValue, 'originalLoanAmount'))]) {
      const { stratifications } = sliceLoans(
        columns,
        readSlice(new URLSearchParams('edges.current-ltv=49,50,51'), columns),
        at,
      )
      const table = stratifications.find(({ id }) => id === 'current-ltv')
      expect(table?.buckets.map(({ label }) => label)).toEqual(['over 49 to 50'])
    }
  })
})

describe('the address of a slice', () => {
  const columns = columnsOf(inventLoans('cmbs', [{ ...inventedOffice, property: [{ propertyState: 'TX' }] }]))
  const read = (address: string) => readSlice(new URLSearchParams(address), columns)

  it.each([
    ['add=Texas, DSCR under 1.5', ['state among', 'debt-service-coverage lt']],
    ['add=LTV between 70 and 80', ['current-ltv between']],
    ['add=LTV 70 to 80', ['current-ltv between']],
    ['add=balance over 5,000,000', ['current-balance gt']],
    ['add=not Texas and rate at least 6', ['state not', 'mortgage-rate gte']],
    ['add=originator is Example Bank, N.A.', ['originator among']],
    ['by=current-ltv&is=lt&value=70', ['current-ltv lt']],
    ['by=state&is=lacks&value=', ['state lacks']],
    ['by=state&is=among&value=TX', ['state among']],
  ])('%s asks for %j', (address, filters) => {
    const { filters: found, problems } = read(address)
    expect(problems).toEqual([])
    expect(found.map(({ by, is }) => `${by.key} ${is}`)).toEqual(filters)
  })

  it.each([
    ['add=Mars', '“Mars” names nothing'],
    ['add=DSCR under low', '“low” is no figure'],
    ['edges.state=1,2', 'has no edges'],
    ['edges.current-ltv=sixty', 'are no edges'],
    ['average=state', 'is no figure'],
    ['rows=colour&columns=state', 'not sorted by “colour”'],
    ['rows=state&columns=state', 'two different ways'],
    ['rows=state&columns=current-ltv&cells=colour', 'nothing that cells can show'],
    ['sate=TX', '“sate” is nothing'],
  ])('%s is told to be wrong', (address, problem) => {
    expect(read(address).problems[0]?.problem).toContain(problem)
  })
})
