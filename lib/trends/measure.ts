import type { Bound } from '../distributions/index.ts'
import { type DealFigure, decimalsOf, unitOfFigure } from '../figures/index.ts'
import { formatDecimal } from '../format/index.ts'
import type { Weighing } from './trend.ts'

/** How deals are brought together in one figure: sizes of pools each alike, a balance per loan over all loans, others by balance. */
export function weighingOf(figure: DealFigure): Weighing {
  if (figure.kind !== 'pool') return 'balance'
  if (figure.id === 'average') return 'quotient'
  return figure.id === 'balance' || figure.id === 'loans' ? 'deals' : 'balance'
}

/** The same in words, to follow a figure. */
export const weighingSays: Record<Weighing, string> = {
  balance: 'balance-weighted',
  quotient: 'all balances over all loans',
  deals: 'the mean of the deals',
}

/**
 * A bound without its unit, for places that name the unit once; never narrower than it is.
 *
 * > 72.00     64.22 to 72.68     144,952 to 150,120
 */
export function sayPlainBound(figure: DealFigure, { low, high }: Bound): string {
  const decimals = decimalsOf(figure)
  const scale = unitOfFigure(figure) === 'cents' ? 0.01 : 1
  const step = 10 ** decimals
  const say = (value: number) => formatDecimal(value, decimals)
  if (low === high) return say(low * scale)
  const floor = say(Math.floor(low * scale * step + 1e-7) / step)
  const ceiling = say(Math.ceil(high * scale * step - 1e-7) / step)
  return floor === ceiling ? floor : `${floor} to ${ceiling}`
}
