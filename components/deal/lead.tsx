import { findDimension } from '@/lib/dimensions/index.ts'
import { openTable } from '@/lib/format/sentence.ts'
import type { LongTable } from '@/lib/library/report-part.ts'
import type { Stratification } from '@/lib/report.ts'

/** One sentence that says what the table shows, made from its own figures; nothing when it prints too little. */
export function Lead({ table, long }: { table: Stratification; long?: LongTable | undefined }) {
  const sentence = long ? long.lead : openTable(table, findDimension(table.dimension)?.unit ?? null)
  if (!sentence) return null
  return (
    <p className="lead">
      <b>{sentence.lead}</b> {sentence.rest}
    </p>
  )
}
