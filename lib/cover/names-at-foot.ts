import { findDate } from './find-date.ts'
import type { FoundParty, UnreadRole } from './parties.ts'
import { readNames } from './party-names.ts'
import { placeOnLine, type TextLine } from './text-lines.ts'
import { Page, type PrintedLine } from './title-page.ts'

/** A title page and what may stand before it. */
const LINES_LOOKED_AT = 250
/** Rows of names; a syndicate takes no more. */
const MOST_ROWS = 8
/** Longer lines are sentences. */
const LONGEST_LINE = 120
const MOST_CELLS = 4

/** > The date of this prospectus supplement is May 24, 2004.     Prospectus Supplement dated May 24, 2004     May 24, 2004 */
const ENDS_PAGE =
  /^(?:the )?(?:date of this )?(?:prospectus|free writing)[a-z ]{0,30}\b(?:is|dated)\b|^(?:dated )?$/i
const OFFERED = /\bunderwrit(?:ers?|ing)\b|\boffered (?:by|from time to time|to the public)\b/i

/**
 * Who offers the securities, where nothing but their names stands at the foot of a title page, right over its date, and the
 * page says that somebody offers or underwrites them. `unread` is the line there that gives no names.
 *
 * > The certificates will be offered by the underwriters at varying prices.
 *
 *   MARLOW & CO.                                LARCH SECURITIES INC.
 *
 *         The date of this prospectus supplement is May 24, 2004.
 */
export function findNamesAtFoot(
  lines: TextLine[],
  known: readonly FoundParty[],
): { parties: FoundParty[]; unread: UnreadRole[] } {
  const nobody = { parties: [], unread: [] }
  if (known.some(({ role }) => role === 'underwriter')) return nobody
  const page = new Page(lines)
  const names = new Set(known.map(({ party }) => party.value.toLowerCase()))
  let isOffered = false
  for (let index = 0, printed = 0; index < lines.length && printed < LINES_LOOKED_AT; index++) {
    const text = lines[index]?.text.trim() ?? ''
    if (text === '') continue
    printed++
    isOffered ||= OFFERED.test(text)
    if (isOffered && endsPage(text)) return readRows(page, index, names)
  }
  return nobody
}

/** A date by itself, or words that say what it is the date of. */
function endsPage(text: string): boolean {
  if (text.length > LONGEST_LINE) return false
  const date = findDate(text)
  return date !== null && ENDS_PAGE.test(text.slice(0, date.from))
}

function readRows(page: Page, date: number, known: ReadonlySet<string>): ReturnType<typeof findNamesAtFoot> {
  const rows: FoundParty[][] = []
  let row = page.above(date)
  for (let count = 0; row !== null && count < MOST_ROWS; count++) {
    const named = namesIn(row, known)
    if (named === null) break
    // After any role that is printed.
    rows.push(named.map(party => ({ role: 'underwriter', rank: Number.POSITIVE_INFINITY, party })))
    row = page.above(row.index)
  }
  const parties = rows.reverse().flat()
  if (parties.length > 0 || row === null || !mayBeNames(row)) return { parties, unread: [] }
  const [first] = row.cells
  const printed = row.cells.map(({ text }) => text).join(' ')
  if (first === undefined) return { parties, unread: [] }
  return {
    parties,
    unread: [{ role: 'underwriter', printed, at: placeOnLine(first.line, first.from, first.to) }],
  }
}

/** The names of a line that prints nothing else; null where it does, or names who is known for another role. */
function namesIn({ cells }: PrintedLine, known: ReadonlySet<string>): FoundParty['party'][] | null {
  if (cells.length > MOST_CELLS) return null
  const named = cells.map(cell => readNames([cell]))
  const all = named.flat()
  const isOther =
    named.some(names => names.length === 0) || all.some(({ value }) => known.has(value.toLowerCase()))
  return isOther ? null : all
}

/** Short pieces that begin with capitals and end no sentence, set apart from the lines above. */
function mayBeNames({ cells, isApart }: PrintedLine): boolean {
  return isApart && cells.length <= MOST_CELLS && cells.every(({ text }) => NAME_LIKE.test(text))
}

const NAME_LIKE = /^[A-Z][\w&.,' -]{2,50}[\w)]$/
