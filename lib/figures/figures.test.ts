import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkStratifications } from '../checks/index.ts'
import { anyLoans, type Loan, loanSplits, tabulate } from '../fixtures/invented-loans.ts'
import { type InventedRow, inventTable, rangeOf } from '../fixtures/invented-table.ts'
import { readPool } from '../pool/read-pool.ts'
import type { Stratification } from '../report.ts'
import { type FigureSource, figureKey, figureOf, readFigureKey, sayFigureValue } from './index.ts'

const cases = Number(process.env.STRATA_CASES ?? 200)

function sourceOf(stratifications: Stratification[]): FigureSource {
  const read = { stratifications, statistics: [] }
  const checks = checkStratifications(read)
  return { stratifications, checks, pool: readPool(read, checks) }
}

function ask(source: FigureSource, key: string) {
  const figure = readFigureKey(key)
  if ('problem' in figure) throw new Error(figure.problem)
  const value = figureOf(source, figure)
  return value && { ...value, said: sayFigureValue(figure, value) }
}

const row = (label: string, dollars: number, more: Partial<InventedRow> = {}): InventedRow => ({
  label,
  loanCount: 1,
  balanceCents: dollars * 100,
  ...more,
})
const states = (rows: InventedRow[], more: Partial<Parameters<typeof inventTable>[0]> = {}) =>
  inventTable({ id: 'state', dimension: 'state', rows, ...more })

describe('a key of a figure', () => {
  it.each(Object.getOwnPropertyNames(Object.prototype))('%s, which every object has, is none', name => {
    for (const key of [name, `${name}.CA`, `state.${name}`, `original-ltv.${name}.80`])
      expect(readFigureKey(key)).toHaveProperty('problem')
  })

  it.each([
    ['waltv', 'waltv'],
    ['FICO', 'credit-score'],
    ['pool-balance', 'balance'],
    ['state.ca', 'state.CA'],
    ['state.New York', 'state.NY'],
    ['purpose.cash-out', 'purpose.cash-out'],
    ['original-ltv.above.80', 'original-ltv.above.80'],
    ['original-ltv.ATLEAST.77.5', 'original-ltv.atLeast.77.5'],
    ['current-balance.above.620k', 'current-balance.above.620000'],
    ['mortgage-rate.below.7.125', 'mortgage-rate.below.7.125'],
  ])('%s is read as %s', (typed, key) => {
    const figure = readFigureKey(typed)
    expect('problem' in figure ? figure.problem : figureKey(figure)).toBe(key)
  })

  it.each([
    ['', 'no figure'],
    ['colour', 'no figure'],
    ['state', 'state.CA'],
    ['state.ZZ', 'two letters'],
    ['state.above.7', 'shares of its rows'],
    ['original-ltv', 'original-ltv.above.80'],
    ['original-ltv.above.x', 'no edge'],
    ['original-ltv.above.400', 'never 400'],
    ['original-ltv.above', 'no edge'],
    ['purpose.fun', 'purchase'],
    ['servicer.smith', 'no names'],
  ])('%s is refused in words that say what can be asked', (typed, words) => {
    const figure = readFigureKey(typed)
    expect('problem' in figure ? figure.problem : figureKey(figure)).toContain(words)
  })
})

describe('the share of a named row', () => {
  const table = states([
    row('California', 50_000, { code: 'CA' }),
    row('Ohio', 45_000, { code: 'OH' }),
    row('Other (less than 2%)', 5000, { code: 'other' }),
  ])

  it('is its balance over that of the pool', () =>
    expect(ask(sourceOf([table]), 'state.CA')).toMatchObject({
      low: 50,
      high: 50,
      value: 50,
      kind: 'computed',
    }))

  it('of a state that is not printed lies between nothing and what the residual row says of each', () =>
    expect(ask(sourceOf([table]), 'state.NY')).toMatchObject({
      low: 0,
      high: 2,
      value: null,
      kind: 'bounded',
    }))

  it('is not nothing where a row may be meant that has another name', () => {
    const purposes = (label: string) =>
      inventTable({ dimension: 'purpose', rows: [row('Purchase', 60_000), row(label, 40_000)] })
    expect(ask(sourceOf([purposes('Rate/Term Refinance')]), 'purpose.cash-out')).toMatchObject({
      low: 0,
      high: 0,
    })
    expect(ask(sourceOf([purposes('Refinance')]), 'purpose.cash-out')).toMatchObject({ low: 0, high: 40 })
    expect(ask(sourceOf([purposes('Cash Out or Rate/Term')]), 'purpose.cash-out')).toMatchObject({ high: 40 })
  })

  it('is not reported without a table', () => expect(ask(sourceOf([table]), 'purpose.cash-out')).toBeNull())

  it('takes in all that a table says that contradicts itself', () => {
    const wrong = structuredClone(table)
    const [california] = wrong.buckets
    if (california) california.values.balanceCents = 6_000_000
    expect(ask(sourceOf([wrong]), 'state.CA')).toMatchObject({ contradicted: true, low: 49.995, high: 60 })
  })
})

