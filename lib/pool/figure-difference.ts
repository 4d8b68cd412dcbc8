import { largest, smallest } from '../extremes.ts'
import { formatDecimal, formatMeasureDifference } from '../format/index.ts'
import { withUnit } from '../format/measure-value.ts'
import type { PoolFigure } from '../report.ts'

/** How a figure of one pool stands to the same of another, the base. */
export type FigureDifference = {
  /** Is it proven to be another? Null where bounds leave both possible. */
  differs: boolean | null
  /** `=`, `+0.125 points`, `higher by at least 0.10 points`, `may be equal`. */
  says: string
}

/** Null where the two are not of one thing: another state that is the largest, another unit, or no figure at all. */
export function compareFigures(
  figure: PoolFigure | undefined,
  base: PoolFigure | undefined,
): FigureDifference | null {
  if (!figure || !base || figure.unit !== base.unit || figure.code !== base.code) return null
  const [own, other] = [endsOf(figure), endsOf(base)]
  if (own === null || other === null) return null
  const [least, most] = [own[0] - other[1], own[1] - other[0]]
  const decimals = Math.max(figure.decimals, base.decimals)
  if (least === most) return { differs: least !== 0, says: sayExactly(least, figure, decimals) }
  if (least <= 0 && most >= 0) return { differs: null, says: 'may be equal' }
  const scale =
    figure.unit === 'cents' ? 1 : 10 ** (figure.unit === 'percent' ? Math.max(decimals, 2) : decimals)
  const sure = Math.floor(Math.min(Math.abs(least), Math.abs(most)) * scale + 1e-7) / scale
  const side = least > 0 ? 'higher' : 'lower'
  return { differs: true, says: sure > 0 ? `${side} by at least ${saySize(sure, figure, decimals)}` : side }
}

/** What a figure may be: where a check of it fails, all that the filing says of it; over groups, what rounding left of theirs. */
function endsOf({ value, stated, computed, bounds, from, check }: PoolFigure): [number, number] | null {
  if (value === null) return bounds
  if (check?.outcome !== 'fail') return from === 'groups' && bounds ? bounds : [value, value]
  const said = [stated, computed, ...(bounds ?? [])].filter(end => end !== null)
  return [smallest(said), largest(said)]
}

/** > =   +0.1250 points   −$12,000 */
function sayExactly(difference: number, { unit }: PoolFigure, decimals: number): string {
  if (difference === 0) return '='
  const said = formatMeasureDifference(difference, unit, unit === 'cents' ? 0 : decimals)
  return unit === 'percent' ? `${said} points` : withUnit(said, unit)
}

function saySize(size: number, { unit }: PoolFigure, decimals: number): string {
  if (unit === 'cents') return withUnit(formatDecimal(size / 100, 0), unit)
  const said = formatDecimal(size, unit === 'percent' ? Math.max(decimals, 2) : decimals)
  return unit === 'percent' ? `${said} points` : withUnit(said, unit)
}
