import { expect, it } from 'vitest'
import type { PoolFigure } from '../report.ts'
import { compareFigures } from './figure-difference.ts'
import { newFigure } from './new-figure.ts'

type Known = Parameters<typeof newFigure>[0]
function figure(known: Partial<Known>): PoolFigure {
  const made = newFigure({ id: 'wac', unit: 'percent', decimals: 3, ...known })
  if (made === null) throw new Error('a figure needs a value or bounds')
  return made
}

const fails = { code: 'stated-figure-matches-the-rows', outcome: 'fail' } as const

it.each<[Partial<Known>, Partial<Known>, boolean | null, string]>([
  [{ stated: 6.875 }, { stated: 6.75 }, true, '+0.125 points'],
  [{ stated: 6.75 }, { computed: 6.75 }, false, '='],
  [{ bounds: [6.875, 7] }, { stated: 6.75 }, true, 'higher by at least 0.125 points'],
  [{ bounds: [6.5, 7] }, { stated: 6.75 }, null, 'may be equal'],
  [{ stated: 6.801, bounds: [6.5, 6.6], check: fails }, { stated: 6.75 }, null, 'may be equal'],
  [{ computed: 6.752, from: 'groups', bounds: [6.749, 6.755] }, { stated: 6.75 }, null, 'may be equal'],
  [{ unit: 'cents', decimals: 2, stated: 100_000 }, { unit: 'cents', stated: 250_000 }, true, '−$1,500'],
  [
    { unit: 'months', decimals: 0, bounds: [300, 310] },
    { unit: 'months', decimals: 0, stated: 355 },
    true,
    'lower by at least 45',
  ],
])('%o against %o is told as far as it is proven', (own, base, differs, says) => {
  expect(compareFigures(figure(own), figure(base))).toEqual({ differs, says })
})

it('compares neither shares of two states nor what one pool lacks', () => {
  expect(compareFigures(figure({ stated: 50, code: 'CA' }), figure({ stated: 40, code: 'NY' }))).toBeNull()
  expect(compareFigures(figure({ stated: 50 }), undefined)).toBeNull()
})
