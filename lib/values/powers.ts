/** Powers of ten, exact: `POWERS[decimals]`. */
const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12]

/** Ten to the given power, for as many decimals as a filing prints; null beyond. */
export function powerOfTen(decimals: number): number | null {
  return POWERS[decimals] ?? null
}
