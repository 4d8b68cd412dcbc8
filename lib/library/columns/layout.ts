import { hash } from 'node:crypto'
import {
  type DealFigure,
  figureKey,
  namedDimensions,
  poolFigureIds,
  shareNames,
} from '../../figures/index.ts'

/**
 * How the figures of a deal lie in one row of bytes, so that a column of one of them is read from every deal's row at one
 * place. Little-endian:
 *
 * > layout | kind of each figure | pad | low, high of each figure of the pool | low, high of each share
 *   4 bytes  1 byte each                 8 + 8 bytes, a double each             4 + 4 bytes, millionths of a percent
 */
const poolFigures: readonly DealFigure[] = poolFigureIds.map(id => ({ kind: 'pool', id }))
export const sharesByDimension = namedDimensions.map(dimension => ({
  dimension,
  names: shareNames(dimension).map(({ id }) => id),
}))
const shares: readonly DealFigure[] = sharesByDimension.flatMap(({ dimension, names }) =>
  names.map(name => ({ kind: 'share' as const, dimension, name })),
)

/** The figures that are kept of every deal, in their order. */
export const keptFigures: readonly DealFigure[] = [...poolFigures, ...shares]

/** Tells rows of another layout, which an older Strata packed. */
export const layoutNumber = Number.parseInt(
  hash('sha256', keptFigures.map(figureKey).join(), 'hex').slice(0, 7),
  16,
)

export const kindsAt = 4
const poolAt = Math.ceil((kindsAt + keptFigures.length) / 8) * 8
const sharesAt = poolAt + 16 * poolFigures.length
export const rowBytes = sharesAt + 8 * shares.length

/** Where a figure's ends lie in a row, and as what. */
export type FigurePlace = { kindAt: number; lowAt: number; as: 'number' | 'share' }

const places = new Map(
  keptFigures.map((figure, order): [string, FigurePlace] => [
    figureKey(figure),
    order < poolFigures.length
      ? { kindAt: kindsAt + order, lowAt: poolAt + 16 * order, as: 'number' }
      : { kindAt: kindsAt + order, lowAt: sharesAt + 8 * (order - poolFigures.length), as: 'share' },
  ]),
)

/** The place of a figure in a row, or null of one that is not kept there. */
export function placeOf(figure: DealFigure): FigurePlace | null {
  return places.get(figureKey(figure)) ?? null
}
