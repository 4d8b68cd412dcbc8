import type { LineClaim, LineRange } from '../filing/line-claim.ts'
import type { Deal, Place } from '../report.ts'
import type { Sections } from './find-sections.ts'
import type { TextLine } from './text-lines.ts'

/**
 * The lines that the cover's readers answer for: the cover page, the headings of items, the lists of exhibits, and the
 * signature. Sentences that name a party stay prose.
 */
export function claimCover(
  lines: TextLine[],
  sections: Sections,
  deal: Deal,
  lists: LineRange[],
): LineClaim[] {
  const headings = deal.items.flatMap(({ number, title }) =>
    title === null ? [number.at] : [number.at, title.at],
  )
  const ranges = [
    ...toRange(lines, sections.cover),
    ...headings.map(rangeOf),
    ...lists,
    ...(deal.signatory === null && deal.signedOn === null ? [] : toRange(lines, sections.signature)),
  ]
  return ranges.map(range => ({ kind: 'cover', ...range }))
}

function toRange(lines: TextLine[], { from, to }: { from: number; to: number }): LineRange[] {
  const first = lines[from]
  const last = lines[to - 1]
  return from < to && first !== undefined && last !== undefined
    ? [{ first: first.line, last: last.lastLine ?? last.line }]
    : []
}

function rangeOf(at: Place): LineRange {
  return { first: at.line, last: at.lastLine ?? at.line }
}
