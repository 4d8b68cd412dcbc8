/** Numbers drawn at random, the same for the same seed. */
export type Random = {
  /** From 0 to below 1. */
  fraction: () => number
  /** A whole number, both ends included. */
  between: (low: number, high: number) => number
  /** One of a list that has some. */
  oneOf: <const T>(all: readonly [T, ...T[]]) => T
}

/** Source: mulberry32, a generator of one 32-bit word: good enough for choosing moments and files. */
export function randomOf(seed: number): Random {
  let state = seed | 0
  function fraction(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number) => low + Math.floor(fraction() * (high - low + 1))
  return { fraction, between, oneOf: all => all[between(0, all.length - 1)] ?? all[0] }
}
