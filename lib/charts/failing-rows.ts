import { formatPercent } from '../format/index.ts'
import type { Check } from '../report.ts'
import type { ChartModel } from './chart-model.ts'
import { sayRow, shareDecimals } from './words.ts'

/** Rows named one by one; more than these are counted. */
const mostNamed = 3

/**
 * Which rows of a figure fail a check of their percent, and which of the two figures is drawn.
 *
 * > 70.01 to 75.00 is drawn by its balance, 20.70%; the printed percent is 21.94.
 */
export function captionsOfFailing({ source, slices }: ChartModel, checks: readonly Check[]): string[] {
  const decimals = shareDecimals(source)
  const said = checks.flatMap(({ stratification, measure, bucket, outcome, expected }) => {
    const share = bucket === null ? null : (slices[bucket]?.share ?? null)
    const isOfShare = stratification === source.id && measure === 'balancePct' && outcome === 'fail'
    if (!isOfShare || bucket === null || share === null) return []
    const printed = formatPercent(expected, decimals)
    if (printed === formatPercent(share, decimals)) return []
    const drawn = formatPercent(share, Math.max(decimals, 2))
    return [
      `${sayRow(source, bucket)} is drawn by its balance, ${drawn}%; the printed percent is ${printed}.`,
    ]
  })
  const more = said.length - mostNamed
  return more > 0 ? [...said.slice(0, mostNamed), `So are ${more} more rows.`] : said
}
