import { formatDecimal } from './numbers.ts'

/** Integer cents as dollars and cents, without the dollar sign: `225,112,214.21`. */
export function formatMoney(cents: number): string {
  return formatDecimal(Math.round(cents) / 100, 2)
}

/** The same in two parts, so that the cents can be set in grey: `225,112,214` and `.21`. */
export function splitMoney(cents: number): { whole: string; cents: string } {
  const printed = formatMoney(cents)
  return { whole: printed.slice(0, -3), cents: printed.slice(-3) }
}

/** Integer cents as whole dollars, without the dollar sign: `407,075`. */
export function formatWholeDollars(cents: number): string {
  return formatDecimal(cents / 100, 0)
}

/** Integer cents for a tight place: `$225.1 m`, `$1.43 bn`, `$407 k`, `$950`. */
export function formatShortMoney(cents: number): string {
  const dollars = Math.abs(cents) / 100
  const sign = cents < 0 ? '\u2212' : ''
  if (dollars >= 999_950_000) return `${sign}$${formatDecimal(dollars / 1e9, 2)}\u00a0bn`
  if (dollars >= 999_500) return `${sign}$${formatDecimal(dollars / 1e6, 1)}\u00a0m`
  if (dollars >= 1_000) return `${sign}$${formatDecimal(dollars / 1e3, 0)}\u00a0k`
  return `${sign}$${formatDecimal(dollars, 0)}`
}
