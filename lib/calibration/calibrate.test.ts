import { describe, expect, it } from 'vitest'
import { decodeFiling } from '../filing/decode-filing.ts'
import { splitDocuments } from '../filing/split-documents.ts'
import { readFiling } from '../read-filing.ts'
import type { Stratification } from '../report.ts'
import type { Loans } from '../tape/loans.ts'
import { loansOfFile } from '../tape/read-document.ts'
import { calibrate } from './calibrate.ts'
import { generateTape } from './generated-tape.ts'

type Tape = { loans: Loans; tables: Stratification[] }

function readTape(text: string): Tape {
  const bytes = Buffer.from(text)
  const [decoded, read] = [decodeFiling(bytes), readFiling(bytes, 'generated.xml')]
  if ('refusal' in decoded || 'refusal' in read) throw new Error('The tape is not read.')
  const loans = loansOfFile(decoded.file, splitDocuments(decoded.file).value.documents)
  if (loans === null) throw new Error('The tape has no loans.')
  return { loans, tables: read.report.stratifications }
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

describe('intervals asked of printed ranges', () => {
  it('hold every true value, a thousand asks of each of several tapes', () => {
    for (const seed of [1, 2, 3]) {
      const { loans, tables } = readTape(generateTape(seed, 300))
      const { dimensions, misses } = calibrate(loans, tables, { asks: 1000, seed })
      expect(misses).toEqual([])
      expect(sum(dimensions.map(({ tails, compared }) => tails + compared))).toBe(1000)
      expect(sum(dimensions.map(({ inside }) => inside))).toBe(1000)
      expect(sum(dimensions.map(({ compared }) => compared))).toBeGreaterThan(200)
    }
  })

  it('are never wider by what rows prove than by their edges alone, and narrower where the balance is the figure', () => {
    const { loans, tables } = readTape(generateTape(7, 300))
    const { dimensions } = calibrate(loans, tables, { asks: 1000, seed: 7 })
    for (const { widthSum, edgesAloneSum } of dimensions)
      expect(widthSum).toBeLessThanOrEqual(edgesAloneSum + 1e-6)
    const balance = dimensions.find(({ dimension }) => dimension === 'current-balance')
    expect(balance?.widthSum).toBeLessThan((balance?.edgesAloneSum ?? 0) * 0.9)
  })

  it('miss loudly where the rows are not of the loans', () => {
    const { tables } = readTape(generateTape(1, 300))
    const { loans } = readTape(generateTape(2, 300))
    const { misses } = calibrate(loans, tables, { asks: 200, seed: 1 })
    expect(misses.length).toBeGreaterThan(10)
    expect(misses[0]).toMatchObject({ dimension: expect.any(String), asked: expect.any(String) })
  })

  it('are asked the same of the same seed', () => {
    const { loans, tables } = readTape(generateTape(1, 200))
    const asked = () => calibrate(loans, tables, { asks: 100, seed: 5 })
    expect(asked()).toEqual(asked())
  })
})
