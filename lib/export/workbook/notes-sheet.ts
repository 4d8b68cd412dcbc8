import { dealHref, readPlace, sourceHref } from '../../addresses/place-address.ts'
import type { Note } from '../../library/deal-summary.ts'
import { type BookCell, dayCell, headRow, type Sheet, textCell } from './book.ts'
import type { BookSource } from './book-source.ts'

export const notesSheetName = 'Notes'
const heads = ['Deal', 'On', 'Note', 'Written', 'Filing', 'Address']
const widths = [40, 44, 80, 12, 16, 60]

/** The notes that people wrote on the deals, each with where it stands; no sheet where there are none. */
export function notesSheets(sources: readonly BookSource[]): Sheet[] {
  const rows = sources.flatMap(source => source.deal.notes.map(note => noteRow(source, note)))
  if (rows.length === 0) return []
  return [
    {
      name: notesSheetName,
      rows: [headRow(heads, rows), ...rows],
      widths,
      frozen: { rows: 1, columns: 1 },
      filterRow: 0,
    },
  ]
}

function noteRow({ deal, origin }: BookSource, note: Note): (BookCell | null)[] {
  const { says, text, writtenAt, filing } = note
  const address = origin + noteHref(deal.slug, note)
  return [
    textCell(deal.name),
    textCell(says ?? 'The deal', { ink: 'filed', wrap: true }, { to: address }),
    textCell(text, { wrap: true }),
    dayCell(writtenAt.slice(0, 10)),
    textCell(filing),
    textCell(address),
  ]
}

/** Where a note stands: at its place in a filing, or on the page of its deal. */
function noteHref(slug: string, { filing, at }: Note): string {
  const place = readPlace(at)
  return filing !== null && place !== null ? sourceHref(slug, filing, place) : `${dealHref(slug)}#notes`
}
