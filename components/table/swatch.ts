import { chartSource } from '@/lib/charts/chart-source.ts'
import { areStates, stateShares } from '@/lib/charts/state-shares.ts'
import type { Stratification } from '@/lib/report.ts'

/** Classes of the swatches before the rows of a table of states: the shade of the row's tile, hatching for a residual. */
export function swatchesOf(table: Stratification): (string | undefined)[] {
  const source = chartSource(table)
  if (!areStates(source)) return []
  const { named } = stateShares(source, 'percent')
  const shades = new Map(named.map(({ slice, shade }) => [slice.bucket, shade]))
  return table.buckets.map(({ code }, bucket) => {
    const shade = shades.get(bucket)
    if (shade) return `swatch swatch-${shade}`
    return code === 'other' ? 'swatch swatch-residual' : undefined
  })
}
