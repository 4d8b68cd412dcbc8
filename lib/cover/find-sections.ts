import { isPageMark, isRuleOrBlank, type TextLine } from './text-lines.ts'

/**
 * The parts of a report, as ranges of indexes into its lines, end exclusive; a part that is not there is empty.
 *
 * > cover      form, registrant, numbers, address        up to the first item or the second page
 *   body       items and their text                      up to the signature
 *   signature  "SIGNATURES" … name, title, date          up to the next page
 *   after      exhibit index, exhibits                   the rest
 */
export type Sections = { cover: Span; body: Span; signature: Span; after: Span; items: number[] }
type Span = { from: number; to: number }

/** `Item 5.  Other Events.`, `ITEM 9.01    FINANCIAL…`, `Item 2`; never "Item 601 of Regulation S-K". */
const ITEM = /^\s{0,24}item\s{1,3}(?:[1-9]|1\d)(?:\.\d\d|[A-C])?(?:\s*[.:(–—-]|\s{2,}|\s*$|\s[A-Z])/i
const SIGNATURE = /^\s*signatures?(?:\s+page)?\s*$/i
/** A signature's mark. */
const MARK = /^\s*(?:by\s?:.*|_*)?\s*\/s\/|^\s*by\s?:/i
/**
 * A line that tells when the report is signed: `Dated: May 4, 2003`, `April 18, 2000 by Oakhollow Bank, as Trustee`; never
 * one of a sentence: `May 4, 2003. The certificates were issued on`.
 */
const DATE_LINE = /^\s*(?:dated?\b|[a-z]{3,9}\.? \d{1,2}, ?\d{4}\.?(?=\s*$|\s{2,}|\s+by\b))/i
/** How far before a mark without heading its date may stand. */
const LINES_BEFORE_MARK = 8
/** What every `ITEM` and every `SIGNATURE` starts with, in small letters. */
const [ITEM_INITIAL, SIGNATURE_INITIAL] = [0x69, 0x73]
const TO_SMALL = 0x20
const COVER_CAPTION =
  /exact\s+name\s+of|date\s+of\s+(?:earliest|report)|\bform\s+(?:8-?K|10-?[KQD])|commission\s+file/i
/** A cover without items after it ends somewhere on its first pages. */
const LONGEST_COVER = 150

/** Find the parts of a report's main document. */
export function findSections(lines: TextLine[]): Sections {
  const headings = findHeadings(lines)
  const signatureAt = findSignature(lines, headings)
  const items = headings.filter(index => index < signatureAt && ITEM.test(lines[index]?.text ?? ''))
  const coverEnd = findCoverEnd(lines, Math.min(items[0] ?? lines.length, signatureAt))
  const signatureEnd = findSignatureEnd(lines, signatureAt)
  return {
    cover: { from: 0, to: coverEnd },
    body: { from: coverEnd, to: signatureAt },
    signature: { from: signatureAt, to: signatureEnd },
    after: { from: signatureEnd, to: lines.length },
    items,
  }
}

/** The few lines that can be a heading, found in one look at each line. */
function findHeadings(lines: TextLine[]): number[] {
  const found: number[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const initial = (lines[index]?.text ?? '').trimStart().charCodeAt(0) | TO_SMALL
    if (initial === ITEM_INITIAL || initial === SIGNATURE_INITIAL) found.push(index)
  }
  return found
}

/** The first heading that has a signature mark near; else the first heading; else the end. */
function findSignature(lines: TextLine[], headings: number[]): number {
  const found = headings.filter(index => SIGNATURE.test(lines[index]?.text ?? ''))
  const signed = found.find(index =>
    lines.slice(index, index + 30).some(line => /\/s\/|\bby:/i.test(line.text)),
  )
  return signed ?? found[0] ?? findUnheaded(lines)
}

/** Where a signature without heading begins: at the date over the first mark, else at the mark; the end without one. */
function findUnheaded(lines: TextLine[]): number {
  const mark = lines.findIndex(({ text }) => MARK.test(text))
  if (mark === -1) return lines.length
  const near = Math.max(0, mark - LINES_BEFORE_MARK)
  const date = lines.slice(near, mark).findLastIndex(({ text }) => DATE_LINE.test(text))
  return date === -1 ? mark : near + date
}

/** A signature ends at a page mark, an exhibit heading, or two dozen printed lines after its heading. */
function findSignatureEnd(lines: TextLine[], start: number): number {
  let printed = 0
  for (let index = start + 1; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? ''
    if (isPageMark(text) || /^\s*exhibit\s+(?:index|\d)/i.test(text) || printed >= 24) return index
    if (!isRuleOrBlank(text)) printed += 1
  }
  return lines.length
}

function findCoverEnd(lines: TextLine[], end: number): number {
  const limit = Math.min(end, LONGEST_COVER)
  const lastCaption = lines.slice(0, limit).findLastIndex(line => COVER_CAPTION.test(line.text))
  if (lastCaption === -1) return 0
  for (let index = lastCaption; index < limit; index += 1)
    if (isPageMark(lines[index]?.text ?? '')) return index
  return limit
}
