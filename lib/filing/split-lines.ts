/** Text and its lines without terminators; the text is the lines joined by `\n`. */
export type LinedText = { text: string; lines: string[] }

/**
 * Split a text at CRLF, CR and LF, as editors count lines. A terminator at the very end starts no further line.
 * Form feeds end no line: they are white space that marks a page.
 */
export function splitLines(raw: string): LinedText {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw
  const body = text.endsWith('\n') ? text.slice(0, -1) : text
  return { text: body, lines: body.split('\n') }
}
