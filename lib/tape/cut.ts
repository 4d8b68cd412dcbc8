import type { Unit } from '../report.ts'
import type { PercentKind } from './percents.ts'

/** What a loan is sorted by: a figure in the dimension's unit, words, or a state's postal code; null where it is not told. */
export type LoanValue = number | string | Several | null

/** A loan has several: its properties lie in several states. */
export class Several {
  /** The names that it has, each once; of figures none are kept. */
  readonly names: readonly string[]
  /** Does each of its properties tell its name? */
  readonly isWhole: boolean

  constructor(names: readonly string[], isWhole: boolean) {
    this.names = names
    this.isWhole = isWhole
  }
}

/** Several figures, which nobody judges one by one: the figure of the loan may be another than any of them. */
export const severalFigures = new Several([], false)

/** How the values of loans are asked for, whichever kind they are of. Percents come as percents. */
export type LoanValues = {
  text(field: string): string | null
  number(field: string): number | null
  /** A value as far as it can be one of its field: tables and averages leave out what cannot be. */
  possibleNumber(field: string): number | null
  possibleText(field: string): string | null
  percent(field: string, kind: PercentKind): number | null
  /** The words of a code. */
  words(field: string): string | null
  /** The words that the properties of the loan have, each once, and whether each of them tells its own. */
  namesOfProperties(field: string): { names: readonly string[]; isWhole: boolean }
  /** A figure of all that a loan is lent on, as it stands in the loan itself, or of its only property; null where several tell it. */
  ofProperty(field: string): number | null
  /** The same, or the figure that all of several properties have in common. */
  commonOfProperties(field: string): number | null
  commonPercentOfProperties(field: string, kind: PercentKind): number | null
  /** What its properties come to together, each with an amount of its own; one amount that all of them repeat is no such. */
  sumOfProperties(field: string): number | null
  /** Does each of several properties tell this, and nothing of all of them together? */
  isToldApart(field: string): boolean
  /** The end of the period that the exhibit reports, as `YYYY-MM-DD`; null where it says none. */
  asOf: string | null
  balanceCents: number
}

/**
 * One way to sort the loans of an exhibit into rows, as a registry entry: which dimension it is, what a loan has, and where rows
 * begin and end. Rows of figures hold their lower edge and not their upper, or the other way round where the field judges at upper
 * edges (`upTo`); without edges each value is a row.
 */
export type Cut = {
  dimension: string
  title: string
  unit: Unit
  of: (loan: LoanValues) => LoanValue
  edges?: readonly number[]
  upTo?: true
  /** Names as people type them: the same in other letters is the same name. */
  isTyped?: true
  /** Decimals that edges and values are printed with. */
  decimals?: number
  /** The label of loans of which it is not told. */
  untold?: string
  /** The label of loans that are several things at once. */
  several?: string
}
