import { filterOfRow, type SliceParameters } from '../addresses/slice-address.ts'
import type { Bucket, Stratification } from '../report.ts'
import { cutsOf } from '../tape/cuts.ts'
import { severalLabel, untoldLabel } from '../tape/rows.ts'
import type { TapeKind } from '../tape/schema.ts'

/** The filters that let through just the loans of a row of a computed table; null for a row that is no one thing. */
export function filtersOfRow(
  kind: TapeKind,
  table: Stratification,
  bucket: Pick<Bucket, 'label' | 'code' | 'range'>,
): SliceParameters | null {
  const cut = cutsOf(kind).find(({ dimension }) => dimension === table.dimension)
  if (!table.computed || cut === undefined) return null
  return filterOfRow(table, bucket, cut.unit, { untold: untoldLabel(cut), several: severalLabel(cut) })
}
