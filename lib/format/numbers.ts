import type { Unit } from '../report.ts'

/** The sign that stands before negative figures: a true minus, as wide as a plus. */
export const minus = '\u2212'

/** What stands where nothing is printed. */
export const absent = '\u2013'

/**
 * A number with thousands separators, a fixed number of decimals and a true minus: `225,112,214.21`, `−0.05`.
 * What rounds to zero has no sign.
 */
export function formatDecimal(value: number, decimals: number): string {
  if (decimals === 0 && value >= 0 && value < 1000 && Number.isInteger(value)) return String(value)
  const digits = writeDigits(Math.abs(value), decimals)
  return value < 0 && /[1-9]/.test(digits) ? minus + digits : digits
}

/**
 * Rounded as its shortest decimal form is, halves away from zero, with commas between thousands. Written here since a browser
 * takes 30 ms to make its first `Intl.NumberFormat`, while a page waits to be of use.
 */
function writeDigits(value: number, decimals: number): string {
  const [mantissa, exponent = 0] = String(value).split('e')
  const units = String(Math.round(Number(`${mantissa}e${Number(exponent) + decimals}`)))
  const digits = units.padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`
}

/** Floating point is off by less than this part of the last place. */
const noise = 1e-7

const decimalsOfDollar = 2

/**
 * The ends of what is allowed, never narrower than they are: the low one rounded down, the high one up, to so many decimals;
 * to those of dollars where they are in cents.
 */
export function widen(
  [low, high]: readonly [number, number],
  decimals: number,
  unit: Unit | null = null,
): [number, number] {
  const scale = 10 ** (unit === 'cents' ? decimals - decimalsOfDollar : decimals)
  return [Math.floor(low * scale + noise) / scale, Math.ceil(high * scale - noise) / scale]
}

/** A number of loans or rows: `1,553`. */
export function formatCount(count: number): string {
  return formatDecimal(count, 0)
}

/** A share or rate as printed, without its sign: `50.35`, `6.750`. The unit belongs to the header. */
export function formatPercent(percent: number, decimals = 2): string {
  return formatDecimal(percent, decimals)
}

/** A difference, always signed unless it is nothing: `+0.02`, `−10,000.00`, `0`. */
export function formatDifference(value: number, decimals: number): string {
  const printed = formatDecimal(value, decimals)
  return value > 0 && /[1-9]/.test(printed) ? `+${printed}` : printed
}
