import { stripTags } from '../coverage/strip-tags.ts'
import type { Place } from '../report.ts'
import { linesFrom, linesNamingGroup } from './lines-that-tell.ts'
import { standing } from './said-between.ts'
import { namesSeveral, sayNumbered } from './say-group.ts'

/** The loan group that a sentence gives to the table below it, or to all tables after it. */
export type SentenceGroup = { group: string; line: number; isOfAll: boolean }

const NAMES_GROUP = /\b(?:group|pool)\b/i
/** Lines of a sentence before and behind one that names a group. */
const AROUND = 4
const LEADS_IN =
  /\b(?:following|next)(?: \w+){0,3} (tables?)\b|\b(tables?)(?: set forth)? (?:below|that follows?|on the (?:next|following) pages?)\b|\bset forth below\b/i

/**
 * What the last sentence between two places says of the loans of the tables below it; null where none introduces them, or
 * it names several groups.
 *
 * > The tables that follow describe the mortgage loans in Loan Group 2.
 */
export function groupInSentence(
  lines: readonly string[],
  from: Place | null,
  to: Place,
): SentenceGroup | null {
  const first = from === null ? 1 : (from.lastLine ?? from.line)
  let said: SentenceGroup | null = null
  for (const line of linesFrom(linesNamingGroup(lines), first, to.line)) {
    const own = standing(lines, line, from, to)
    if (!NAMES_GROUP.test(own)) continue
    const around = Array.from({ length: 2 * AROUND + 1 }, (_, order) => line - AROUND + order)
    const text = around
      .filter(at => at >= first && at <= to.line)
      .map(at => stripTags(standing(lines, at, from, to)).trim() || '\n\n')
      .join(' ')
    for (const sentence of text.split(/\n\n|[.:;](?=\s)/)) {
      const leads = LEADS_IN.exec(sentence)
      const group = leads === null || namesSeveral(sentence) ? null : sayNumbered(sentence)?.group
      if (group && own.includes(group.split(' ').at(-1) ?? group)) {
        const word = leads?.[1] ?? leads?.[2] ?? ''
        said = { group, line, isOfAll: /tables$/i.test(word) }
      }
    }
  }
  return said
}
