import { describe, expect, it } from 'vitest'
import { loansFrom, printOfRatios, printPool } from '../testing/drawn-pool.ts'
import { readAsked, type TypedQuestion } from './asked.ts'

const table = printPool(loansFrom(5500), printOfRatios)
const asked = (typed: TypedQuestion) => readAsked({ table }, typed)

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
    [{ above: '99999999999999999999' }, 'is no figure of this table'],
    [{ atLeast: '-5' }, 'is never below'],
  ])('says what is wrong with %o', (typed, problem) => {
    expect(asked(typed)).toMatchObject({
      kind: 'nothing',
      problem: { field: 'at', says: expect.stringContaining(problem) },
    })
  })
  it('is what lies between two edges by a link and by a form alike, which takes edges as the rows do', () => {
    const byLink = asked({ above: '70', atMost: '80' })
    expect(byLink).toMatchObject({
      kind: 'tail',
      side: 'between',
      question: { side: 'above', at: 70, and: { side: 'atMost', at: 80 } },
      answer: { exact: true, loanCount: { low: 10, high: 10 } },
      sentence: expect.stringMatching(/^Original LTV above 70 and at most 80: .*exactly\.$/),
    })
    expect(asked({ side: 'between', at: '70', to: '80' })).toEqual(byLink)
  })
  it('names the nearest printed edges of a table in whole dollars, where no more is open than rounding', () => {
    const dollars = printPool(loansFrom(5500), { ...printOfRatios, wholeDollars: true })
    const sentenceOf = (typed: TypedQuestion) => {
      const read = readAsked({ table: dollars }, typed)
      return read.kind === 'tail' ? read.sentence : ''
    }
    expect(sentenceOf({ above: '72' })).toMatch(/; exact but for rounding above 70 and above 80\.$/)
    expect(sentenceOf({ above: '80' })).toMatch(/ loans, exactly but for rounding\.$/)
    expect(sentenceOf({ side: 'between', at: '72', to: '85' })).toContain(
      'exact but for rounding above 70 and at most 90.',
    )
  })
  it('bounds what lies between edges within rows, and names the exact questions around', () => {
    const cut = asked({ side: 'between', at: '72', to: '85' })
    expect(cut).toMatchObject({ answer: { exact: false, loanCount: { low: 0, high: 20 } } })
    expect(cut.kind === 'tail' && cut.sentence).toContain('exact above 70 and at most 90.')
    const wide = asked({ side: 'between', at: '65', to: '85' })
    expect(wide.kind === 'tail' && wide.sentence).toContain(
      'exact above 60 and at most 90, and above 70 and at most 80.',
    )
  })
  it.each([
    [{ side: 'between', at: '80' }, 'to', 'Type both edges.'],
    [{ side: 'between', to: '80' }, 'at', 'Type both edges.'],
    [{ side: 'between', at: '70', to: 'high' }, 'to', '“high” is no figure'],
    [{ side: 'between', at: '70', to: '400' }, 'to', 'is never above'],
    [{ side: 'between', at: '80', to: '70' }, 'to', 'Nothing lies above 80 and at most 70'],
    [{ above: '80', atMost: '80' }, 'to', 'Nothing lies'],
  ])('says which of two edges is wrong in %o', (typed, field, says) => {
    expect(asked(typed)).toMatchObject({
      kind: 'nothing',
      side: 'between',
      problem: { field, says: expect.stringContaining(says) },
    })
  })
  it('asks for one figure between two edges that take it in', () => {
    expect(asked({ atLeast: '80', atMost: '80' })).toMatchObject({ kind: 'tail' })
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
    [Array.from({ length: 121 }, (_, order) => order).join(', '), 'at most 120'],
    ['70, -1', 'is never below'],
  ])('refuses the edges %s', (edges, problem) => {
    expect(asked({ edges })).toMatchObject({ buckets: null, problem: expect.stringContaining(problem) })
  })
  it('joins rows that are ticked, and more of them later', () => {
    const labels = (typed: TypedQuestion) => {
      const joined = asked(typed)
      return joined.kind === 'edges' && joined.buckets?.map(({ answer }) => answer.loanCount?.low)
    }
    expect(asked({ row: ['2', '3'] })).toMatchObject({ typed: '60, 80, 90', problem: null })
    expect(labels({ row: ['2', '3'] })).toEqual([6, 20, 10, 9])
    expect(labels({ row: ['1', '2', '4', '5'] })).toEqual([16, 10, 19])
    expect(labels({ edges: '60, 80, 90', row: ['4', '5'] })).toEqual([6, 20, 19])
  })
  it.each([[['2']], [['1', '3']], [['x']]])('joins nothing where the rows %o are ticked', row => {
    expect(asked({ row })).toMatchObject({ kind: 'edges', problem: expect.stringContaining('Tick two rows') })
  })
  it('is impossible of a table of names', () => {
    expect(readAsked({ table: { ...table, dimension: 'purpose' } }, { above: '80' })).toMatchObject({
      kind: 'impossible',
    })
  })
})
