import { MarkupTags } from './markup-tags.ts'

/** A tag's name as a number, see `keyOf`; `</td>` and `<td>` have the same. */
export type TagKey = number

/** What is told of a markup, in order, by offsets in it. `isClosing` is a tag with a slash before its name. */
export type Visitor = {
  tag: (key: TagKey, isClosing: boolean, start: number, end: number) => void
  text: (start: number, end: number) => void
}

const LESS = 60
const SLASH = 47
/** Letters and digits are told apart by their last five bits, and so many of these a number holds exactly. */
const LONGEST_NAME = 10

/** The number of a tag's name, in capitals or not. */
export function keyOf(name: string): TagKey {
  return keyAt(name, 0)
}

function keyAt(text: string, from: number): TagKey {
  let key = 0
  for (let at = from; at < from + LONGEST_NAME; at++) {
    const code = text.charCodeAt(at)
    const letter = code | 32
    if (!((letter >= 97 && letter <= 122) || (code >= 48 && code <= 57))) break
    key = key * 32 + (code & 31)
  }
  return key
}

const RAW = ['script', 'style'].map(name => ({ key: keyOf(name), closing: new RegExp(`</${name}\\b`, 'gi') }))

const RAW_KEYS = new Set(RAW.map(({ key }) => key))

const TITLE = keyOf('title')
/** Longer titles of pages are taken for text whose closing tag is lost. */
const LONGEST_TITLE = 1_000

/**
 * Walk over a markup from one offset to another and tell of its tags and texts; comments, declarations, scripts,
 * styles and the title of the page are passed over.
 *
 * A walker of our own, for of 5 MB it makes 10 ms where the tokenizer of htmlparser2 takes 43 and its parser 73, which
 * are half of all that reading may take, and it needs offsets and names alone. Tags are not put into a tree, for tables
 * of filings lack closing tags as often as not: who listens decides what ends what. Linear in the length.
 */
export function walkMarkup(text: string, from: number, to: number, visitor: Visitor): void {
  const tags = new MarkupTags(text, to)
  const unclosed = new Set<TagKey>()
  let at = from
  while (at < to) {
    const found = text.charCodeAt(at) === LESS ? at : text.indexOf('<', at)
    const open = found < 0 || found > to ? to : found
    if (open > at) visitor.text(at, open)
    if (open === to) return
    const end = tags.endOf(open)
    at = end < 0 ? open + 1 : end
    if (end < 0) visitor.text(open, at)
    else at = visitTag(text, open, end, to, visitor, unclosed)
  }
}

/** Tell of one tag; gives back where to go on: behind it, or at the tag that closes a script. */
function visitTag(
  text: string,
  open: number,
  end: number,
  to: number,
  visitor: Visitor,
  unclosed: Set<TagKey>,
): number {
  const isClosing = text.charCodeAt(open + 1) === SLASH
  const key = keyAt(text, open + (isClosing ? 2 : 1))
  if (key !== 0) visitor.tag(key, isClosing, open, end)
  if (isClosing) return end
  if (key === TITLE) return titleEnd(text, end, to)
  if (!RAW_KEYS.has(key)) return end
  const raw = RAW.find(one => one.key === key)
  return raw === undefined ? end : closingAt(text, raw, end, to, unclosed)
}

/** Where the title of the page is closed, which stands on no page; where it never is, the next tag ends it. */
function titleEnd(text: string, from: number, to: number): number {
  const closing = text.slice(from, Math.min(to, from + LONGEST_TITLE)).search(/<\/title\b/i)
  if (closing >= 0) return from + closing
  const next = text.indexOf('<', from)
  return next < 0 || next > to ? to : next
}

/** Where the script is closed; right behind its tag when it never is, and then none of its name is looked for again. */
function closingAt(
  text: string,
  { key, closing }: (typeof RAW)[number],
  from: number,
  to: number,
  unclosed: Set<TagKey>,
): number {
  if (unclosed.has(key)) return from
  closing.lastIndex = from
  const found = closing.exec(text)
  if (found !== null && found.index < to) return found.index
  unclosed.add(key)
  return from
}
