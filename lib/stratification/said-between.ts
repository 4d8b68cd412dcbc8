import { stripTags } from '../coverage/strip-tags.ts'
import type { SaidScale } from '../reading/facts.ts'
import { findScaleSentences, OF_TABLES } from '../reading/scale-sentence.ts'
import { findYearSentence, type SaidYears } from '../reading/year-words.ts'
import type { Place } from '../report.ts'
import { linesFrom, linesTellingScale } from './lines-that-tell.ts'

/** Lines of a sentence before and behind one that tells a scale. */
const AROUND = 4
/** A sentence further above a table, in characters that print, is not about it unless it speaks of tables. */
const NEAR = 800
/** Lines that a sentence right below a table takes at most, and blank ones before it. */
const BELOW = 4
/** Characters of a line, tags included, in which it must begin: a file may stand in one line. */
const BEGIN = 2000
const MAY_TELL = /thousands|millions|billions|(?<![\d,.])000|in (?:whole )?(?:years|yrs)\b/i
const YEARS_BELOW =
  /^\W*(?:notes?\b\W*)?(?:all |the )?(?:(?:weighted )?average |remaining |original |loan )*(?:terms?|ages?|seasoning|maturit)/i
const OPENS_BELOW =
  /^\W*(?:notes?\b\W*)?(?:all )?(?:u\.?s\.? )?(?:(?:numbers? of )?(?:accounts|loans|contracts|receivables|leases)(?:,| and| &) (?:u\.?s\.? )?)?(?:dollars?|amounts?|figures|balances?|in (?:thousands|millions|billions))\b/i

/** What sentences above a table tell of the scale of its dollars and terms: of it, and of it and those after it. */
export type SaidBetween = {
  own: SaidScale | null
  standing: SaidScale | null
  years: SaidYears | null
  standingYears: SaidYears | null
}

/**
 * The scale that sentences tell between two places of a file, for the table that begins at the second.
 *
 * The nearest counts. A sentence that introduces the table is as good as its title, if nothing much stands between; of
 * others it is not certain whether they are about the table.
 */
export function readScalesBetween(lines: readonly string[], from: Place | null, to: Place): SaidBetween {
  const said: SaidBetween = { own: null, standing: null, years: null, standingYears: null }
  const first = from === null ? 1 : (from.lastLine ?? from.line)
  for (const line of linesFrom(linesTellingScale(lines), first, to.line)) {
    if (!MAY_TELL.test(standing(lines, line, from, to))) continue
    const before = printed(lines, Math.max(first, line - AROUND), line - 1, from, to)
    const own = printed(lines, line, line, from, to)
    const after = printed(lines, line + 1, Math.min(line + AROUND, to.line), from, to)
    const text = `${before} ${own} ${after}`
    const years = findYearSentence(text)
    if (years !== null && OF_TABLES.test(text)) said.standingYears = years
    else if (years !== null && reachesTable(lines, line, after, to)) said.years = years
    for (const { by, count, reach, at } of findScaleSentences(text)) {
      if (at < before.length || at > before.length + own.length + 1) continue
      const isNear = reachesTable(lines, line, text.slice(at), to)
      if (reach === 'tables') said.standing = { by, scope: 'prose' }
      else if (isNear) said.own = { by, count, scope: reach === 'lead-in' ? 'lead-in' : 'prose' }
    }
  }
  return said
}

/** Do few enough words stand between the words that tell a scale and the table? */
function reachesTable(lines: readonly string[], line: number, rest: string, to: Place): boolean {
  let length = rest.replace(/\s+/g, '').length
  for (let at = line + AROUND + 1; at <= to.line && length <= NEAR; at++)
    length += (at === to.line ? (lines[at - 1] ?? '').slice(0, to.start - 1) : (lines[at - 1] ?? '')).trim()
      .length
  return length <= NEAR
}

/** The words of lines from one to another, both inclusive, as far as they stand between two places. */
function printed(
  lines: readonly string[],
  first: number,
  last: number,
  from: Place | null,
  to: Place,
): string {
  const parts: string[] = []
  for (let line = first; line <= last; line++) {
    parts.push(stripTags(standing(lines, line, from, to)).trim())
  }
  return parts.join(' ')
}

/** What of a line stands between two places. */
export function standing(lines: readonly string[], line: number, from: Place | null, to: Place): string {
  const start = from !== null && line === (from.lastLine ?? from.line) ? from.end - 1 : 0
  return (lines[line - 1] ?? '').slice(start, line === to.line ? to.start - 1 : undefined)
}

/** The scale that the sentence right below a table tells of it. */
export function readScaleBelow(text: string): SaidScale | null {
  if (!OPENS_BELOW.test(text)) return null
  const [said] = findScaleSentences(text)
  return said === undefined || said.reach !== 'near'
    ? null
    : { by: said.by, count: said.count, scope: 'prose' }
}

/** What the sentence right below a table says to be in years. */
export function readYearsBelow(text: string): SaidYears | null {
  return YEARS_BELOW.test(text) ? findYearSentence(text) : null
}

/** What stands right below a table. */
export function sentenceBelow(lines: readonly string[], { line, lastLine, end }: Place): string {
  const last = lastLine ?? line
  const words: string[] = []
  for (let at = last; at <= last + 2 * BELOW && words.length < BELOW; at++) {
    const start = at === last ? end - 1 : 0
    const text = stripTags((lines[at - 1] ?? '').slice(start, start + BEGIN))
      .replace(/^[\s\-=_]+/, '')
      .trim()
    if (text === '' && words.length > 0) break
    if (text !== '') words.push(text)
  }
  return words.join(' ').slice(0, 300)
}
