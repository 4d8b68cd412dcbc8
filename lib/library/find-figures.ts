import { type Kysely, sql } from 'kysely'
import { sourceHref } from '../addresses/place-address.ts'
import { openCursor, sealCursor } from './cursor.ts'
import { figureOf } from './find-deals.ts'
import { type FiguresPage, type FoundFigures, type FoundPlace, nameFiguresList } from './found-figures.ts'
import { findFigure, type HtmlSpans } from './printed-figures.ts'
import type { Tables } from './schema.ts'
import { filingsThatPrint } from './store-figures.ts'

/** So many filings are opened to find the places, a filing of some megabytes takes a twentieth of a second. */
const mostFilings = 12
const mostPlaces = 3
/** The most bytes of filings that are opened for one question. */
const mostBytes = 20_000_000
/** How much of a line stands on each side of a figure, in characters. */
const context = 48

type LinesOf = (sha256: string) => Promise<string[] | null>

/** Where kept filings print a figure as somebody typed it: `225,132,418.36`. */
export async function findFigures(
  database: Kysely<Tables>,
  linesOf: LinesOf,
  typed: string,
  { limit = mostFilings, cursor }: FiguresPage = {},
): Promise<FoundFigures> {
  const figure = await figureOf(database, typed)
  if (figure === null) return { figure, count: 0, next: null, filings: [] }
  const after = cursor === undefined ? null : readFilingCursor(cursor, typed)
  const printing = database
    .selectFrom('kept_filing as filing')
    .innerJoin('deal', 'deal.id', 'filing.deal_id')
    .innerJoin('figures_of_filing as figures', 'figures.sha256', 'filing.sha256')
    .innerJoin('raw_filing', 'raw_filing.sha256', 'filing.sha256')
    .select([
      'filing.sha256',
      'deal.slug',
      'raw_filing.bytes',
      'figures.html',
      'filing.added_at as addedAt',
      'deal.name',
    ])
    .select(sql<number>`count(*) over ()`.as('count'))
    .select(sql<number>`row_number() over (order by filing.added_at desc, filing.sha256)`.as('place'))
    .where(sql<boolean>`filing.sha256 in (${filingsThatPrint(database, figure)})`)
  const found = await database
    .selectFrom(printing.as('printing'))
    .selectAll()
    .$if(after !== null, some =>
      some.where(({ eb, and, or }) =>
        or([
          eb('addedAt', '<', after?.addedAt ?? ''),
          and([eb('addedAt', '=', after?.addedAt ?? ''), eb('sha256', '>', after?.sha256 ?? '')]),
        ]),
      ),
    )
    .orderBy('place')
    .limit(Math.min(limit, mostFilings) + 1)
    .execute()
  const rows = found.slice(0, Math.min(limit, mostFilings))
  const last = found.length > rows.length ? rows.at(-1) : undefined
  let room = mostBytes
  const filings: FoundFigures['filings'] = []
  for (const { sha256, slug, name, bytes, html } of rows) {
    room -= bytes
    const lines = room > 0 ? await linesOf(sha256) : null
    const places = lines === null ? [] : placesIn(lines, JSON.parse(html) as HtmlSpans, figure)
    filings.push({
      deal: { slug, url: `/deals/${slug}`, name: name ?? slug },
      sha256,
      places: places.map(place => ({ ...place, url: sourceHref(slug, sha256, place.at) })),
    })
  }
  return { figure, count: rows[0]?.count ?? 0, next: last ? writeFilingCursor(last, typed) : null, filings }
}

type FilingPosition = { addedAt: string; sha256: string }

function writeFilingCursor({ addedAt, sha256 }: FilingPosition, typed: string): string {
  return sealCursor(`${addedAt} ${sha256}`, nameFiguresList(typed))
}

/** Null for a cursor of no page of these filings, as for the first page. */
function readFilingCursor(cursor: string, typed: string): FilingPosition | null {
  const key = openCursor(cursor, nameFiguresList(typed))
  if (key === null) return null
  const [addedAt = '', sha256 = ''] = key.split(' ')
  return { addedAt, sha256 }
}

type PlaceInLine = Omit<FoundPlace, 'url'>

function placesIn(lines: readonly string[], html: HtmlSpans, figure: string): PlaceInLine[] {
  return findFigure(lines, html, figure, mostPlaces).map(({ at, text, start }) => ({
    at,
    printed: text.slice(start, start + at.end - at.start),
    before: lastOf(fold(text.slice(0, start)).trimStart()),
    after: firstOf(fold(text.slice(start + at.end - at.start)).trimEnd()),
  }))
}

/** Blanks and the marks of leaders as one blank. */
function fold(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\.{3,}/g, '…')
}

function lastOf(text: string): string {
  return text.length <= context ? text : `…${text.slice(-context)}`
}

function firstOf(text: string): string {
  return text.length <= context ? text : `${text.slice(0, context)}…`
}
