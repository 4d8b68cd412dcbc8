import { largest, smallest } from '../extremes.ts'
import { oncePerPair } from '../once-per.ts'
import type { Check, Place, Stratification } from '../report.ts'
import type { CheckInput } from './check-input.ts'

/** A printed figure: of a row or the total of a table, by its id, or a figure stated in words, by its key. */
export type FigureRef = { table: string; row: number | 'total'; measure: string } | { statistic: string }

/**
 * What is computed, in steps that anybody can follow with a pencil. A number is one that no cell prints: the end of a row's
 * range, with the label that prints it, or a constant of the arithmetic.
 */
export type Formula =
  | { figure: FigureRef }
  | { number: number; at?: Place }
  | { sum: readonly Formula[] }
  | { difference: [Formula, Formula] }
  | { product: Formula[] }
  | { quotient: [Formula, Formula] }
  | { mean: { of: Formula; weight: Formula }[] }
  | { least: readonly Formula[] }
  | { most: readonly Formula[] }
  | { roundedUp: Formula }
  | { roundedDown: Formula }

/** What a check compares: one figure with another, or with the interval that others allow. */
export type CheckFormula = { expected: Formula } & ({ found: Formula } | { bounds: [Formula, Formula] })

/** The figure of a cell. */
export function cell(table: Stratification, row: number | 'total', measure: string): Formula {
  return { figure: { table: table.id, row, measure } }
}

/** The figures that the rows of a table print for a measure, top to bottom. */
export const cellsOf = oncePerPair((table: Stratification, measure: string): readonly Formula[] =>
  table.buckets.flatMap(({ values }, row) => (values[measure] == null ? [] : [cell(table, row, measure)])),
)

/** Their sum: one and the same for all checks that hold something against it. */
export const sumOfCells = oncePerPair(
  (table: Stratification, measure: string): Formula => ({ sum: cellsOf(table, measure) }),
)

/** The averages of rows, weighed by a measure that each of them prints; no way where one does not, or none has an average. */
export function meansOfRows(table: Stratification, measure: string, weight: string): Formula[] {
  const rows = [...table.buckets.entries()].filter(
    ([, { values }]) => values[measure] != null && (values[weight] ?? 0) > 0,
  )
  return rows.length === 0
    ? []
    : [{ mean: rows.map(([row]) => ({ of: cell(table, row, measure), weight: cell(table, row, weight) })) }]
}

/** What averages may be weighed by. */
export const weights = ['balanceCents', 'loanCount', 'originalBalanceCents', 'balancePct'] as const

/** The table that a check is about, or compares with. */
export function tableOf(
  { stratifications }: CheckInput,
  id: string | null | undefined,
): Stratification | null {
  return stratifications.find(table => table.id === id) ?? null
}

/** Quotients of sums in cents carry the noise of doubles; a whole number missed by less is that number. */
const whole = 1e-6

/** What a formula comes to, in the unit of its figures; null where a figure is missing or nothing can be divided by. */
export function evaluate(formula: Formula, figureOf: (figure: FigureRef) => number | null): number | null {
  if ('figure' in formula) return figureOf(formula.figure)
  if ('number' in formula) return formula.number
  if ('mean' in formula) return evaluateMean(formula.mean, figureOf)
  if ('sum' in formula) return evaluateSum(figureOf, formula.sum)
  const all = (parts: readonly Formula[]) => evaluateAll(parts, figureOf)
  const both = (parts: readonly Formula[], compute: (a: number, b: number) => number | null) => {
    const [a, b] = all(parts) ?? []
    return a === undefined || b === undefined ? null : compute(a, b)
  }
  const one = (part: Formula, compute: (value: number) => number) => {
    const value = evaluate(part, figureOf)
    return value === null ? null : compute(value)
  }
  if ('product' in formula)
    return all(formula.product)?.reduce((product, value) => product * value, 1) ?? null
  if ('difference' in formula) return both(formula.difference, (a, b) => a - b)
  if ('quotient' in formula) return both(formula.quotient, (a, b) => (b === 0 ? null : a / b))
  if ('least' in formula) return smallestOf(all(formula.least))
  if ('most' in formula) return largestOf(all(formula.most))
  if ('roundedUp' in formula) return one(formula.roundedUp, value => Math.ceil(value - whole))
  return one(formula.roundedDown, value => Math.floor(value + whole))
}

function evaluateAll(
  parts: readonly Formula[],
  figureOf: (figure: FigureRef) => number | null,
): number[] | null {
  const values: number[] = []
  for (const part of parts) {
    const value = evaluate(part, figureOf)
    if (value === null) return null
    values.push(value)
  }
  return values
}

/** Kept: every row of a long table may be a share of the same sum. */
const evaluateSum = oncePerPair(
  (figureOf: (figure: FigureRef) => number | null, parts: readonly Formula[]) =>
    evaluateAll(parts, figureOf)?.reduce((sum, value) => sum + value, 0) ?? null,
)

function evaluateMean(
  rows: readonly { of: Formula; weight: Formula }[],
  figureOf: (figure: FigureRef) => number | null,
): number | null {
  let [sum, weights] = [0, 0]
  for (const row of rows) {
    const [of, weight] = evaluateAll([row.of, row.weight], figureOf) ?? []
    if (of === undefined || weight === undefined) return null
    sum += of * weight
    weights += weight
  }
  return weights === 0 ? null : sum / weights
}

const smallestOf = (values: number[] | null) => (values && values.length > 0 ? smallest(values) : null)
const largestOf = (values: number[] | null) => (values && values.length > 0 ? largest(values) : null)

/** The figure that a reference names, in its measure's unit. */
export function figureValue({ stratifications, statistics }: CheckInput) {
  const tables = new Map(stratifications.map(table => [table.id, table]))
  const stated = new Map(statistics.map(statistic => [statistic.key, statistic.stated]))
  return (figure: FigureRef): number | null => {
    if ('statistic' in figure) return stated.get(figure.statistic) ?? null
    const table = tables.get(figure.table)
    const row = figure.row === 'total' ? table?.total : table?.buckets[figure.row]
    return row?.values[figure.measure] ?? null
  }
}

/** Sums of doubles in another order differ by less than this share of themselves; a cent in a billion dollars is more. */
const noise = 1e-12

const isNear = (value: number | null, wanted: number) =>
  value !== null && Math.abs(value - wanted) <= noise * Math.max(1, Math.abs(wanted))

/** The first of some ways to compute a check that gives just what the check compared; null where none does. */
export function findFormula(
  check: Check,
  ways: readonly CheckFormula[],
  figureOf: (figure: FigureRef) => number | null,
): CheckFormula | null {
  const gives = (way: CheckFormula) => {
    if (!isNear(evaluate(way.expected, figureOf), check.expected)) return false
    if ('found' in way) return check.bounds === null && isNear(evaluate(way.found, figureOf), check.found)
    const [low, high] = way.bounds.map(end => evaluate(end, figureOf))
    return (
      check.bounds !== null && isNear(low ?? null, check.bounds[0]) && isNear(high ?? null, check.bounds[1])
    )
  }
  return ways.find(gives) ?? null
}
