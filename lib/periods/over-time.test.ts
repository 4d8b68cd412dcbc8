import { describe, expect, it } from 'vitest'
import { readFiling } from '../read-filing.ts'
import { type TapeFacts, tapeFactsSchema } from '../report.ts'
import { exhibitOf, inventMonths } from '../testing/invented-months.ts'
import { type MonthFiling, orderMonths } from './over-time.ts'
import { speedOf } from './speed.ts'

const invented = inventMonths(4)
const filings = invented.map((month, order): MonthFiling => {
  const read = readFiling(Buffer.from(exhibitOf(month)), 'ex102.xml')
  if ('refusal' in read) throw new Error('The exhibit is not read.')
  return { sha256: String(order), name: `month ${order}`, tape: tapeFactsSchema.parse(read.report.tape) }
})
const tapeOf = (order: number): TapeFacts => {
  const tape = filings[order]?.tape
  if (!tape) throw new Error('No such month.')
  return tape
}

describe('a deal’s loans over time', () => {
  it('are a month each, the earliest first, whichever order filings came in', () => {
    const { months } = orderMonths(filings.toReversed())
    expect(months.map(({ month, filing }) => [month, filing?.sha256])).toEqual([
      ['2024-01', '0'],
      ['2024-02', '1'],
      ['2024-03', '2'],
      ['2024-04', '3'],
    ])
    expect(months.map(({ amounts }) => amounts.end?.cents)).toEqual(invented.map(({ endCents }) => endCents))
    expect(months.map(({ gapCents }) => gapCents)).toEqual([null, 0, 0, 0])
  })

  it('say which month nobody reports, and compare none across it', () => {
    const { months } = orderMonths(filings.filter((_, order) => order !== 1))
    expect(months[1]).toMatchObject({ month: '2024-02', filing: null, loans: null, statuses: null })
    expect(months[2]?.gapCents).toBeNull()
    expect(months[0]?.amounts.losses).toBeNull()
  })

  it('count the last of two filings for one month, and name the other', () => {
    const [first] = filings
    if (!first) throw new Error('No month.')
    const { months } = orderMonths([{ ...first, sha256: 'old' }, ...filings])
    expect(months[0]?.filing?.sha256).toBe('0')
    expect(months[0]?.alsoIn.map(({ sha256 }) => sha256)).toEqual(['old'])
  })

  it('tell a month that begins with another balance than the one before ended with', () => {
    const [first, second] = filings
    if (!first || !second) throw new Error('No month.')
    const changed = structuredClone(second)
    if (changed.tape.period.amounts.beginning) changed.tape.period.amounts.beginning.cents += 500
    expect(orderMonths([first, changed]).months[1]?.gapCents).toBe(500)
  })

  it('share out the balance by status so that all of it is there', () => {
    for (const { statuses } of orderMonths(filings).months) {
      const shares = [...(statuses?.values() ?? [])].map(({ balancePct }) => balancePct ?? 0)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 9)
    }
  })

  it('stand apart where they name no period', () => {
    const undated = { sha256: 'x', name: 'x', tape: { ...tapeOf(0), asOf: null } }
    expect(orderMonths([undated])).toEqual({ months: [], undated: [undated] })
  })
})

describe('the speed of prepayments', () => {
  const told = { field: 'x', loans: 10 }
  const tape = (change: Partial<TapeFacts['period']['amounts']>, from = '2024-01-01'): TapeFacts => ({
    ...tapeOf(0),
    period: {
      ...tapeOf(0).period,
      from,
      loans: 10,
      amounts: {
        ...tapeOf(0).period.amounts,
        beginning: { ...told, cents: 100_100 },
        scheduled: { ...told, cents: 100 },
        unscheduled: { ...told, cents: 1000 },
        ...change,
      },
    },
  })

  it('is that of a month, and of a year at it', () => {
    const speed = speedOf(tape({}))
    if ('reason' in speed) throw new Error(speed.reason)
    expect(speed.smmPct).toBeCloseTo(1, 9)
    expect(speed.cprPct).toBeCloseTo(100 * (1 - 0.99 ** 12), 9)
  })

  it('is told of a month that ends or begins on another day because of a weekend or a holiday', () => {
    const days = (asOf: string, from: string) => speedOf({ ...tape({}, from), asOf })
    for (const [asOf, from] of [
      ['2025-11-12', '2025-10-11'],
      ['2024-03-11', '2024-02-14'],
    ] as const)
      expect(days(asOf, from)).toMatchObject({ smmPct: expect.closeTo(1, 9) })
  })

  it('is not told where fields do not prove it', () => {
    expect(speedOf(tape({ unscheduled: null }))).toEqual({ reason: 'no-element' })
    expect(speedOf(tape({ scheduled: { ...told, cents: 100, loans: 9 } }))).toEqual({
      reason: 'not-every-loan',
    })
    for (const from of ['2023-11-01', '2024-01-20'])
      expect(speedOf(tape({}, from))).toEqual({ reason: 'not-a-month' })
    expect(speedOf(tape({ unscheduled: { ...told, cents: -5 } }))).toEqual({ reason: 'below-nothing' })
  })
})
