import { readReference } from '../../filing/character-reference.ts'
import { MarkupTags } from '../../filing/markup-tags.ts'
import type { Place } from '../../report.ts'
import type { Grid } from '../grid.ts'
import { mapPlaces } from '../map-places.ts'
import { toPlainLine } from '../plain-characters.ts'
import { findTextGrids } from '../text/find-text-grids.ts'
import { type HtmlSource, placeOf } from './html-source.ts'
import type { Block } from './parse-html.ts'

/** A printed line with its blanks as they are shown, and where each of its characters begins and ends in the markup. */
type AlignedLine = { text: string; starts: number[]; ends: number[] }

const WIDE_GAP = /(?:(?:&nbsp;?|&#160;?|\u00a0)[ \n]?){3}/i
const TWO_FIGURES = /\d\)?%?\s[^a-z]*\d/i
const LINE_TAG = /^<\/?(?:p|div|br|hr|center|h[1-6]|table|tr|td|li|pre)\b/i
/** Longer texts are prose; and a table has more rows than one. */
const LONGEST = 400
const FEWEST_ROWS = 3

/**
 * Find the tables that are drawn with no-break blanks, a paragraph or a `<BR>` a line, as text converted to HTML is; or
 * that stand with single blanks, where row follows row.
 *
 * > <P><FONT FACE="Courier New">Nevada&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;31&nbsp;&nbsp;&nbsp;$6,204,990.40</FONT></P>
 *   <P>Nevada 31 $6,204,990.40<BR>Oregon 12 $1,804,100.00<BR>Total 43 $8,009,090.40</P>
 */
export function findAlignedGrids(source: HtmlSource, blocks: readonly Block[]): Grid[] {
  const rows = blocks.filter(block => isAlignedRow(source, block)).length
  const end = rows < FEWEST_ROWS ? findRowsBelowEachOther(blocks) : 0
  if (end < 0) return []
  const isBroken = end > 0 && isParagraphGoingOn(source, blocks[end - 1], blocks[end])
  const tags = new MarkupTags(source.text)
  const lines = blocks.flatMap((block, order) =>
    readLine(source, tags, blocks[order - 1]?.end ?? 0, block, isBroken),
  )
  const texts = lines.map(({ text }) => text)
  const move = ({ line, start, end, lastLine }: Place): Place => {
    const [first, last] = [lines[line - 1], lines[(lastLine ?? line) - 1]]
    const from = first?.starts[start - 1] ?? first?.ends.at(-1) ?? 0
    return placeOf(source, from, Math.max(from, last?.ends[end - 2] ?? last?.ends.at(-1) ?? from))
  }
  return [...findTextGrids(texts, 1, texts.length)].map(grid => mapPlaces(grid, move))
}

/** Figures and wide gaps. Saves time: other markup is not set out as lines. */
function isAlignedRow({ text: markup }: HtmlSource, { text, start, end }: Block): boolean {
  if (text.length > LONGEST || end - start <= text.length || !TWO_FIGURES.test(text)) return false
  return WIDE_GAP.test(markup.slice(start, end))
}

const ENDS_IN_FIGURES = /(?:^| )\$? ?\d[\d,]*(?:\.\d+)?%? \$? ?\d[\d,]*(?:\.\d+)?%?$/

/** Where the last stands of so many blocks right below each other that end in figures as rows do; -1 where none do. */
function findRowsBelowEachOther(blocks: readonly Block[]): number {
  let rows = 0
  for (const [order, { text }] of blocks.entries()) {
    rows = text.length <= LONGEST && ENDS_IN_FIGURES.test(text) ? rows + 1 : 0
    if (rows === FEWEST_ROWS) return order
  }
  return -1
}

/** Are the lines of one paragraph broken, so that the next paragraph stands a blank line below? */
function isParagraphGoingOn(
  { text }: HtmlSource,
  above: Block | undefined,
  below: Block | undefined,
): boolean {
  const between = text.slice(above?.end ?? 0, below?.start ?? 0)
  return /<br\b/i.test(between) && !/<(?:p|div)\b/i.test(between)
}

/** The line of a block, with the blanks before it, and a blank line above it where one is shown: above each paragraph, where lines are broken. */
function readLine(
  { text: markup }: HtmlSource,
  tags: MarkupTags,
  before: number,
  block: Block,
  isBroken: boolean,
): AlignedLine[] {
  let line = new ShownLine()
  let isParted = false
  let breaks = 0
  for (let at = before; at < block.end; ) {
    const tag = markup[at] === '<' ? tags.endOf(at) : -1
    if (tag > at) {
      const name = markup.slice(at, at + 8)
      if (at < block.start && LINE_TAG.test(name)) {
        if (/^<br/i.test(name)) breaks++
        isParted ||= line.hasNoBreakBlank || breaks > 1 || /^<(?:hr|table)/i.test(name)
        isParted ||= isBroken && /^<(?:p|div)\b/i.test(name)
        line = new ShownLine()
      }
      at = tag
    } else at = line.add(markup, at)
  }
  return isParted ? [new ShownLine().finish(), line.finish()] : [line.finish()]
}

const NO_BREAK = '\u00a0'

/** A line as it grows: blanks of the markup are shown as one, no-break blanks each for itself. */
class ShownLine {
  private readonly shown: string[] = []
  private readonly starts: number[] = []
  private readonly ends: number[] = []
  hasNoBreakBlank = false

  /** Add what stands at an offset of the markup, and give back the offset behind it. */
  add(markup: string, at: number): number {
    const reference = markup[at] === '&' ? readReference(markup, at) : null
    const end = reference?.end ?? at + 1
    const printed = reference?.printed ?? markup[at] ?? ''
    const isBlank = reference === null && printed !== NO_BREAK && printed.trim() === ''
    if (isBlank && this.endsInBlank) return end
    for (let part = 0; part < printed.length; part++) {
      const character = isBlank ? ' ' : printed.charAt(part)
      if (character === NO_BREAK) this.hasNoBreakBlank = true
      this.shown.push(character)
      this.starts.push(at)
      this.ends.push(end)
    }
    return end
  }

  finish(): AlignedLine {
    return { text: toPlainLine(this.shown.join('')), starts: this.starts, ends: this.ends }
  }

  /** An empty line does, too: no blank of the markup begins one. */
  private get endsInBlank(): boolean {
    const { shown } = this
    return shown.length === 0 || shown[shown.length - 1] === ' '
  }
}
