import type { LinedText } from './split-lines.ts'

const WRAPPER = '-----BEGIN PRIVACY-ENHANCED MESSAGE-----'
const ESCAPED = '- -'
/** Messages wrapped again on their way carry two escapes; a third is a rule drawn as `- - - -`. */
const MOST_ESCAPES = 2

/**
 * Take the escapes off lines of a privacy-enhanced message, so that rules and columns line up again.
 *
 * > - --------------   -----------      as stored
 *   --------------   -----------        as printed, and as decoded
 *
 * No line is added or lost. On an escaped line columns are those of the decoded line, two (or four) less than in the
 * stored bytes. Files without the wrapper come back as they are. Source: RFC 1421, 4.4, and EDGAR submissions to 2000.
 */
export function unescapeDashes(file: LinedText): LinedText {
  if (!file.text.slice(0, 1000).trimStart().startsWith(WRAPPER)) return file
  const lines = file.lines.map(unescapeLine)
  return { text: lines.join('\n'), lines }
}

function unescapeLine(line: string): string {
  let from = 0
  for (let n = 0; n < MOST_ESCAPES && line.startsWith(ESCAPED, from); n += 1) from += 2
  return from === 0 ? line : line.slice(from)
}
