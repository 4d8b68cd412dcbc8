import { describe, expect, it } from 'vitest'
import { findFixtures, runFixture } from '../fixtures/run-fixture.ts'
import type { Check } from '../report.ts'
import { type CheckFormula, evaluate, type FigureRef, type Formula, findFormula } from './formula.ts'
import { checkStratifications, figureValue, formulaOf } from './index.ts'

/** Bounds of what the pool can average, between rows that are ranges: too many steps to be told as one. */
const withoutFormula = ['stated-average-matches-row-averages']

describe('formulaOf', () => {
  it.each(findFixtures())('tells how every check of %s was computed', name => {
    const { report } = runFixture(name)
    const figureOf = figureValue(report)
    const untold = report.checks.filter(
      check => !withoutFormula.includes(check.code) && formulaOf(check, report, figureOf) === null,
    )
    expect(untold).toEqual([])
  })

  it('leaves out a check whose figures are no longer those it compared', () => {
    const { report } = runFixture('averages-and-tail')
    const figureOf = figureValue(report)
    const told = report.checks.filter(check => formulaOf(check, report, figureOf) !== null)
    expect(told.length).toBeGreaterThan(10)
    const moved = told.map(check => ({ ...check, expected: check.expected + 1 }))
    expect(moved.filter(check => formulaOf(check, report, figureOf) !== null)).toEqual([])
    const otherwise = told.filter(({ bounds }) => bounds === null)
    const found = otherwise.map(check => ({ ...check, found: check.found * 1.001 + 1 }))
    expect(found.filter(check => formulaOf(check, report, figureOf) !== null)).toEqual([])
  })

  it('does the same for checks of tables that are held otherwise', () => {
    const { report } = runFixture('loan-groups')
    const copy = structuredClone({ stratifications: report.stratifications, statistics: report.statistics })
    const checks = checkStratifications(copy)
    expect(checks.filter(check => formulaOf(check, copy, figureValue(copy)) === null)).toEqual([])
  })
})

const n = (number: number): Formula => ({ number })
const noFigure = () => null

describe('evaluate', () => {
  it.each<[string, Formula, number | null]>([
    ['a sum', { sum: [n(1), n(2), n(4)] }, 7],
    ['nothing added up', { sum: [] }, 0],
    ['a product', { product: [n(3), n(4)] }, 12],
    ['a quotient', { quotient: [n(3), n(4)] }, 0.75],
    ['a division by nothing', { quotient: [n(3), n(0)] }, null],
    ['a difference', { difference: [n(3), n(4)] }, -1],
    ['a number rounded up', { roundedUp: n(3.2) }, 4],
    ['a whole number with noise', { roundedUp: n(3.0000000001) }, 3],
    ['a number rounded down', { roundedDown: n(3.9) }, 3],
    [
      'a weighted mean',
      {
        mean: [
          { of: n(6), weight: n(1) },
          { of: n(8), weight: n(3) },
        ],
      },
      7.5,
    ],
    ['a mean that nothing weighs', { mean: [{ of: n(6), weight: n(0) }] }, null],
    ['the least', { least: [n(3), n(2)] }, 2],
    ['the most', { most: [n(3), n(2)] }, 3],
    ['the most of nothing', { most: [] }, null],
    ['a sum with a figure that is not there', { sum: [n(1), { figure: { statistic: 'wac' } }] }, null],
  ])('gives %s', (_, formula, value) => expect(evaluate(formula, noFigure)).toBe(value))
})

describe('findFormula', () => {
  const check = (over: Partial<Check>): Check => ({
    code: 'column-adds-up-to-total',
    stratification: null,
    measure: null,
    bucket: null,
    statistic: null,
    outcome: 'pass',
    expected: 7,
    found: 7,
    tolerance: 0,
    bounds: null,
    at: { line: 1, start: 1, end: 2 },
    ...over,
  })
  const figureOf = (figure: FigureRef) => ('statistic' in figure ? 7 : null)
  const printed: Formula = { figure: { statistic: 'wac' } }
  const wrong: CheckFormula = { expected: printed, found: { sum: [n(3), n(5)] } }
  const right: CheckFormula = { expected: printed, found: { sum: [n(3), n(4)] } }
  const between: CheckFormula = { expected: printed, bounds: [n(3), n(8)] }

  it('turns down a way that gives something else', () =>
    expect(findFormula(check({}), [wrong], figureOf)).toBeNull())
  it('takes the way that gives what was compared', () =>
    expect(findFormula(check({}), [wrong, between, right], figureOf)).toBe(right))
  it('takes no single figure for an interval, and no interval for another', () => {
    expect(findFormula(check({ bounds: [3, 8] }), [right, between], figureOf)).toBe(between)
    expect(findFormula(check({ bounds: [3, 9] }), [right, between], figureOf)).toBeNull()
  })
})
