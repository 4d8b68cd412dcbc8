import { titleGoesOn } from '../title-goes-on.ts'
import type { HtmlSource } from './html-source.ts'
import type { Block } from './parse-html.ts'

/** No title runs over more lines. */
const MOST_LINES = 5

/**
 * The last of some lines that are one title, from the first of them on.
 *
 * > Geographic Dispersion of the               ends where no title ends
 *   Mortgaged Properties in Loan Group 1
 *   (As of the Cut-off Date)                   says something of the line above
 *
 * Lines of one paragraph are one title too, wherever it breaks them.
 */
export function titleLines({ text: markup }: HtmlSource, lines: readonly Block[]): Block[] {
  let first = lines.length - 1
  while (first > 0 && lines.length - first < MOST_LINES) {
    const [upper, lower] = [lines[first - 1], lines[first]]
    if (!upper || !lower || !(isOneParagraph(markup, upper, lower) || titleGoesOn(upper.text, lower.text)))
      break
    first--
  }
  return lines.slice(Math.max(first, 0))
}

const LONGEST_BREAK = 400
const BETWEEN = /<\s*\/?\s*([a-z]+[0-9]?)[^<>]*>/gi
const INLINE = /^(?:b|i|u|em|strong|font|span|a|sup|sub|small|big|tt)$/i

/** Does nothing part them but one break of the line? */
function isOneParagraph(markup: string, { end }: Block, { start }: Block): boolean {
  if (start - end > LONGEST_BREAK) return false
  let breaks = 0
  for (const [, name = ''] of markup.slice(end, start).matchAll(BETWEEN)) {
    if (/^br$/i.test(name)) breaks++
    else if (!INLINE.test(name)) return false
  }
  return breaks === 1
}
