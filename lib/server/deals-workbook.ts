import type { Library } from '../library/index.ts'
import { answerFile, fileTypes } from './file-answer.ts'
import { gatherDeals } from './gather-filings.ts'
import { packWorkbook } from './packing.ts'
import { refuseWorkbook } from './refuse-workbook.ts'

/** The answer that there are too many deals for a workbook. */
export function refuseDeals(request: Request, count: number): Response {
  const { search } = new URL(request.url)
  return refuseWorkbook(
    request,
    'deals-are-too-many-for-a-workbook',
    {
      heading: 'There is no workbook of so many deals',
      links: [{ href: `/${search}`, text: 'The list, to be narrowed' }],
    },
    `${count} deals`,
  )
}

/** Some deals as a workbook, in their order; unknown ones are left out. */
export async function answerDealsWorkbook(
  request: Request,
  library: Library,
  { title, slugs }: { title: string; slugs: readonly string[] },
): Promise<Response> {
  const filings = await gatherDeals(library, slugs)
  const workbook = filings && (await packWorkbook({ title, filings }))
  return workbook ? answerFile(workbook, fileTypes.xlsx, 'deals.xlsx') : refuseDeals(request, slugs.length)
}
