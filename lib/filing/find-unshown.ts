import { type Look, lookOfTag, readStyleRules, type StyleRules } from './element-look.ts'
import { keyOf, type TagKey, type Visitor, walkMarkup } from './walk-markup.ts'

/**
 * A stretch of a markup that prints nothing or was struck out, by offsets: an element that is no part of the page, tags
 * and all; or a text in one that is set without being seen (`unseen`, leaves its room blank) or read (`tiny`, `struck`).
 */
export type Unshown = { start: number; end: number; kind: 'gone' | 'unseen' | 'tiny' | 'struck' }

/**
 * What of a markup a browser does not show, and what it shows struck out, in order.
 *
 * > <td>50<span style="display:none">99</span></td> <td><s>45</s> 40</td>
 *         ^-------------------------------^              ^^
 *          gone                                          struck
 *
 * Rows, cells and paragraphs may lack their closing tags, as everywhere. Whatever else is never closed hides nothing, for
 * else a slip would hide the rest of the file. Linear in the length: no more than `MOST_OPEN` such elements are kept open.
 */
export function findUnshown(markup: string): Unshown[] {
  const finder = new UnshownFinder(markup, readStyleRules(markup))
  walkMarkup(markup, 0, markup.length, finder)
  return finder.finish()
}

const keys = (names: string) => new Set(names.split(' ').map(keyOf))
const [TABLE, P, C, S] = ['table', 'p', 'c', 's'].map(keyOf)
/** Elements that hold nothing. */
const VOID = keys('br hr img input col meta link area base wbr embed source param page')
/** Tags that end a paragraph which is not closed. */
const ENDS_PARAGRAPH = keys('p div table ul ol li dl dt dd h1 h2 h3 h4 h5 h6 hr center pre blockquote page')
/** Parts of a table end each other, and all that stands in them: the lower the number, the more they hold. */
const PARTS = new Map(
  [
    ...['thead', 'tbody', 'tfoot'].map(name => [name, 1] as const),
    ['tr', 2] as const,
    ['td', 3] as const,
    ['th', 3] as const,
  ].map(([name, rank]) => [keyOf(name), rank]),
)
const REST = 4
/** Saves time: no more are kept open, the first are forgotten. */
const MOST_OPEN = 64

/** An element whose look says something, open; in how many tables, and how many of its name are open in it. */
type OpenElement = {
  key: TagKey
  rank: number
  tables: number
  nested: number
  start: number
  look: Look
  isClosed: boolean
}

type HiddenText = Unshown & { by: OpenElement }

class UnshownFinder implements Visitor {
  private readonly open: OpenElement[] = []
  private readonly gone: Unshown[] = []
  private readonly texts: HiddenText[] = []
  private readonly markup: string
  private readonly rules: StyleRules
  private tables = 0
  /** How the text that comes next is hidden, and by what; as the open elements say. */
  private hidden: { kind: Unshown['kind']; by: OpenElement } | null = null

  constructor(markup: string, rules: StyleRules) {
    this.markup = markup
    this.rules = rules
  }

  text(start: number, end: number): void {
    const { hidden } = this
    if (hidden !== null && !this.isBlank(start, end)) this.texts.push({ start, end, ...hidden })
  }

  tag(key: TagKey, isClosing: boolean, start: number, end: number): void {
    const before = this.open.length
    if (before > 0) this.closeBy(key, isClosing, start, end)
    if (key === TABLE) this.tables = Math.max(0, this.tables + (isClosing ? -1 : 1))
    if (!isClosing) this.openBy(key, start, end)
    if (before > 0 || this.open.length > 0) this.hidden = this.howHidden()
  }

  /** Line breaks between tags; they are blanks already. */
  private isBlank(start: number, end: number): boolean {
    return end - start < LONGEST_BLANK && this.markup.slice(start, end).trim() === ''
  }

  finish(): Unshown[] {
    const texts = this.texts.filter(({ by }) => by.isClosed)
    const all = [...this.gone, ...texts.map(({ start, end, kind }) => ({ start, end, kind }))]
    let done = 0
    return all
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .filter(({ start, end }) => {
        const isApart = start >= done
        if (isApart) done = end
        return isApart
      })
  }

