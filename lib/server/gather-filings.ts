import type { PackedFiling } from '../export/pack-task.ts'
import { workbookLimits } from '../export/workbook-limits.ts'
import type { DealRecord, Library } from '../library/index.ts'
import { findCurrentDeal } from './current-deal.ts'

/** A filing of a deal with its report, for a workbook; null where the report has more bytes of JSON. */
export async function gatherFiling(
  library: Pick<Library, 'findReportJson'>,
  { slug, name, chosen, notes, summary }: DealRecord,
  sha256: string,
  mostBytes: number = workbookLimits.reportBytes,
): Promise<PackedFiling | null> {
  const json: Uint8Array[] = []
  let length = 0
  for await (const piece of (await library.findReportJson(sha256)) ?? []) {
    length += piece.length
    if (length > mostBytes) return null
    json.push(piece)
  }
  return { deal: { slug, name, chosen, notes }, summary, json }
}

/**
 * The chosen filings of some deals, in the order of these; unknown deals are left out. Null where they are more, or larger,
 * than one workbook takes.
 */
export async function gatherDeals(
  library: Pick<Library, 'bringUpToDate' | 'findDeal' | 'findReportJson'>,
  slugs: readonly string[],
): Promise<PackedFiling[] | null> {
  if (slugs.length > workbookLimits.deals) return null
  const filings: PackedFiling[] = []
  let left: number = workbookLimits.allBytes
  for (const slug of slugs) {
    const deal = await findCurrentDeal(library, slug)
    const filing = deal && (await gatherFiling(library, deal, deal.chosen, left))
    if (deal === null) continue
    if (filing === null) return null
    left -= filing.json.reduce((bytes, piece) => bytes + piece.length, 0)
    filings.push(filing)
  }
  return filings
}
