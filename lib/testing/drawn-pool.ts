import fc from 'fast-check'
import { largest, smallest } from '../extremes.ts'
import type { Bucket, Column, Range, Stratification } from '../report.ts'

/** A loan: its figure in the dimension's unit, null where it has none, and its balance in cents. */
export type Loan = { figure: number | null; balance: number }

/** How a pool is printed: the figures' last place, edges between rows, and what columns show. */
export type Print = {
  dimension: string
  unit: 'percent' | 'score' | 'cents' | 'months'
  /** Figures are whole multiples of this. */
  place: number
  /** The least figure of each row but the first, in places. */
  edges: readonly number[]
  openBelow: boolean
  openAbove: boolean
  wholeDollars: boolean
  withBalance: boolean
  withCount: boolean
  withAverage: boolean
  /** Rows with less than this many loans go into one row "Other", 0 for none. */
  residualBelow: number
  /** Are the edges of balances printed in whole dollars, with a dollar between them that loans lie in all the same? */
  wholeEdges?: boolean
  /** Are rows without loans left out? */
  leavesOutEmpty?: boolean
}

/** Ratios in hundredths of a percent point, all columns shown. */
export const printOfRatios: Print = {
  dimension: 'original-ltv',
  unit: 'percent',
  place: 0.01,
  edges: [6001, 7001, 8001, 9001],
  openBelow: true,
  openAbove: false,
  wholeDollars: false,
  withBalance: true,
  withCount: true,
  withAverage: false,
  residualBelow: 0,
}

/** Loans of $100,000 each with ratios a point apart, from one in hundredths of a point. */
export function loansFrom(least: number, many = 45): Loan[] {
  return Array.from({ length: many }, (_, order) => ({ figure: least + order * 100, balance: 10_000_000 }))
}

const at = { line: 1, start: 1, end: 2 }

/** For the tests: print drawn loans as a table of ranges. */
export function printPool(loans: readonly Loan[], given: Print): Stratification {
  const print = { ...given, poolBalance: sumOf(loans) }
  const { edges, place, unit } = print
  const scaled = (places: number) => (unit === 'cents' ? places : Number((places * place).toFixed(6)))
  const rows = Array.from({ length: edges.length + 1 }, (_, order) => {
    const [from, next] = [edges[order - 1], edges[order]]
    const own = loans.filter(
      ({ figure }) =>
        figure !== null && (from === undefined || figure >= from) && (next === undefined || figure < next),
    )
    const figures = own.map(({ figure }) => figure ?? 0)
    const least = from ?? (print.openBelow ? null : smallest([...figures, (next ?? 1) - 1]))
    const most = next !== undefined ? next - 1 : print.openAbove ? null : largest([...figures, from ?? 0])
    const range: Range = {
      low: least === null ? null : scaled(print.wholeEdges ? dollarsFrom(least, from) : least),
      high: most === null ? null : scaled(print.wholeEdges ? dollarsTo(most, next) : most),
      lowIncluded: true,
      highIncluded: true,
    }
    return { own, range }
  })
  const fewest = print.leavesOutEmpty ? Math.max(1, print.residualBelow) : print.residualBelow
  const kept = rows.filter(({ own }) => own.length >= fewest)
  const rest = rows.filter(({ own }) => own.length < print.residualBelow).flatMap(({ own }) => own)
  const without = loans.filter(({ figure }) => figure === null)
  const buckets = [
    ...kept.map(({ own, range }) => bucketOf(own, print, range, sayRange(range, print), null)),
    ...(rest.length > 0 ? [bucketOf(rest, print, null, 'Other', 'other')] : []),
    ...(without.length > 0 ? [bucketOf(without, print, null, 'Not Available', null)] : []),
  ]
  const total = bucketOf(loans, print, null, 'Total', null)
  return {
    id: print.dimension,
    dimension: print.dimension,
    title: 'Drawn loans',
    marks: [],
    loanGroup: null,
    stub: null,
    columns: columnsOf(print),
    buckets,
    total: { label: 'Total', values: total.values, places: {}, at },
    footnotes: [],
    at,
  }
}

/** Up to $600,000 and from $600,001, or up to $599,999 and from $600,000; the first and the last end are thousands. */
const dollarsFrom = (cents: number, edge: number | undefined) =>
  edge === undefined ? 100_000 * Math.floor(cents / 100_000) : 100 * Math.ceil(cents / 100)
const dollarsTo = (cents: number, edge: number | undefined) =>
  edge === undefined ? 100_000 * Math.ceil(cents / 100_000) : 100 * Math.floor(cents / 100)

const decimalsOf = (place: number) => (place >= 1 ? 0 : Math.round(-Math.log10(place)))

function sayRange({ low, high }: Range, { unit, place, wholeEdges }: Print): string {
  const say = (value: number) =>
    unit === 'cents' ? `$${(value / 100).toFixed(wholeEdges ? 0 : 2)}` : value.toFixed(decimalsOf(place))
  if (low === null) return high === null ? 'All' : `${say(high)} or less`
  return high === null ? `${say(low)} or more` : `${say(low)} to ${say(high)}`
}

