import { formatCount, formatPercent } from '../format/index.ts'
import type { Check } from '../report.ts'
import type { ChartModel } from './chart-model.ts'
import { isFailing } from './draw-failing.ts'
import { sayRow, shareDecimals } from './words.ts'

/** Rows named one by one; more than these are counted. */
const mostNamed = 3

/**
 * Which rows of a figure fail a check of their percent, and which of the two figures is drawn; then which other rows of it
 * are marked for a check that fails on them.
 *
 * > 70.01 to 75.00 is drawn by its balance, 20.70%; the printed percent is 21.94.
 * > A check fails on 75.01 to 80.00.
 */
export function captionsOfFailing(model: ChartModel, checks: readonly Check[]): string[] {
  const { source, measure, slices } = model
  const decimals = shareDecimals(source)
  const named = new Set<number>()
  const said = checks.flatMap(({ stratification, measure, bucket, outcome, expected }) => {
    const share = bucket === null ? null : (slices[bucket]?.share ?? null)
    const isOfShare = stratification === source.id && measure === 'balancePct' && outcome === 'fail'
    if (!isOfShare || bucket === null || share === null) return []
    const printed = formatPercent(expected, decimals)
    if (printed === formatPercent(share, decimals)) return []
    named.add(bucket)
    const drawn = formatPercent(share, Math.max(decimals, 2))
    return [
      `${sayRow(source, bucket)} is drawn by its balance, ${drawn}%; the printed percent is ${printed}.`,
    ]
  })
  const more = said.length - mostNamed
  const drawn = more > 0 ? [...said.slice(0, mostNamed), `So are ${formatCount(more)} more rows.`] : said
  const others = slices.filter(({ bucket }) => !named.has(bucket) && isFailing(source, measure, [bucket]))
  return [...drawn, ...sayOthers(others.map(({ bucket }) => sayRow(source, bucket)))]
}

/**
 * > Checks fail on 60.01 to 65.00, 65.01 to 70.00, 70.01 to 75.00 and 4 more rows.
 */
function sayOthers(rows: string[]): string[] {
  const [first, second] = rows
  if (first === undefined) return []
  if (second === undefined) return [`A check fails on ${first}.`]
  const more = rows.length - mostNamed
  const named = rows.slice(0, mostNamed)
  const last = more > 0 ? `${formatCount(more)} more ${more === 1 ? 'row' : 'rows'}` : named.pop()
  return [`Checks fail on ${named.join(', ')} and ${last}.`]
}
