import { expect, it } from 'vitest'
import { type Loan, printOfRatios, printPool } from '../testing/drawn-pool.ts'
import { comparePools, type PoolTables } from './compare-pools.ts'
import type { CompareChoice } from './compared.ts'
import { findFewEdges } from './few-edges.ts'

const loans: Loan[] = Array.from({ length: 45 }, (_, order) => ({
  figure: 5500 + order * 100,
  balance: 10_000_000 + order * 100,
}))
const poolWith = (...edges: number[]): PoolTables => {
  const table = printPool(loans, { ...printOfRatios, edges })
  return { tables: [table], loanGroup: table.loanGroup }
}
const [tens, fives, odd] = [
  poolWith(6001, 7001, 8001, 9001),
  poolWith(6001, 6501, 7001, 7501, 8001, 9001),
  poolWith(6667, 7778),
]
const few = (pools: PoolTables[], choice: Partial<CompareChoice> = {}) => {
  const asked: CompareChoice = { measure: 'loanCount', edges: null, rows: 'above', ...choice }
  const { dimension } = pools[0]?.tables[0] ?? {}
  return findFewEdges(pools, dimension ?? '', asked, comparePools(pools, dimension ?? '', asked))
}

it('names the pool that costs the others their edges', () => {
  expect(few([tens, odd, fives])).toEqual({ shared: 1, without: { pool: 1, shared: 5 } })
})

it('says nothing where enough are shared, where edges were chosen, and of two pools', () => {
  expect(few([tens, fives, fives])).toBeNull()
  expect(few([tens, odd, fives], { edges: 'finer' })).toBeNull()
  expect(few([tens, odd])).toBeNull()
})

it('names none where leaving one out helps nobody', () => {
  expect(few([odd, poolWith(6101, 7201), poolWith(6301, 7401)])).toMatchObject({ without: null })
})
