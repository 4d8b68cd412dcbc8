import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkStratifications, figureValue } from '../checks/index.ts'
import { anyLoans, loanAverages, loanSplits, tabulate } from '../fixtures/invented-loans.ts'
import { findFixtures, runFixture } from '../fixtures/run-fixture.ts'
import { readPool } from '../pool/read-pool.ts'
import type { FilingReport, Stratification } from '../report.ts'
import { inventReport } from '../testing/invented-report.ts'
import {
  type DealFigure,
  figureKey,
  figureOf,
  findWay,
  formulasOfFigure,
  poolFigureIds,
  readFigureKey,
} from './index.ts'

const cases = Number(process.env.STRATA_CASES ?? 25)

const keys = [
  ...poolFigureIds,
  'state.CA',
  'state.NY',
  'purpose.purchase',
  'occupancy.investor',
  'original-ltv.above.80',
  'original-ltv.above.77',
  'credit-score.below.640',
  'mortgage-rate.atLeast.7',
  'current-balance.above.300000',
]

function figureOfKey(key: string): DealFigure {
  const figure = readFigureKey(key)
  if ('problem' in figure) throw new Error(figure.problem)
  return figure
}

/**
 * Figures that a report tells of the whole pool and of each loan group without a way to compute them, by group and key. Of
 * shares and tails of a table that contradicts itself all that it says is told, for which there are no steps.
 */
function withoutSteps(report: FilingReport): { told: number; lacking: string[] } {
  const printed = figureValue(report)
  let told = 0
  const lacking = report.pool.flatMap(({ loanGroup }) =>
    keys.flatMap(key => {
      const figure = figureOfKey(key)
      const value = figureOf(report, figure, loanGroup)
      if (value === null || (value.contradicted && figure.kind !== 'pool')) return []
      told++
      const way = findWay(formulasOfFigure(report, { figure, loanGroup }, printed), value, printed)
      return way === null
        ? [
            `${loanGroup ?? 'whole pool'}: ${figureKey(figure)} (${value.kind}${value.contradicted ? ', contradicted' : ''})`,
          ]
        : []
    }),
  )
  return { told, lacking }
}

describe('every figure that is told has steps that come to it', () => {
  it.each(findFixtures())('in %s', name => {
    expect(withoutSteps(runFixture(name).report).lacking).toEqual([])
  })

  const groups = ['Loan Group 1', 'Loan Group 2', 'Loan Group 3']
  const anyStyle = fc.record({
    balances: fc.constantFrom('cents' as const, 'dollars' as const, 'thousands' as const, 'none' as const),
    without: fc.constantFrom(0, 0.2),
    count: fc.integer({ min: 1, max: 3 }),
    hasWhole: fc.boolean(),
  })

  it('of invented pools that print loan groups, alone or with the whole', () => {
    let all = 0
    fc.assert(
      fc.property(
        anyStyle,
        fc.constant(null).chain(() => anyLoans(0)),
        anyLoans(0.2),
        (style, full, lacking) => {
          const loans = style.without === 0 ? full : lacking
          const names = groups.slice(0, style.count)
          const table = (own: typeof loans, loanGroup: string | null) =>
            [loanSplits.state, loanSplits.score, loanSplits.ltv, loanSplits.purpose].map(
              (split): Stratification => ({
                ...tabulate(own, split, [loanAverages.rate, loanAverages.score, loanAverages.margin], {
                  loanGroup,
                  balances: style.balances,
                }),
                id: `${loanGroup ?? 'whole'}--${split.id}`,
              }),
            )
          const stratifications = [
            ...names.flatMap((loanGroup, order) =>
              table(
                loans.filter((_, place) => place % names.length === order),
                loanGroup,
              ),
            ),
            ...(style.hasWhole ? table(loans, null) : []),
          ]
          const read = { stratifications, statistics: [] }
          const checks = checkStratifications(read)
          const report = inventReport({ ...read, checks, pool: readPool(read, checks) })
          const { told, lacking: found } = withoutSteps(report)
          all += told
          expect(found).toEqual([])
        },
      ),
      { seed: 3, numRuns: cases, endOnFailure: true },
    )
    expect(all).toBeGreaterThan(cases * 5)
  })
})
