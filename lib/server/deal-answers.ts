import { z } from 'zod'
import { type DealRecord, dealRecordSchema, type Library } from '../library/index.ts'
import { type FilingReport, filingReportSchema } from '../report.ts'

/** A deal with the report of one of its filings: the chosen one unless another is asked for. */
export const dealAnswerSchema = z.object({
  ...dealRecordSchema.shape,
  /** SHA-256 of the filing that `report` is of. */
  filing: z.string(),
  report: filingReportSchema,
})
export type DealAnswer = z.infer<typeof dealAnswerSchema>

/** A filing's report with the address of its deal: what `.json` of a deal gives. */
export const dealExportSchema = z.object({
  slug: z.string(),
  url: z.string(),
  ...filingReportSchema.shape,
})

export type FoundReport = { deal: DealRecord; report: FilingReport }

/**
 * A deal and the report of its filing with this SHA-256 or beginning of one, of the chosen filing when none is given.
 * `deal` is null for an unknown slug, `report` for a filing that is not the deal's.
 */
export async function findDealReport(
  library: Library,
  slug: string,
  filing: string | null,
): Promise<FoundReport | 'deal-is-unknown' | 'filing-is-unknown'> {
  const deal = await library.findDeal(slug)
  if (deal === null) return 'deal-is-unknown'
  const sha256 = filing === null ? deal.chosen : filingOf(deal, filing)
  const report = sha256 === null ? null : await library.findReport(sha256)
  return report === null ? 'filing-is-unknown' : { deal, report }
}

/** The deal's one filing whose SHA-256 starts so. */
function filingOf(deal: DealRecord, prefix: string): string | null {
  const matching = prefix.length < 8 ? [] : deal.filings.filter(({ sha256 }) => sha256.startsWith(prefix))
  return matching.length === 1 ? (matching[0]?.sha256 ?? null) : null
}

/** Splits the last part of a path into its name and the form asked for: `trust-2002-12.xlsx` → `trust-2002-12`, `xlsx`. */
export function splitForm(lastPart: string): { name: string; form: string | null } {
  const [, name = lastPart, form = null] = /^(.+)\.([a-z]{1,5})$/.exec(lastPart) ?? []
  return { name, form }
}
