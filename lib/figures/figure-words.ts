import { findDimension } from '../dimensions/index.ts'
import { isExact, sayBound, sayFigure, sayPercents, sides } from '../distributions/index.ts'
import { formatDecimal, formatWithUnit } from '../format/index.ts'
import { nameFigure } from '../pool/figure-names.ts'
import type { Unit } from '../report.ts'
import { type DealFigure, shareNames, unitOfEdge, unitOfFigure } from './deal-figure.ts'
import type { FigureValue } from './figure-value.ts'

/** A figure as people say it, and what its numbers are: `LTV above 80`, `% of balance`. */
export type FigureWords = { name: string; measured: string }

const measuredIn: Partial<Record<Unit, string>> = {
  cents: '$',
  percent: '%',
  months: 'months',
  count: '',
  score: '',
}

/**
 * What a figure is called.
 *
 * > Original LTV above 80     California     Cash-out refinance     WAC, gross
 */
export function nameDealFigure(figure: DealFigure): FigureWords {
  if (figure.kind === 'pool')
    return { name: nameFigure(figure.id).name, measured: measuredIn[unitOfFigure(figure)] ?? '' }
  const measured = '% of balance'
  if (figure.kind === 'share') {
    const name = shareNames(figure.dimension).find(({ id }) => id === figure.name)?.name
    return { name: name ?? figure.name, measured }
  }
  const { dimension, side, at } = figure
  const of = findDimension(dimension)?.name ?? dimension
  return { name: `${of} ${sides[side]} ${sayFigure(at, unitOfEdge(dimension))}`, measured }
}

/** The dimension that a share is of, where its name alone does not tell it: `Share in California`, `Purpose: Purchase`. */
export function describeDealFigure(figure: DealFigure): string {
  const { name } = nameDealFigure(figure)
  if (figure.kind !== 'share') return name
  return figure.dimension === 'state'
    ? `Share in ${name}`
    : `${findDimension(figure.dimension)?.name ?? figure.dimension}: ${name}`
}

/** Decimals that values are shown with, by their unit: WACs have three, shares and other percents two. */
export function decimalsOf(figure: DealFigure): number {
  if (figure.kind !== 'pool') return 2
  const unit = unitOfFigure(figure)
  if (unit === 'percent') return /wac$|^margin$/.test(figure.id) ? 3 : 2
  return unit === 'months' ? 1 : 0
}

/** One number of a figure, without its unit; money in whole dollars. */
export function sayFigureNumber(figure: DealFigure, value: number): string {
  const unit = unitOfFigure(figure)
  return formatDecimal(unit === 'cents' ? value / 100 : value, decimalsOf(figure))
}

/**
 * A deal's value in words, never narrower than it is: low ends are rounded down, high ends up.
 *
 * > 50.35%     11.02% to 13.87%     $225,112,214     358.5 months
 */
export function sayFigureValue(
  figure: DealFigure,
  { low, high, value }: Pick<FigureValue, 'low' | 'high' | 'value'>,
): string {
  const unit = unitOfFigure(figure)
  const isOne = value !== null && low <= value && value <= high && isSame(figure, low, high)
  const bound = isOne ? { low: value, high: value } : { low, high }
  if (figure.kind !== 'pool') return sayPercents(bound)
  const decimals = decimalsOf(figure)
  const scale = 10 ** decimals * (unit === 'cents' ? 0.01 : 1)
  const outward = isExact(bound)
    ? bound
    : { low: Math.floor(low * scale + 1e-7) / scale, high: Math.ceil(high * scale - 1e-7) / scale }
  return sayBound(outward, one =>
    unit === 'cents' ? formatWithUnit(one, unit, 0) : formatWithUnit(one, unit, decimals),
  )
}

/** Are two ends the same figure but for what printing rounded off? */
function isSame(figure: DealFigure, low: number, high: number): boolean {
  const unit = unitOfFigure(figure) === 'cents' ? 100 : 1
  return high - low <= unit * 10 ** -decimalsOf(figure)
}
