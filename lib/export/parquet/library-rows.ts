import type { DealRecord, DealSummary, FilingSummary, Library } from '../../library/index.ts'
import { type ReportPiece, splitReportJson } from './split-report-json.ts'

/** A filing of a deal, with where the site stands that addresses lead to. */
export type FilingOf = { deal: DealRecord; filing: FilingSummary; origin: string }
export type PieceOf<Kind extends ReportPiece = ReportPiece> = FilingOf & { piece: Kind }

type Asked = Pick<Library, 'findDeals' | 'findDeal' | 'findReportJson'>

const pageSize = 500

/** Every deal of the library, by name. */
export async function* allDeals(library: Pick<Asked, 'findDeals'>): AsyncGenerator<DealSummary> {
  let cursor: string | null = null
  do {
    const found = await library.findDeals({ sort: 'name', limit: pageSize, ...(cursor && { cursor }) })
    yield* found.deals
    cursor = found.next
  } while (cursor !== null)
}

/** What every filing of every deal says, row by row: reports are never held whole. */
export async function* allPieces(library: Asked, origin: string): AsyncGenerator<PieceOf> {
  for await (const { slug } of allDeals(library)) {
    const deal = await library.findDeal(slug)
    for (const filing of deal?.filings ?? []) {
      const json = await library.findReportJson(filing.sha256)
      if (deal === null || json === null) continue
      for await (const piece of splitReportJson(json)) yield { deal, filing, origin, piece }
    }
  }
}
