import { readScales } from './scale-words.ts'

/**
 * A scale that a sentence around tables tells of dollars. `lead-in` introduces the very next table, `tables` speaks of
 * several, `near` of neither in words. `at` is where in the text the scale is told.
 */
export type SentenceScale = {
  by: number
  /** What it tells of numbers of loans beside. */
  count: number | null
  reach: 'lead-in' | 'tables' | 'near'
  at: number
}

/** Only scales stand in the plural: `$500 million` and `a thousand loans` tell none. */
const IN_UNITS =
  /\bin (?:thousands|millions|billions)\b|\$? ?\(?\$?'?000['’]?s?\)? omitted|\(\$? ?'?000['’]?s?\)/gi
const OF_DOLLARS = /\b(?:dollars?|amounts?|balances?|figures|principal)\b|\$/i
/** What is said of the tables of a section or a whole document. */
export const OF_TABLES =
  /\btables\b|\b(?:this|the) (?:prospectus|supplement|annex|appendix|exhibit|schedule|section|document|report)\b|\bunless otherwise\b|\bthroughout\b/i
/** > All dollar amounts are in thousands. */
const OF_ALL_AMOUNTS = /\ball (?:of the )?(?:(?:U\.?S\.? )?dollar )?(?:amounts|figures|balances)\b/i
const LEADS_IN =
  /\b(?:following|next) (?:\w+ )?table\b|\btable (?:below|that follows|set forth below)\b|\bthis table\b|\bset forth below\b/i
/** What a sentence takes at most before and behind the words that tell a scale. */
const MOST_BEFORE = 400
const MOST_BEHIND = 200

/**
 * The scales of dollars that sentences tell, in their order.
 *
 * > The following table shows the mortgage loans by state as of      lead-in, 1,000
 *   the Cut-off Date (dollars in thousands):
 *   All dollar amounts in the tables below are in thousands.         tables, 1,000
 */
export function findScaleSentences(text: string): SentenceScale[] {
  const found: SentenceScale[] = []
  for (const match of text.matchAll(IN_UNITS)) {
    const before = text.slice(Math.max(0, match.index - MOST_BEFORE), match.index).split(/[.;:]\s/)
    const behind = text.slice(match.index + match[0].length, match.index + match[0].length + MOST_BEHIND)
    const start = before[before.length - 1] ?? ''
    const end = /^[^.;:]*[.;:]?/.exec(behind)?.[0] ?? ''
    const isBracketed = /[([]\s*$/.test(start) || match[0].startsWith('(')
    const sentence = `${start}${match[0]}${end}`
    const phrase = `${start.slice(start.lastIndexOf('(') + 1)}${match[0]}${end.split(')')[0] ?? ''}`
    const { money: by, count } = readScales(OF_DOLLARS.test(phrase) || isBracketed ? phrase : sentence)
    if (by === null || !(isBracketed || OF_DOLLARS.test(sentence))) continue
    const reach =
      OF_TABLES.test(sentence) || OF_ALL_AMOUNTS.test(sentence)
        ? 'tables'
        : LEADS_IN.test(sentence)
          ? 'lead-in'
          : 'near'
    found.push({ by, count, reach, at: match.index })
  }
  return found
}
