import type { DealFiles } from '../library/index.ts'
import { type Links, plainPage } from './plain-page.ts'
import { packAnswer, type ReadyAnswer } from './ready-answer.ts'
import { securityHeaders } from './security-headers.ts'
import {
  undrawnRetryAfter,
  undrawnStatus,
  undrawnTitle,
  undrawnWords,
  type WhyUndrawn,
} from './undrawn-words.ts'

/** What can be had of a deal beside the page that could not be drawn. */
export type UndrawnDeal = DealFiles & { slug: string }

/** So many filings are named; the report lists them all. */
const mostFilings = 50

/** A page in the place of one that could not be drawn: it says why, and leads to what there is all the same. */
export function undrawnPage(why: WhyUndrawn, deal: UndrawnDeal | null): Promise<ReadyAnswer> {
  const seconds = undrawnRetryAfter[why]
  return packAnswer({
    status: undrawnStatus(why),
    headers: {
      ...securityHeaders,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...(seconds && { 'retry-after': String(seconds) }),
    },
    body: Buffer.from(plainPage(undrawnTitle, undrawnWords[why], deal ? linksOf(deal) : [])),
  })
}

function linksOf({ slug, filings, tables }: UndrawnDeal): Links[] {
  const call = `/api/deals/${slug}`
  const left = tables.count - tables.ids.length
  return [
    {
      heading: 'The filing as it was added',
      links: [
        { href: `/deals/${slug}/source`, text: 'With its lines numbered' },
        ...filings.slice(0, mostFilings).map(({ sha256, name }) => ({
          href: `/api/filings/${sha256}/source`,
          text: `${name} (SHA-256 ${sha256.slice(0, 8)})`,
        })),
      ],
    },
    {
      heading: 'What was read of it',
      links: [
        { href: `${call}.json`, text: 'The report, as JSON' },
        { href: `${call}.xlsx`, text: 'The report, as a workbook' },
        ...tables.ids.map(id => ({
          href: `${call}/stratifications/${id}.csv`,
          text: `Table ${id}, as CSV`,
        })),
      ],
      note: left > 0 ? `The report has ${left} more tables.` : undefined,
    },
  ]
}
