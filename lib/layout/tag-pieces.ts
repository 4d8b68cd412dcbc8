import type { FilingReport } from '../report.ts'

/** A piece of a line of HTML: words that a reader of the page sees, or the tags around them. */
export type TagPiece = { text: string; isTag: boolean }

/** Whether a line, by its number, is HTML. */
export function htmlLines({ documents }: Pick<FilingReport, 'documents'>): (line: number) => boolean {
  const spans = documents.filter(({ format }) => format === 'html').map(({ lines }) => lines)
  return line => spans.some(([first, last]) => line >= first && line <= last)
}

/** Whether a tag is open where each line begins. Of the first line its own first bracket tells. */
export function tagsOpenAt(lines: readonly string[]): boolean[] {
  let isOpen = closesFirst(lines)
  return lines.map(line => {
    const before = isOpen
    isOpen = isInTag(line, line.length, before)
    return before
  })
}

function closesFirst(lines: readonly string[]): boolean {
  const line = lines.find(line => /[<>]/.test(line)) ?? ''
  const [open, close] = [line.indexOf('<'), line.indexOf('>')]
  return close >= 0 && (open < 0 || close < open)
}

/** Whether a column of a line, 0-based, lies inside a tag, given whether the line begins in one. */
export function isInTag(line: string, column: number, atStart: boolean): boolean {
  if (column === 0) return atStart
  const open = line.lastIndexOf('<', column - 1)
  const close = line.lastIndexOf('>', column - 1)
  return open < 0 && close < 0 ? atStart : open > close
}

/**
 * Markup told from words, tags that follow each other as one piece. Joined, the pieces are the text again.
 *
 * > <td align=right> <b>6,000</b></td>
 *   tag                 words tag
 */
export function splitTags(text: string, startsInTag: boolean): TagPiece[] {
  const pieces: TagPiece[] = []
  let isTag = startsInTag
  let at = 0
  while (at < text.length) {
    const found = isTag ? text.indexOf('>', at) + 1 : text.indexOf('<', at)
    const end = found > (isTag ? 0 : -1) ? found : text.length
    if (end > at) addPiece(pieces, text.slice(at, end), isTag)
    at = end
    isTag = !isTag
  }
  return pieces
}

const blank = /^(?:\s|&nbsp;|&#160;)*$/i

/** Blanks between tags are no words, however they are written. */
function addPiece(pieces: TagPiece[], text: string, isTag: boolean) {
  const last = pieces[pieces.length - 1]
  const looksTag = isTag || blank.test(text)
  if (last && last.isTag === looksTag) last.text += text
  else pieces.push({ text, isTag: looksTag })
}
