import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate, figureValue } from '../checks/formula.ts'
import type { Stratification } from '../report.ts'
import { drawnPools, printPool } from '../testing/drawn-pool.ts'
import { amounts, ask } from './answer.ts'
import { formulasOfAnswer } from './answer-formulas.ts'
import type { Distribution, Span } from './distribution.ts'
import { spanOfQuestion } from './question.ts'
import { readDistribution } from './read-distribution.ts'

const draws = Number(process.env.STRATA_DRAWS ?? 1000)

/** The ends of an answer that their steps do not come to. */
function wrongEnds(table: Stratification, distribution: Distribution, span: Span): object[] {
  const answer = ask(distribution, span)
  const formulas = formulasOfAnswer(table, distribution, span)
  const figureOf = figureValue({ stratifications: [table], statistics: [] } as never)
  return amounts.flatMap((amount): object[] => {
    const [bound, ends] = [answer[amount], formulas[amount]]
    if (bound === null) return ends === null ? [] : [{ amount, says: 'not answered' }]
    return (['low', 'high'] as const).flatMap((end): object[] => {
      const value = ends && evaluate(ends[end], figureOf)
      const isIt = value !== null && Math.abs(value - bound[end]) <= 1e-8 * Math.max(1, Math.abs(bound[end]))
      return isIt ? [] : [{ amount, end, value, answer: bound[end] }]
    })
  })
}

describe('the steps of an answer', () => {
  it('come to what drawn pools answer, for tails and between two edges', () => {
    fc.assert(
      fc.property(drawnPools, ({ loans, print, asked: [low, high] }) => {
        const table = printPool(loans, print)
        const read = readDistribution(table)
        fc.pre(!('reason' in read))
        if ('reason' in read) return
        const inUnit = (figure: number) =>
          print.unit === 'cents' ? figure : Number((figure * print.place).toFixed(6))
        for (const span of [
          spanOfQuestion({ side: 'above', at: inUnit(low) }),
          spanOfQuestion({ side: 'atMost', at: inUnit(high) }),
          spanOfQuestion({ side: 'atLeast', at: inUnit(low), and: { side: 'below', at: inUnit(high) } }),
        ])
          expect(wrongEnds(table, read.distribution, span)).toEqual([])
      }),
      { numRuns: draws, seed: 11 },
    )
  })
})