function columnsOf(print: Print): Column[] {
  const column = (measure: string, unit: Column['unit'], decimals: number, header = measure): Column => ({
    measure,
    header,
    unit,
    decimals,
    at,
  })
  return [
    ...(print.withCount ? [column('loanCount', 'count', 0)] : []),
    ...(print.withBalance ? [column('balanceCents', 'cents', print.wholeDollars ? 0 : 2)] : []),
    column('balancePct', 'percent', 2),
    ...(print.withAverage ? [column('waLtvPct', 'percent', 2, 'Weighted Average LTV')] : []),
  ]
}

const sumOf = (loans: readonly Loan[]) => loans.reduce((sum, { balance }) => sum + balance, 0)

function bucketOf(
  loans: readonly Loan[],
  print: Print & { poolBalance: number },
  range: Range | null,
  label: string,
  code: string | null,
): Bucket {
  const balance = sumOf(loans)
  const share = (100 * balance) / print.poolBalance
  const mean = loans.reduce((sum, { figure, balance: own }) => sum + (figure ?? 0) * own, 0) / balance
  return {
    label,
    range,
    code,
    marks: [],
    values: {
      ...(print.withCount ? { loanCount: loans.length } : {}),
      ...(print.withBalance
        ? { balanceCents: print.wholeDollars ? Math.round(balance / 100) * 100 : balance }
        : {}),
      balancePct: Number(share.toFixed(2)),
      ...(print.withAverage && range !== null && balance > 0
        ? { waLtvPct: Number((mean * print.place).toFixed(2)) }
        : {}),
    },
    places: {},
    at,
  }
}

/** Balances around few whole thousands of dollars, in cents: many lie in the dollar between two printed edges. */
const nearEdges = [0, 1, 50, 99, 100, 50_000, 99_950, 99_999] as const
const thousandsDrawn = 9
const nearEdge = (order: number) =>
  1_000_000 +
  (Math.floor(order / nearEdges.length) % thousandsDrawn) * 100_000 +
  (nearEdges[order % nearEdges.length] ?? 0)

/** Loans with their printing: ratios to hundredths, whole scores, or balances, which are figure and balance in one. */
export const drawnPools = fc
  .record({
    kind: fc.constantFrom('original-ltv', 'credit-score', 'current-balance', 'remaining-term'),
    loans: fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 999 }),
        balance: fc.integer({ min: 1, max: 90_000_000 }),
        lacks: fc.integer({ min: 0, max: 19 }),
      }),
      { minLength: 1, maxLength: 40 },
    ),
    edges: fc.uniqueArray(fc.integer({ min: 50, max: 950 }), { minLength: 1, maxLength: 7 }),
    asked: fc.integer({ min: 0, max: 999 }),
    asked2: fc.integer({ min: 0, max: 999 }),
    openBelow: fc.boolean(),
    openAbove: fc.boolean(),
    wholeDollars: fc.boolean(),
    withBalance: fc.boolean(),
    withAverage: fc.boolean(),
    residualBelow: fc.constantFrom(0, 0, 2),
    wholeEdges: fc.constantFrom(null, 'above', 'below'),
    leavesOutEmpty: fc.boolean(),
    lacking: fc.boolean(),
  })
  .map(({ kind, loans, edges, asked, asked2, lacking, wholeEdges, ...print }) => {
    const kinds = {
      'original-ltv': { unit: 'percent', place: 0.01, from: 2000, step: 9 },
      'credit-score': { unit: 'score', place: 1, from: 400, step: 0.4 },
      'current-balance': { unit: 'cents', place: 1, from: 1_000_000, step: 100_003 },
      'remaining-term': { unit: 'months', place: 1, from: 1, step: 0.36 },
    } as const
    const { unit, place, from, step } = kinds[kind]
    const isOfBalance = kind === 'current-balance'
    const inDollars = isOfBalance && wholeEdges !== null
    const figureAt = (order: number) => (inDollars ? nearEdge(order) : Math.round(from + order * step))
    const edgeAt = (order: number) =>
      inDollars
        ? nearEdge(order - (order % nearEdges.length)) + Number(wholeEdges === 'above')
        : figureAt(order)
    const drawn: Loan[] = loans.map(({ at: order, balance, lacks }) => {
      const figure = figureAt(order)
      return isOfBalance
        ? { figure, balance: figure }
        : { figure: lacking && lacks === 0 ? null : figure, balance }
    })
    return {
      loans: drawn,
      asked: [figureAt(asked), figureAt(asked2)].sort((a, b) => a - b) as [number, number],
      print: {
        ...print,
        dimension: kind,
        unit,
        place,
        wholeEdges: inDollars,
        edges: [...new Set(edges.map(edgeAt))].sort((a, b) => a - b),
        withCount: true,
        withBalance: print.withBalance || isOfBalance,
        withAverage: print.withAverage && kind === 'original-ltv',
        residualBelow: print.residualBelow,
      } satisfies Print,
    }
  })
