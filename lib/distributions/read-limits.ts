import type { Unit } from '../report.ts'
import { readEdge } from './read-edge.ts'

/** How a figure is compared, as addresses have it behind two underscores. */
export const comparisons = ['gte', 'gt', 'lte', 'lt', 'eq', 'between'] as const
export type Comparison = (typeof comparisons)[number]

/**
 * Two figures with one comma between them, though commas may group digits too; null where that can be read in no way, or in
 * several.
 *
 * > 10,20     200,000,000,300,000,000     200m, 300m
 */
export function readTwoEdges(typed: string, unit: Unit): [number, number] | null {
  const found = new Map<string, [number, number]>()
  for (const { index } of typed.matchAll(/[,;]/g)) {
    const sides = [typed.slice(0, index).trim(), typed.slice(index + 1).trim()]
    if (sides.some(side => /^0\d/.test(side))) continue
    const [low, high] = sides.map(side => readEdge(side, unit))
    if (low != null && high != null && low <= high) found.set(`${low} ${high}`, [low, high])
  }
  const [only = null, ...others] = found.values()
  return others.length === 0 ? only : null
}

const examples: Partial<Record<Unit, string>> = {
  cents: 'type dollars, as 225,000,000 or 225m',
  percent: 'type a percent, as 72.5',
  months: 'type months, as 358',
  score: 'type a score, as 720',
  count: 'type a number, as 500',
  ratio: 'type a ratio, as 1.25',
  years: 'type a year, as 2019',
}

/** What is typed for a figure of a unit. */
function exampleOfUnit(unit: Unit): string {
  return examples[unit] ?? 'type a number'
}

/** Why what is typed to compare with is none, as a sentence. */
export const noFigureSays = (typed: string, unit: Unit) => `“${typed}” is no figure: ${exampleOfUnit(unit)}.`

/** The same of two figures. */
export const noTwoFiguresSays = (typed: string) =>
  `“${typed}” is not two figures, the lower first, with a comma between them.`

/** Of words behind two underscores that compare nothing. */
export const noComparisonSays = (named: string) =>
  `“${named}” is no comparison: one of ${comparisons.join(', ')}.`
