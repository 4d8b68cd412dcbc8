import { describe, expect, it } from 'vitest'
import { inventedBytes, inventedReport } from '../testing/invented-reader.ts'
import { poolFigures } from './pool-figures.ts'

const filing = { balanceCents: 300_00, loanCount: 7, wacPct: 7.125 }
const report = inventedReport(filing, inventedBytes(filing), 'filing.txt')

describe('poolFigures', () => {
  it('are those of the whole pool as the report gives them', () =>
    expect(poolFigures(report)).toMatchObject({
      poolBalanceCents: 300_00,
      loanCount: 7,
      averageBalanceCents: 4286,
      wacPct: 7.125,
      wacIsNet: false,
    }))

  it('are of the loan group that all of the filing is of, and say so', () => {
    const pool = report.pool.map(summary => ({ ...summary, loanGroup: 'Group 1' }))
    expect(poolFigures({ ...report, pool })).toMatchObject({ loanGroup: 'Group 1', wacPct: 7.125 })
  })

  it('are of none of several loan groups', () => {
    const pool = ['Group 1', 'Fixed Rate'].flatMap(loanGroup =>
      report.pool.map(summary => ({ ...summary, loanGroup })),
    )
    expect(poolFigures({ ...report, pool })).toMatchObject({ poolBalanceCents: null, wacPct: null })
  })
})
