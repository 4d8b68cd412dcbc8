import { z } from 'zod'
import { type DealRecord, dealRecordSchema, type Library } from '../library/index.ts'
import { filingReportSchema } from '../report.ts'
import { findCurrentDeal } from './current-deal.ts'

/** A deal with the report of one of its filings: the chosen one unless another is asked for. */
export const dealAnswerSchema = z.object({
  ...dealRecordSchema.shape,
  /** SHA-256 of the filing that `report` is of. */
  filing: z.string(),
  /** Where a place is asked for, what the part with it is a page of: `''` the deal, `table/<id>` the rows of one table. */
  part: z.object({ list: z.string(), number: z.int(), count: z.int() }).optional(),
  /** Where a part or a place is asked for, that part alone: as much as one page shows, its longest texts cut. */
  report: filingReportSchema,
})
export type DealAnswer = z.infer<typeof dealAnswerSchema>

/** A filing's report with the address of its deal and the notes on it: what `.json` of a deal gives. */
export const dealExportSchema = z.object({
  slug: z.string(),
  url: z.string(),
  notes: dealRecordSchema.shape.notes,
  ...filingReportSchema.shape,
})

export type FoundFiling = { deal: DealRecord; sha256: string }

/** A deal and which of its filings is meant: the one with this SHA-256 or beginning of one, else the chosen one. */
export async function findDealFiling(
  library: Library,
  slug: string,
  filing: string | null,
): Promise<FoundFiling | 'deal-is-unknown' | 'filing-is-unknown'> {
  const deal = await findCurrentDeal(library, slug)
  if (deal === null) return 'deal-is-unknown'
  const sha256 = filing === null ? deal.chosen : filingOf(deal, filing)
  return sha256 === null ? 'filing-is-unknown' : { deal, sha256 }
}

type Bytes = AsyncIterable<Uint8Array>

/** The JSON of a deal's answer around that of its report, which is never parsed for it, nor held whole. */
export async function* dealAnswerJson(
  { deal, sha256 }: FoundFiling,
  report: Bytes,
): AsyncGenerator<Uint8Array> {
  const own: Omit<DealAnswer, 'report'> = { ...deal, filing: sha256 }
  yield Buffer.from(`${JSON.stringify(own).slice(0, -1)},"report":`)
  yield* report
  yield Buffer.from('}')
}

/** The JSON of a report with its deal's address and notes before it. */
export async function* dealExportJson(
  { deal: { slug, url, notes } }: FoundFiling,
  report: Bytes,
): AsyncGenerator<Uint8Array> {
  let opening: Uint8Array | null = Buffer.from(`${JSON.stringify({ slug, url, notes }).slice(0, -1)},`)
  for await (const bytes of report) {
    if (opening === null) yield bytes
    else {
      yield opening
      yield bytes.subarray(1)
      opening = null
    }
  }
}

/** The deal's one filing whose SHA-256 starts so. */
function filingOf(deal: DealRecord, prefix: string): string | null {
  const matching = prefix.length < 8 ? [] : deal.filings.filter(({ sha256 }) => sha256.startsWith(prefix))
  return matching.length === 1 ? (matching[0]?.sha256 ?? null) : null
}

/** Splits the last part of a path into its name and the form asked for: `trust-2002-12.xlsx` → `trust-2002-12`, `xlsx`. */
export function splitForm(lastPart: string): { name: string; form: string | null } {
  const [, name = lastPart, form = null] = /^(.+?)\.(evidence\.zip|[a-z]{1,7})$/.exec(lastPart) ?? []
  return { name, form }
}