describe('the tail of a range dimension', () => {
  const table = inventTable({
    dimension: 'original-ltv',
    rows: [
      row('70.01 to 80.00', 60_000, { range: rangeOf(70.01, 80) }),
      row('80.01 to 90.00', 40_000, { range: rangeOf(80.01, 90) }),
    ],
  })

  it('is exact at a printed edge and bounded between', () => {
    expect(ask(sourceOf([table]), 'original-ltv.above.80')).toMatchObject({
      low: 40,
      high: 40,
      said: '40.00%',
    })
    expect(ask(sourceOf([table]), 'original-ltv.above.85')).toMatchObject({
      low: 0,
      high: 40,
      kind: 'bounded',
    })
  })

  it('is not taken from a table of a part of the pool', () => {
    const part = inventTable({
      id: 'part',
      dimension: 'original-ltv',
      rows: [row('80.01 to 90.00', 9000, { range: rangeOf(80.01, 90) })],
    })
    const whole = states([row('California', 100_000, { code: 'CA' })])
    const again = { ...whole, id: 'again', dimension: 'purpose' }
    expect(ask(sourceOf([whole, again, part]), 'original-ltv.above.80')).toBeNull()
  })
})

describe('a figure of the pool', () => {
  it('is the one that the report has, in words with its unit', () => {
    const source = sourceOf([states([row('California', 100_000, { code: 'CA' })])])
    expect(ask(source, 'balance')).toMatchObject({ value: 10_000_000, said: '$100,000' })
    expect(ask(source, 'wac')).toBeNull()
  })
})

describe('figures over loan groups', () => {
  const groups = ['Loan Group 1', 'Loan Group 2']
  const anyUnit = fc.constantFrom('cents' as const, 'dollars' as const, 'thousands' as const)
  const shareOf = (loans: readonly Loan[], isIn: (loan: Loan) => boolean) => {
    const sum = (some: readonly Loan[]) => some.reduce((all, { cents }) => all + cents, 0)
    return (100 * sum(loans.filter(isIn))) / sum(loans)
  }

  it('add up to those of their pool, and hold the truth wherever they are bounded', () => {
    fc.assert(
      fc.property(anyLoans(0), fc.integer({ min: 40, max: 95 }), anyUnit, (loans, at, balances) => {
        const tables = groups.flatMap((loanGroup, order) => {
          const own = loans.filter((_, place) => place % 2 === order)
          return [loanSplits.state, loanSplits.score].map(split => ({
            ...tabulate(own, split, [], { loanGroup, balances }),
            id: `loan-group-${order + 1}--${split.id}`,
          }))
        })
        const source = sourceOf(tables)
        const california = ask(source, 'state.CA')
        const truth = shareOf(loans, ({ state }) => state === 'California')
        expect(california?.low).toBeLessThanOrEqual(truth + 1e-6)
        expect(california?.high).toBeGreaterThanOrEqual(truth - 1e-6)
        const edge = 500 + at
        const tail = ask(source, `credit-score.above.${edge}`)
        const beyond = shareOf(loans, ({ score }) => (score ?? 0) > edge)
        expect(tail?.low).toBeLessThanOrEqual(beyond + 1e-6)
        expect(tail?.high).toBeGreaterThanOrEqual(beyond - 1e-6)
      }),
      { seed: 9, numRuns: cases },
    )
  })
})
