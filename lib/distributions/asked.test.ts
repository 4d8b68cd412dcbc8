import { describe, expect, it } from 'vitest'
import { type Loan, type Print, printPool } from '../testing/drawn-pool.ts'
import { readAsked, type TypedQuestion } from './asked.ts'

const print: Print = {
  dimension: 'original-ltv',
  unit: 'percent',
  place: 0.01,
  edges: [6001, 7001, 8001, 9001],
  openBelow: true,
  openAbove: false,
  wholeDollars: false,
  withBalance: true,
  withCount: true,
  withAverage: false,
  residualBelow: 0,
}
const loans: Loan[] = Array.from({ length: 45 }, (_, order) => ({
  figure: 5500 + order * 100,
  balance: 10_000_000,
}))
const table = printPool(loans, print)
const asked = (typed: TypedQuestion) => readAsked(table, typed)

describe('what an address asks of a table', () => {
  it('is a tail by a link and by a form alike', () => {
    const byLink = asked({ above: '80' })
    expect(byLink).toMatchObject({ kind: 'tail', question: { side: 'above', at: 80 } })
    expect(asked({ side: 'above', at: '80' })).toEqual(byLink)
  })
  it('is nothing while nothing is typed', () => {
    expect(asked({})).toMatchObject({ kind: 'nothing', side: 'above', problem: null })
    expect(asked({ side: 'below', at: ' ' })).toMatchObject({ kind: 'nothing', side: 'below', problem: null })
  })
  it.each([
    [{ above: 'high' }, 'is no figure of this table'],
    [{ atLeast: '-5' }, 'is never below'],
  ])('says what is wrong with %o', (typed, problem) => {
    expect(asked(typed)).toMatchObject({ kind: 'nothing', problem: expect.stringContaining(problem) })
  })
  it('regroups at edges of one’s own, each once and rising', () => {
    const regrouped = asked({ edges: '80, 70, 70' })
    expect(regrouped).toMatchObject({ kind: 'edges', problem: null })
    expect(
      regrouped.kind === 'edges' && regrouped.buckets?.map(({ answer }) => answer.loanCount?.low),
    ).toEqual([16, 10, 19])
  })
  it.each([
    ['seventy', 'are no edges'],
    [Array.from({ length: 61 }, (_, order) => order).join(', '), 'at most 60'],
    ['70, -1', 'is never below'],
  ])('refuses the edges %s', (edges, problem) => {
    expect(asked({ edges })).toMatchObject({ buckets: null, problem: expect.stringContaining(problem) })
  })
  it('is impossible of a table of names', () => {
    expect(readAsked({ ...table, dimension: 'purpose' }, { above: '80' })).toMatchObject({
      kind: 'impossible',
    })
  })
})
