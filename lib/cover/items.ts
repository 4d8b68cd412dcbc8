import type { Deal, Printed } from '../report.ts'
import { isPageMark, isRuleOrBlank, placeAcross, placeOnLine, type TextLine } from './text-lines.ts'

type Item = Deal['items'][number]

/** `Item 5.  Other Events.`: the number, and what follows it. */
const HEADING = /^(\s*item\s+)(\d{1,2}(?:\.\d\d|[A-C])?)([\s.:()–—-]*)(.*)$/i
const MOST_TITLE_LINES = 3

/**
 * The items of a report with their titles, each once, in order. `indexes` are the lines of the headings.
 *
 * > Item 7.  Financial Statements, Pro Forma Financial
 *   ----     -----------------------------------------
 *            Information and Exhibits.
 *
 * Titles are joined over lines and lose their closing point; dotted leaders and page numbers are not part of them.
 */
export function readItems(lines: TextLine[], indexes: number[]): Item[] {
  const items: Item[] = []
  for (const index of indexes) {
    const item = readItem(lines, index)
    if (item !== null && !items.some(known => known.number.value === item.number.value)) items.push(item)
  }
  return items
}

function readItem(lines: TextLine[], index: number): Item | null {
  const line = lines[index]
  const found = line === undefined ? null : HEADING.exec(line.text)
  if (line === undefined || found === null) return null
  const [, before = '', number = '', between = '', rest = ''] = found
  const titleFrom = before.length + number.length + between.length
  return {
    number: {
      value: number.toUpperCase(),
      at: placeOnLine(line, before.length, before.length + number.length),
    },
    title: readTitle(lines, index, titleFrom, rest),
  }
}

function readTitle(lines: TextLine[], index: number, from: number, rest: string): Printed | null {
  const first = lines[index]
  const opening = endTitle(rest)
  if (first === undefined || opening.text === '') return null
  const parts = [opening.text]
  let end = { line: first, to: from + opening.text.length }
  let isOpen = opening.isOpen
  for (let at = index + 1; isOpen && at < lines.length && parts.length < MOST_TITLE_LINES; at += 1) {
    const line = lines[at]
    const text = line?.text ?? ''
    if (line === undefined || text.trim() === '' || isPageMark(text)) break
    if (isRuleOrBlank(text)) continue
    const indent = text.search(/\S/)
    if (indent < from - 4) break
    const next = endTitle(text.trimStart())
    parts.push(next.text)
    end = { line, to: indent + next.text.length }
    isOpen = next.isOpen
  }
  return { value: parts.join(' ').replace(/\s+/g, ' '), at: toPlace(first, from, end) }
}

function toPlace(first: TextLine, from: number, end: { line: TextLine; to: number }) {
  return placeAcross({ line: first, index: from }, { line: end.line, index: end.to - 1 })
}

/** A title ends at its closing point, at dotted leaders, or where a sentence follows; else it may go on. */
function endTitle(text: string): { text: string; isOpen: boolean } {
  const stop = /\.(?=\s|$|\.)|\s{3,}/.exec(text)
  if (stop === null) return { text: text.trimEnd(), isOpen: true }
  return { text: text.slice(0, stop.index).trimEnd(), isOpen: false }
}
