import type { Stratification } from '../report.ts'

/** The figures of all rows; null where a row lacks one, for then nothing is known of what they come to. */
export function figuresOfAllRows({ buckets }: Stratification, measure: string): number[] | null {
  const figures = buckets.map(({ values }) => values[measure] ?? null)
  return figures.every(figure => figure !== null) ? figures : null
}
