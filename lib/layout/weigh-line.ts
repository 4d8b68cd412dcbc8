import { longestShown } from './mark-line.ts'

/** About how many bytes of a page a line takes, drawn and as data, beside its text; and each of its tags. */
const bytes = { line: 300, character: 2.2, tag: 110, escaped: 8 }

/** Bytes that a line of a filing takes on a page, on which no more of a line is shown than fits. */
export function weighLine(text: string): number {
  const shown = text.slice(0, longestShown)
  const escaped = shown.match(/[<>&"]/g) ?? []
  const tags = escaped.filter(character => character === '<').length
  return bytes.line + bytes.character * shown.length + bytes.tag * tags + bytes.escaped * escaped.length
}