  private openBy(key: TagKey, start: number, end: number): void {
    const isPlain = end - start < SHORTEST_LOOK && key !== S && this.rules.size === 0
    if (isPlain || VOID.has(key) || this.markup.charCodeAt(end - 2) === SLASH) return
    const look = lookOfTag(this.markup.slice(start, end), this.rules)
    if (look === null || (this.open.length === 0 && !hides(look))) return
    if (this.open.length === MOST_OPEN) this.open.shift()
    const rank = key === TABLE ? 0 : (PARTS.get(key) ?? REST)
    this.open.push({ key, rank, tables: this.tables, nested: 0, start, look, isClosed: false })
  }

  private closeBy(key: TagKey, isClosing: boolean, start: number, end: number): void {
    const rank = PARTS.get(key)
    if (key === C) this.forgetMarks()
    if (rank !== undefined) {
      if (isClosing && this.isOwn(key)) this.endFrom(this.open.length - 1, end)
      else
        this.endWhile(
          one => one.tables > this.tables || (one.tables === this.tables && one.rank >= rank),
          start,
        )
    } else if (key === TABLE && isClosing)
      this.endWhile(one => one.tables >= this.tables && this.tables > 0, end)
    else this.closeOther(key, isClosing, start, end)
  }

  private isOwn(key: TagKey): boolean {
    const last = this.open[this.open.length - 1]
    return last?.key === key && last.tables === this.tables
  }

  private closeOther(key: TagKey, isClosing: boolean, start: number, end: number): void {
    const last = this.open[this.open.length - 1]
    const isParagraph = last !== undefined && last.key === P && last.tables === this.tables
    if (isParagraph && !isClosing && ENDS_PARAGRAPH.has(key)) {
      this.endFrom(this.open.length - 1, start)
      return
    }
    const at = this.open.findLastIndex(one => one.key === key && one.tables === this.tables)
    const one = this.open[at]
    if (one === undefined || one.rank !== REST) return
    if (!isClosing) {
      if (!VOID.has(key)) one.nested++
    } else if (one.nested > 0) one.nested--
    else this.endFrom(at, end)
  }

  /** > <TABLE> <CAPTION> <S> <C> <C>      where no S strikes anything out, but marks columns */
  private forgetMarks(): void {
    while (this.open[this.open.length - 1]?.key === S) this.open.pop()
  }

  private endWhile(ends: (one: OpenElement) => boolean, end: number): void {
    let at = this.open.length
    for (let one = this.open[at - 1]; one !== undefined && ends(one); one = this.open[at - 1]) at--
    if (at < this.open.length) this.endFrom(at, end)
  }

  /** End an element and all that is open in it. */
  private endFrom(at: number, end: number): void {
    for (const one of this.open.splice(at)) {
      one.isClosed = true
      if (one.look.isGone) this.gone.push({ start: one.start, end, kind: 'gone' })
    }
  }

  private howHidden(): UnshownFinder['hidden'] {
    let unseen: OpenElement | null = null
    let tiny: OpenElement | null = null
    let struck: OpenElement | null = null
    for (const one of this.open) {
      // What is gone may never be closed, and hides nothing then: what is hidden in it stays so.
      const { isUnseen, isTiny, isStruck } = one.look
      if (isUnseen !== null) unseen = isUnseen ? one : null
      if (isTiny !== null) tiny = isTiny ? one : null
      if (isStruck) struck = one
    }
    if (tiny !== null) return { kind: 'tiny', by: tiny }
    if (unseen !== null) return { kind: 'unseen', by: unseen }
    return struck === null ? null : { kind: 'struck', by: struck }
  }
}

const SLASH = 47
const LONGEST_BLANK = 200
/** Shorter tags but `<s>` neither hide nor strike out, unless rules say so. Saves time. */
const SHORTEST_LOOK = '<del>'.length

function hides({ isGone, isUnseen, isTiny, isStruck }: Look): boolean {
  return isGone === true || isUnseen === true || isTiny === true || isStruck
}
