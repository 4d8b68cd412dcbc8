import { describe, expect, it } from 'vitest'
import type { PoolFigure } from '../report.ts'
import { chooseRate } from './find-figure.ts'
import { newFigure } from './new-figure.ts'

function rate(id: string, stated: number | null, computed: number | null): (PoolFigure | null)[] {
  return [newFigure({ id, unit: 'percent', decimals: 3, stated, computed })]
}

describe('chooseRate', () => {
  it.each([
    ['the gross rate when both are proved', [rate('wac', 7.1, 7.1), rate('net-wac', 6.9, 6.9)], 'wac'],
    ['the net rate when it alone is proved', [rate('wac', 7.1, null), rate('net-wac', 6.9, 6.9)], 'net-wac'],
    [
      'the stated gross rate when none is proved',
      [rate('net-wac', 6.9, null), rate('wac', 7.1, null)],
      'wac',
    ],
    ['the stated one before a computed one', [rate('wac', null, 7.2), rate('net-wac', 6.9, null)], 'net-wac'],
    ['the computed one when none is stated', [rate('wac', null, 7.2)], 'wac'],
  ])('gives %s', (_, rates, id) =>
    expect(
      chooseRate({
        loanGroup: null,
        figures: rates.flat().filter(one => one !== null),
        checks: { passed: 0, failed: 0 },
      })?.id,
    ).toBe(id),
  )
})
