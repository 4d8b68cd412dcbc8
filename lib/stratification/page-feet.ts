import type { Place } from '../report.ts'
import { linesNamingGroup } from './lines-that-tell.ts'
import { isGroupHeading, sayGroup } from './say-group.ts'

/** A line at the foot of a page that names the loan group of the tables on it. */
export type PageFoot = { group: string; line: number; start: number; end: number }

const NAMES_GROUP = /\b(?:sub-?)?(?:group|pool)\b/gi
/** A heading, its blanks and its page number take no more characters than this before and behind the word that tells it. */
const LONGEST = 90
/** What stands between a foot and the end of its page takes no more: blank lines, a page number, tags that end. */
const MOST_BETWEEN = 400
const PAGE_NUMBER = /[\s–—|-]*\bpage\s+\d{1,4}(?:\s+of\s+\d{1,4})?\s*$/i
const NOT_PRINTED =
  /^(?:[^\S\f]+|&nbsp;|&#160;|<\/?(?!page\b|hr\b|body\b|html\b|text\b|document\b)[a-z][^>]*>|[-–—_=*.]{3,}|[-–—]? ?(?:[A-Z]-)?\d{1,4} ?[-–—]?(?=\s|<|$))/i
const PAGE_BREAK = /^(?:\f|<page\b[^>]*>(?: *\d{1,4}(?=\s|$))?|<hr\b[^>]*>|<[a-z][^>]*page-break[^>]*>)/i
const FILE_ENDS = /^(?:<\/(?:body|html|text|document)\b|$)/i

type Foot = PageFoot & { hasNumber: boolean; isLast: boolean }

/**
 * The loan groups that running feet name, none where such lines may be the headings of the pages after them: a foot has its
 * page number beside it, or the last of them stands at the end of its document, where nothing follows.
 *
 * > Total                               300     60,000,000     100.00
 *                             Group 1 Loans
 *   <PAGE>
 */
export function findPageFeet(lines: readonly string[]): PageFoot[] {
  const feet: Foot[] = []
  for (const index of linesNamingGroup(lines)) {
    const text = lines[index] ?? ''
    let last = -1
    for (const { index: at } of text.matchAll(NAMES_GROUP)) {
      if (at < last) continue
      const run = runAround(text, at)
      last = run.end
      const foot = run.text.length > LONGEST ? null : footOf(lines, index, run)
      if (foot !== null) feet.push(foot)
    }
  }
  return feet.length > 1 && feet.some(({ hasNumber, isLast }) => hasNumber || isLast) ? feet : []
}

type Run = { text: string; start: number; end: number }

/** The words around a character of a line that no tag parts. */
function runAround(line: string, at: number): Run {
  const before = line.slice(Math.max(0, at - LONGEST), at)
  const behind = line.slice(at, at + LONGEST)
  const start = at - before.length + before.lastIndexOf('>') + 1
  const close = behind.indexOf('<')
  const end = at + (close < 0 ? behind.length : close)
  return { text: line.slice(start, end).trim(), start, end }
}

function footOf(lines: readonly string[], index: number, run: Run): Foot | null {
  const words = run.text.replace(PAGE_NUMBER, '')
  const group = sayGroup(words)?.group
  if (group == null || !isGroupHeading(words)) return null
  const ends = whatFollows(lines, index, run.end)
  if (ends === null) return null
  const place = { line: index + 1, start: run.start + 1, end: run.end + 1 }
  return { group, ...place, hasNumber: words !== run.text, isLast: ends === 'file' }
}

/** What ends after the line: its page, or its document; null where more is printed. */
function whatFollows(lines: readonly string[], index: number, end: number): 'page' | 'file' | null {
  let rest = (lines[index] ?? '').slice(end, end + MOST_BETWEEN)
  let next = index + 1
  for (; next < lines.length && rest.length < MOST_BETWEEN; next++) rest += `\n${lines[next]}`
  const isWhole = next >= lines.length && rest.length <= MOST_BETWEEN
  for (let isBroken = false; ; ) {
    const breaks = PAGE_BREAK.exec(rest)?.[0]
    if (breaks) isBroken = true
    else if (FILE_ENDS.test(rest) && (rest !== '' || isWhole)) return 'file'
    const skipped = breaks ?? NOT_PRINTED.exec(rest)?.[0]
    if (!skipped) return isBroken ? 'page' : null
    rest = rest.slice(skipped.length)
  }
}

/** The foot of the page that a table ends on: the first below it, unless a table or a page ends between. */
export function footBelow(
  feet: readonly PageFoot[],
  lines: readonly string[],
  { line, lastLine = line, end }: Place,
): PageFoot | null {
  const foot = feet.find(one => one.line > lastLine || (one.line === lastLine && one.start >= end))
  if (foot === undefined) return null
  for (let index = lastLine; index < foot.line - 1; index++)
    if (PAGE_BREAK.test((lines[index] ?? '').trimStart()) || (lines[index] ?? '').includes('\f')) return null
  return foot
}
