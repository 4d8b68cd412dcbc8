import { dealHref, printPlace, readPlace, sourceHref } from '@/lib/addresses/place-address.ts'
import { describePlace } from '@/lib/evidence/describe-place.ts'
import { formatCount, formatCountOf } from '@/lib/format/index.ts'
import { getLibrary } from '@/lib/library/index.ts'
import type { Place } from '@/lib/report.ts'
import { findDealFiling } from '@/lib/server/deal-answers.ts'
import { newNoteSchema } from '@/lib/server/mark-answers.ts'
import { answerChange, changing } from '@/lib/server/read-change.ts'
import { answerError } from '@/lib/server/service-errors.ts'

type Context = RouteContext<'/api/deals/[slug]/notes'>

/** Put a note on a deal, or on a place of one of its filings. A plain form leads back to where the note stands. */
export const POST = changing(
  'edit',
  newNoteSchema,
  async ({ text, filing, at }, request, { params }: Context) => {
    const { slug } = await params
    const library = await getLibrary()
    const place = at ? readPlace(at) : null
    if (at && place === null) return answerError('body-is-not-understood', 'at')
    const found = await findDealFiling(library, slug, filing ?? null)
    if (typeof found === 'string') return answerError(found)
    const outside = place && (await saysOutside(found.sha256, place))
    if (outside) return answerError('body-is-not-understood', `at: ${outside}`)
    const on = place && (await sayPlace(found.sha256, place))
    const note = { text, filing: on && found.sha256, at: on && printPlace(on.at), says: on?.says ?? null }
    const changed = await library.changeDeals({ what: 'note', slug, note })
    return answerChange(
      request,
      changed,
      on ? sourceHref(slug, found.sha256, on.at) : `${dealHref(slug)}#notes`,
    )
  },
)

/** Why a place is none of a filing; null where the filing has it. Columns count from 1, the end is exclusive. */
async function saysOutside(
  sha256: string,
  { line, start, end, lastLine = line }: Place,
): Promise<string | null> {
  const library = await getLibrary()
  const widthOf = async (number: number) => {
    const found = await library.findLines(sha256, { from: number, to: number })
    return { lineCount: found?.lineCount ?? 0, width: found?.lines[0]?.length ?? 0 }
  }
  const { lineCount, width } = await widthOf(line)
  if (lastLine > lineCount) return `the filing has ${formatCountOf(lineCount, 'line')}`
  if (start > width + 1) return `line ${formatCount(line)} has ${formatCountOf(width, 'column')}`
  const last = await widthOf(lastLine)
  return end > last.width + 1
    ? `line ${formatCount(lastLine)} has ${formatCountOf(last.width, 'column')}`
    : null
}

/** What stands at a place, in words, and the place of the whole figure: `State, California, Balance: $12,000.00`. */
async function sayPlace(sha256: string, at: Place): Promise<{ at: Place; says: string }> {
  const part = await (await getLibrary()).findReportPart(sha256, at)
  const evidence = part && describePlace(part.report, at)
  if (evidence === null) return { at, says: `Line ${at.line}` }
  const { path, printed } = evidence
  const words = path.join(', ')
  return { at: evidence.at, says: printed && evidence.kind !== 'text' ? `${words}: ${printed}` : words }
}
