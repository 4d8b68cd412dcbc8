import { readReference } from './character-reference.ts'
import { MarkupTags } from './markup-tags.ts'

const BLOCK = /<\/?(?:p|div|br|tr|td|th|table|h\d|li|ul|ol|hr|page|center|caption)\b/iy
const BLANKS = ' '.repeat(256)

/**
 * HTML without its markup, every other character where it was: tags and references give as many blanks, line breaks
 * stay, and a tag that begins a block becomes a form feed first, which ends a passage.
 *
 * > <P>about 6.97%&nbsp;in all</P>     \f  about 6.97%      in all\f
 */
export function blankMarkup(html: string): string {
  const tags = new MarkupTags(html)
  const parts: string[] = []
  let done = 0
  let broken = -1
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', Math.max(done, open + 1))) {
    const end = tags.endOf(open)
    if (end < 0) continue
    if (broken < open) broken = nextBreak(html, open)
    parts.push(blankReferences(html.slice(done, open)), blankTag(html, open, end, broken < end))
    done = end
  }
  parts.push(blankReferences(html.slice(done)))
  return parts.join('')
}

/** Where the next line break stands; far beyond the text when there is none, so that it is not looked for again. */
function nextBreak(html: string, from: number): number {
  const at = html.indexOf('\n', from)
  return at < 0 ? Number.POSITIVE_INFINITY : at
}

function blankTag(html: string, start: number, end: number, isBroken: boolean): string {
  BLOCK.lastIndex = start
  const first = BLOCK.test(html) ? '\f' : ' '
  if (!isBroken) return first + blanks(end - start - 1)
  return first + html.slice(start + 1, end).replace(/[^\n]+/g, part => blanks(part.length))
}

function blanks(count: number): string {
  return count <= BLANKS.length ? BLANKS.slice(0, count) : ' '.repeat(count)
}

function blankReferences(text: string): string {
  let at = text.indexOf('&')
  if (at < 0) return text
  const parts: string[] = []
  let done = 0
  for (; at >= 0; at = text.indexOf('&', at + 1)) {
    const reference = readReference(text, at)
    if (reference === null) continue
    const { printed, end } = reference
    const shown = printed === '\u00a0' || printed.length !== 1 ? ' ' : printed
    parts.push(text.slice(done, at), shown, blanks(end - at - 1))
    done = end
  }
  return parts.join('') + text.slice(done)
}
