import type { Bucket, Stratification } from '@/lib/report.ts'

/** Steps of a state's share on the map: from 3, from 5, from 10 percent. */
const steps = [3, 5, 10]

/** Class of the colour swatch before a row of a table of states, or none: the same step as its tile on the map. */
export function swatchOf(table: Stratification, { code, values }: Bucket): string | undefined {
  if (table.dimension !== 'state' || code === null) return undefined
  if (code === 'other') return 'swatch swatch-residual'
  const share = values.balancePct
  return typeof share === 'number'
    ? `swatch swatch-${1 + steps.filter(step => share >= step).length}`
    : undefined
}
