import type { Stratification } from '@/lib/report.ts'

/** What charts and tables can be read by: the letter is both the key and the short form in an address. */
const measures = [
  { measure: 'balanceCents', name: 'Balance', key: 'b' },
  { measure: 'loanCount', name: 'Loans', key: 'c' },
  { measure: 'balancePct', name: '%', key: 'p', spoken: 'Percent of balance' },
] as const

export type OfferedMeasure = { measure: string; name: string; key: string; spoken?: string }

/** The measures that some table prints, of those that charts and tables can be read by. */
export function offeredMeasures(stratifications: Stratification[]): OfferedMeasure[] {
  const printed = new Set(stratifications.flatMap(({ columns }) => columns.map(({ measure }) => measure)))
  return measures.filter(({ measure }) => printed.has(measure))
}

/** The measure that is drawn and emphasised at first. */
export function startMeasure(offered: readonly OfferedMeasure[]): string {
  const percent = offered.find(({ measure }) => measure === 'balancePct')
  return (percent ?? offered[0])?.measure ?? ''
}
