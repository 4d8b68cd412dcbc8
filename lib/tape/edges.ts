/** Edges have few decimals. */
const exactTo = 1e4

/** From, to, in equal steps. */
function steps(from: number, to: number, step: number): number[] {
  return Array.from(
    { length: Math.round((to - from) / step) + 1 },
    (_, index) => Math.round((from + index * step) * exactTo) / exactTo,
  )
}

const dollars = 100

/** Amounts that grow by about the same share from edge to edge, in cents. */
function amounts(...inDollars: number[]): number[] {
  return inDollars.map(amount => amount * dollars)
}

export const edges = {
  rate: steps(0, 30, 0.5),
  wideRate: steps(0, 30, 1),
  ltv: [...steps(30, 60, 10), ...steps(65, 150, 5)],
  share: [...steps(10, 50, 10), ...steps(55, 100, 5)],
  coverage: [...steps(0.8, 2, 0.2), 2.5, 3, 4, 5],
  score: [...steps(500, 600, 50), ...steps(620, 800, 20), 850],
  months: steps(12, 480, 12),
  income: [...steps(2, 20, 2), ...steps(25, 60, 5)],
  largeBalance: amounts(
    1e6,
    2.5e6,
    5e6,
    7.5e6,
    10e6,
    15e6,
    20e6,
    30e6,
    40e6,
    50e6,
    60e6,
    75e6,
    100e6,
    150e6,
    200e6,
  ),
  balance: amounts(
    5e3,
    10e3,
    15e3,
    20e3,
    25e3,
    30e3,
    40e3,
    50e3,
    75e3,
    100e3,
    150e3,
    200e3,
    300e3,
    400e3,
    500e3,
    750e3,
    1e6,
    1.5e6,
    2e6,
  ),
} as const
