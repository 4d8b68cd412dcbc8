/** Text and its lines without terminators; the text is the lines joined by `\n`. */
export type LinedText = { text: string; lines: string[] }

/** What ends a line beside LF: the two in either order, CRs that a conversion has doubled, and what Unicode has for it. */
const ENDS = /\r\n\r(?!\n)|\r{1,3}\n|\n\r|[\r\v\u0085\u2028\u2029]/g
/** Where more lines end in LF alone than in CRLFCR, that is CRLF and a line that CR ends. */
const MIXED_ENDS = /\r{1,3}\n|\n\r|[\r\v\u0085\u2028\u2029]/g
const LF_ALONE = /[^\r\n]\n(?!\r)/g
const CRLFCR = /\r\n\r(?!\n)/g
const ANY_END = /[\r\v\u0085\u2028\u2029]/

/**
 * Split a text into lines, as they are printed. A terminator at the very end starts no further line.
 *
 * > a⏎  b⏎            LF, CRLF, CR, LFCR, CRCRLF, vertical tab, next line, line and paragraph separator
 *   Total  12␌Title   a form feed between printed characters ends a line; elsewhere it is white space that marks a page
 */
export function splitLines(raw: string): LinedText {
  const text = endAtFormFeeds(ANY_END.test(raw) ? raw.replace(endsOf(raw), '\n') : raw)
  const body = text.endsWith('\n') ? text.slice(0, -1) : text
  return { text: body, lines: body.split('\n') }
}

function endsOf(raw: string): RegExp {
  const doubled = raw.match(CRLFCR)?.length ?? 0
  return doubled > 0 && (raw.match(LF_ALONE)?.length ?? 0) > doubled ? MIXED_ENDS : ENDS
}

const FORM_FEED = '\f'

function endAtFormFeeds(text: string): string {
  if (!text.includes(FORM_FEED)) return text
  return text
    .split('\n')
    .map(line => (line.includes(FORM_FEED) ? endAtThoseInside(line) : line))
    .join('\n')
}

/** The line with its end before each form feed that stands between printed characters. */
function endAtThoseInside(line: string): string {
  const parts = line.split(FORM_FEED)
  const last = parts.findLastIndex(part => part.trim() !== '')
  let ended = parts[0] ?? ''
  let isPrinted = ended.trim() !== ''
  for (const [order, part] of parts.entries()) {
    if (order === 0) continue
    const isInside = isPrinted && order <= last
    ended += `${isInside ? '\n' : ''}${FORM_FEED}${part}`
    isPrinted = part.trim() !== '' || (isPrinted && !isInside)
  }
  return ended
}
