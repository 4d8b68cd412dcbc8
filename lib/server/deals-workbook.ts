import { formatCountOf } from '../format/index.ts'
import type { Library } from '../library/index.ts'
import { answerTagged } from './entity-tag.ts'
import { answerFile, fileTypes } from './file-answer.ts'
import { gatherDeals } from './gather-filings.ts'
import { packWorkbook } from './packing.ts'
import { refuseWorkbook } from './refuse-workbook.ts'
import { siteOrigin } from './site-address.ts'

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
    formatCountOf(count, 'deal'),
  )
}

/** The answer that some of the deals asked for are unknown, which names them. */
export function refuseUnknown(request: Request, slugs: readonly string[]): Response {
  return refuseWorkbook(
    request,
    'deal-is-unknown',
    {
      heading: 'Nothing was exported',
      links: [{ href: '/', text: 'The library' }],
    },
    slugs.join(', '),
  )
}

/** Some deals as a workbook, in their order; one that is deleted meanwhile is left out. */
export async function answerDealsWorkbook(
  request: Request,
  library: Library,
  { title, slugs }: { title: string; slugs: readonly string[] },
): Promise<Response> {
  const from = [
    await versionsOf(library, slugs),
    siteOrigin(process.env),
    new Date().toISOString().slice(0, 10),
  ]
  return await answerTagged(request, from, async () => {
    const filings = await gatherDeals(library, slugs)
    const workbook = filings && (await packWorkbook({ title, filings }))
    return workbook ? answerFile(workbook, fileTypes.xlsx, 'deals.xlsx') : refuseDeals(request, slugs.length)
  })
}

/** What some deals are read from, as one text: it differs once any of them does, or their order. */
export async function versionsOf(
  library: Pick<Library, 'bringUpToDate' | 'findVersion'>,
  slugs: readonly string[],
): Promise<string> {
  const versions: string[] = []
  for (const slug of slugs) {
    await library.bringUpToDate(slug)
    versions.push(`${slug} ${await library.findVersion(slug)}`)
  }
  return versions.join('\n')
}
