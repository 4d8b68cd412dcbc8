import { type FigureSource, type FigureValue, figureOf, sharesOf } from '../../figures/index.ts'
import { keptFigures, kindsAt, layoutNumber, placeOf, rowBytes, sharesByDimension } from './layout.ts'
import { kindNumber, readKind, shareEnds } from './packed-value.ts'

/** The figures of a report that are kept of every deal, as a row of bytes (`layout.ts`). */
export function packFigures(report: FigureSource): Uint8Array {
  const row = Buffer.alloc(rowBytes)
  row.writeInt32LE(layoutNumber, 0)
  const shares = sharesByDimension.flatMap(({ dimension, names }) => sharesOf(report, dimension, names))
  const poolCount = keptFigures.length - shares.length
  for (const [order, figure] of keptFigures.entries()) {
    const value = order < poolCount ? figureOf(report, figure) : (shares[order - poolCount] ?? null)
    row[kindsAt + order] = kindNumber(value)
    const place = placeOf(figure)
    if (value === null || place === null) continue
    if (place.as === 'number') {
      row.writeDoubleLE(value.low, place.lowAt)
      row.writeDoubleLE(value.high, place.lowAt + 8)
    } else {
      const [low, high] = shareEnds(value)
      row.writeInt32LE(low, place.lowAt)
      row.writeInt32LE(high, place.lowAt + 4)
    }
  }
  return row
}

/** Is a row one that can be read, or one of another layout? */
export function isReadable(row: Uint8Array | null): row is Uint8Array {
  return row !== null && row.length === rowBytes && viewOf(row).getInt32(0, true) === layoutNumber
}

/** A row's bytes, for reading numbers out of it. */
export function viewOf(row: Uint8Array): DataView {
  return new DataView(row.buffer, row.byteOffset, row.byteLength)
}

/** What is kept of a figure, without where it is printed. */
export type KeptValue = Pick<FigureValue, 'low' | 'high' | 'kind' | 'contradicted'>

/** The same, from the numbers that columns hold. */
export function keptValue(low: number, high: number, kind: number): KeptValue | null {
  const known = readKind(kind)
  return known && { low, high, ...known }
}
