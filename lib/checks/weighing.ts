import type { Bucket, Stratification } from '../report.ts'
import { weightMeasure } from '../statistics/index.ts'

/** What averages are weighed by. */
export const weighings = ['balance', 'count', 'original-balance'] as const
export type Weighing = (typeof weighings)[number]

const isPrintedBy = (buckets: readonly Bucket[], measure: string) =>
  buckets.every(({ values }) => values[measure] != null)

/** The measure that weighs the rows of a table, null where a row does not print it. */
export function findWeight(table: Stratification, weighing: Weighing): string | null {
  if (weighing === 'balance') return weightMeasure(table)
  const measure = weighing === 'count' ? 'loanCount' : 'originalBalanceCents'
  return isPrintedBy(table.buckets, measure) ? measure : null
}

const spoken: readonly { weighing: Weighing; words: RegExp }[] = [
  {
    weighing: 'count',
    words:
      /\bweighted\b[^.;]{0,60}\bby (?:the )?(?:number|count)\b|\b(?:simple|arithmetic|unweighted) averages?\b/i,
  },
  {
    weighing: 'original-balance',
    words: /\bweighted\b[^.;]{0,60}\b(?:by|on)\b[^.;]{0,60}\borigina(?:l|tion)\b/i,
  },
]

/** What the titles, headers and notes of tables say that their averages are weighed by; null where they say nothing. */
export function findSpokenWeighing(tables: readonly Stratification[]): Weighing | null {
  const texts = tables.flatMap(({ title, columns, footnotes }) => [
    title,
    ...columns.map(({ header }) => header),
    ...footnotes.map(({ text }) => text),
  ])
  return spoken.find(({ words }) => texts.some(text => words.test(text)))?.weighing ?? null
}

/** Does a header say that the average is a weighted one? By the balance, as the field means it. */
export function saysWeighted(header: string): boolean {
  return /\bweighted\b|\bw\.? ?a\b\.?|\bwgtd?\b|\bwt?d\b/i.test(header)
}
