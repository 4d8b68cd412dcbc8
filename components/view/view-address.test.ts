import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyView as empty } from './view.ts'
import { readView, writeView } from './view-address.ts'

const address = 'https://strata.example/deals/some-trust-2004-1'

describe('the view in an address', () => {
  it('names the measure, the line, the loan group, every sorted table and every cumulative column', () => {
    const view = readView(
      '?measure=count&line=waRatePct&group=loan-group-2&sort=state.balance-desc,purpose.label-asc&cumulative=original-ltv',
    )
    expect(view.measure).toBe('loanCount')
    expect(view.line).toBe('waRatePct')
    expect(view.group).toBe('loan-group-2')
    expect(view.sorts.get('state')).toEqual({ column: 'balanceCents', isDescending: true })
    expect(view.sorts.get('purpose')).toEqual({ column: 'label', isDescending: false })
    expect([...view.cumulative]).toEqual(['original-ltv'])
  })

  it('leaves out what cannot be understood', () => {
    const view = readView('?sort=state,,state.balance,.count-asc,state.balance-sideways&cumulative=,')
    expect(view).toEqual(empty)
  })

  it('keeps the parameters of others, and reads as people write it', () => {
    const sorts = new Map([['loan-group-1--state', { column: 'waLtvPct', isDescending: false }]])
    const written = writeView(`${address}?part=2#state`, { ...empty, sorts, at: '105:47-61' })
    expect(written).toBe(`${address}?part=2&sort=loan-group-1--state.waLtvPct-asc&at=105:47-61#state`)
  })

  it('leaves no trace of a view that is nothing special', () => {
    expect(writeView(`${address}?measure=count&sort=state.balance-desc`, empty)).toBe(address)
  })

  it('reads back every view it writes', () => {
    const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/)
    const order = fc.record({
      column: fc.constantFrom('label', 'balanceCents', 'loanCount', 'balancePct', 'waRatePct'),
      isDescending: fc.boolean(),
    })
    const views = fc.record({
      measure: fc.constantFrom(null, 'balanceCents', 'loanCount', 'balancePct'),
      line: fc.constantFrom(null, 'cumulative', 'none', 'waRatePct'),
      group: fc.option(id),
      sorts: fc.array(fc.tuple(id, order)).map(pairs => new Map(pairs)),
      cumulative: fc.array(id).map(ids => new Set(ids)),
      at: fc.constantFrom(null, '105:47-61'),
    })
    fc.assert(
      fc.property(views, view => {
        expect(readView(new URL(writeView(address, view)).search)).toEqual(view)
      }),
      { seed: 7 },
    )
  })
})
