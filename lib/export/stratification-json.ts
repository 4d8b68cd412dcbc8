import { z } from 'zod'
import type { FilingReport } from '../report.ts'
import { stratificationSchema } from '../report.ts'

/** A stratification with where it comes from: enough to use the table without the rest of its filing. */
export const stratificationExportSchema = z.object({
  deal: z.object({ slug: z.string(), url: z.string(), name: z.string() }),
  filing: z.object({ sha256: z.string(), name: z.string() }),
  stratification: stratificationSchema,
})
export type StratificationExport = z.infer<typeof stratificationExportSchema>

/** One stratification of a report as JSON, in the report's own units; null when the filing has none of this id. */
export function stratificationJson(
  deal: StratificationExport['deal'],
  report: FilingReport,
  id: string,
): StratificationExport | null {
  const stratification = report.stratifications.find(table => table.id === id)
  if (stratification === undefined) return null
  const { slug, url, name } = deal
  const { file } = report
  return { deal: { slug, url, name }, filing: { sha256: file.sha256, name: file.name }, stratification }
}
