import { describe, expect, it } from 'vitest'
import { newFigure } from '@/lib/pool/new-figure.ts'
import type { PoolFigure, PoolSummary } from '@/lib/report.ts'
import { formatFigure, listOtherAverages, listPoolFigures, otherRate, proveFigure } from './pool-figures.ts'

const at = { line: 1, start: 1, end: 2 }

function figure(id: string, more: Partial<PoolFigure>): PoolFigure {
  const made = newFigure({ id, unit: 'percent', decimals: 3, ...more })
  if (!made) throw new Error('nothing is known of the figure')
  return made
}

function poolOf(...figures: PoolFigure[]): PoolSummary {
  return { loanGroup: null, figures, checks: { passed: 1, failed: 0 } }
}

describe('the pool line', () => {
  const balance = { unit: 'cents', decimals: 2, stated: 900, computed: 900, from: 'rows' } as const
  const check = (outcome: 'pass' | 'fail') => ({ code: 'total-is-the-same-in-every-table', outcome })

  it('says in how many tables a total is the same, and fails when one differs', () => {
    const same = figure('balance', { ...balance, tables: { same: 2, of: 2 }, check: check('pass') })
    expect(proveFigure(same)).toEqual({ outcome: 'pass', words: 'same in 2 of 2 tables' })
    const differs = figure('balance', { ...balance, tables: { same: 1, of: 2 }, check: check('fail') })
    expect(proveFigure(differs)).toEqual({ outcome: 'fail', words: 'same in 1 of 2 tables' })
  })

  it('holds the total of an only table against its rows, for it would always equal itself', () => {
    const only = { ...balance, tables: { same: 1, of: 1 } }
    expect(proveFigure(figure('balance', only))).toEqual({ outcome: null, words: 'the total of one table' })
    expect(proveFigure(figure('balance', { ...only, check: check('pass') })).words).toBe('the rows add up')
    expect(proveFigure(figure('balance', { ...only, check: check('fail') })).outcome).toBe('fail')
  })

  it('prefers the rate that the rows can prove to the one only stated, and shows the other beside it', () => {
    const gross = figure('wac', { stated: 6.996, at })
    const net = figure('net-wac', { stated: 6.973, computed: 6.973001, from: 'rows', at })
    const pool = poolOf(gross, net)
    expect(listPoolFigures(pool).map(({ id }) => id)).toEqual(['net-wac'])
    expect(otherRate(pool, net)).toBe(gross)
    expect(proveFigure(gross).words).toBe('stated; no table gives it')
  })

  it('leaves the other averages that the filing states to a line of their own', () => {
    const score = figure('credit-score', { unit: 'score', decimals: 0, stated: 712, bounds: [690, 730] })
    const dti = figure('dti', { computed: 35.2, from: 'rows' })
    const pool = poolOf(figure('waltv', { stated: 72.65 }), score, dti)
    expect(listPoolFigures(pool).map(({ id }) => id)).toEqual(['waltv'])
    expect(listOtherAverages(pool)).toEqual([score])
    expect(listOtherAverages(undefined)).toEqual([])
  })

  it('shows a stated figure inside the bounds that ranges allow', () => {
    const waltv = figure('waltv', { stated: 72.65, decimals: 2, bounds: [65.06, 74.5] })
    expect(proveFigure(waltv).words).toBe('within [65.06, 74.50]')
  })

  it('says what a figure is computed from where nothing states it', () => {
    const wam = figure('wam', { unit: 'months', decimals: 0, computed: 355.499, from: 'rows' })
    expect(proveFigure(wam)).toEqual({ outcome: null, words: 'from the rows, not stated' })
    const added = figure('wac', { computed: 6.884012, from: 'groups' })
    expect([formatFigure(added), proveFigure(added).words]).toEqual([
      '6.884',
      'from the loan groups, not stated',
    ])
  })

  it('shows what ranges allow where nothing else is known, and nothing for no figure', () => {
    expect(formatFigure(figure('waltv', { decimals: 0, bounds: [65.06, 74.5] }))).toBe('65.06–74.50')
    expect(listPoolFigures(undefined)).toEqual([])
  })
})
