import type { Export } from '@/components/sharing/export-menu.tsx'
import { callHref } from '@/lib/addresses/place-address.ts'
import type { Asked } from '@/lib/distributions/index.ts'
import type { AskPlace } from './ask-place.ts'

/** The rows that are shown of a regrouped table, for spreadsheets; nothing where it is as it is printed. */
export function regroupedExport({ deal, sha256, table }: AskPlace, asked: Asked): Export[] {
  if (asked.kind !== 'edges' || asked.buckets === null) return []
  const call = callHref(deal, sha256, `/stratifications/${table.id}.csv`)
  const edges = `edges=${encodeURIComponent(asked.typed)}`
  return [{ file: `${call}${call.includes('?') ? '&' : '?'}${edges}`, name: 'The regrouped rows (CSV)' }]
}
