import { smallest } from '../extremes.ts'
import type { ChartMeasure, ChartSource } from './chart-source.ts'
import { type Slice, shareBy, slicesOf } from './slices.ts'
import { findTile, type StateTile } from './state-tiles.ts'

/** A class of shading: 1 is the lightest of four. */
export type Shade = 1 | 2 | 3 | 4

/** A named state on the map; without a shade where its share cannot be drawn, for the table prints none or one below nothing. */
export type NamedState = { slice: Slice; tile: StateTile; share: number; shade: Shade | null }

/** A row that no tile stands for: a residual, a territory, a label nobody knows. */
export type OffMap = { slice: Slice; label: string; share: number; isResidual: boolean }

/** A state table for drawing. `bounds` are the three limits between the four shades and the lowest limit, in percent. */
export type StateShares = {
  named: NamedState[]
  offMap: OffMap[]
  limits: [number, number, number, number]
}

/** Split a state table into what the map shows and what it cannot. Shares are in percent. */
export function stateShares(source: ChartSource, measure: ChartMeasure): StateShares {
  const slices = slicesOf(source, measure)
  const printed = slices.map(slice => shareBy(measure, slice))
  const shares = printed.map(share => Math.max(0, share ?? 0))
  const tiles = source.rows.map(row => findTile(row.code))
  const limits =
    source.scale?.limits[measure] ?? shadeLimits(shares.filter((share, index) => tiles[index] && share > 0))
  const named: NamedState[] = []
  const offMap: OffMap[] = []
  for (const [index, slice] of slices.entries()) {
    const tile = tiles[index]
    const row = source.rows[index]
    const share = shares[index] ?? 0
    const isDrawn = (printed[index] ?? -1) >= 0
    if (tile) named.push({ slice, tile, share, shade: isDrawn ? shadeOf(share, limits) : null })
    else if (row) offMap.push({ slice, label: row.label, share, isResidual: row.code === 'other' })
  }
  return { named: named.sort((a, b) => b.share - a.share), offMap, limits }
}

/** True when at least half of the rows are states with a tile, so that a map says more than bars. */
export function areStates(source: ChartSource): boolean {
  const named = source.rows.filter(row => findTile(row.code)).length
  return named > 0 && named * 2 >= source.rows.length
}

/**
 * The limits of the four shades for a set of shares in percent. Three fixed ladders, by the least share that the table
 * names, so that the same shade means the same on most deals.
 */
export function shadeLimits(shares: number[]): StateShares['limits'] {
  const least = smallest(shares)
  if (least >= 2 && shares.length > 0) return [2, 3, 5, 10]
  return least >= 1 && shares.length > 0 ? [1, 2, 5, 10] : [0, 1, 3, 10]
}

/** The shade of a share in percent. */
export function shadeOf(share: number, [, second, third, fourth]: StateShares['limits']): Shade {
  if (share > fourth) return 4
  if (share >= third) return 3
  return share >= second ? 2 : 1
}

/** What fills the swatch of a row: its tile's shade, plain for a row that no tile stands for, hatched for a residual and for a tile without a shade. */
export type Swatch = Shade | 'plain' | 'residual'

/** How each row's swatch in the table is filled, as on the map. Null for tables that are not drawn as a map. */
export function stateSwatches(source: ChartSource, measure: ChartMeasure): Swatch[] | null {
  if (!areStates(source)) return null
  const { named, offMap } = stateShares(source, measure)
  const swatches: Swatch[] = source.rows.map(() => 'plain')
  for (const { slice, shade } of named) swatches[slice.bucket] = shade ?? 'residual'
  for (const { slice, isResidual } of offMap) if (isResidual) swatches[slice.bucket] = 'residual'
  return swatches
}
