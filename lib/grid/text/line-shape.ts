/** What kind of line it is, told from its characters alone. */
export type Shape = 'blank' | 'rule' | 'tag' | 'page' | 'text'

/** Where the printed part of a line begins and ends, 0-based, end exclusive. */
export type Extent = { from: number; to: number }

const TAG = /^<\/?[A-Z][A-Z]*\b[^>]*>/i

/** First and last printed character of a line; empty when it is blank. */
export function extentOf(line: string): Extent {
  let to = line.length
  while (to > 0 && isWhite(line.charCodeAt(to - 1))) to--
  let from = 0
  while (from < to && isWhite(line.charCodeAt(from))) from++
  return { from, to }
}

/** A line's shape: a rule is made of `-`, `_`, `=`, `*`, `~` and dots; a page break is its tag or a form feed. */
export function shapeOf(line: string, { from, to }: Extent): Shape {
  if (from === to) return line.includes('\f') ? 'page' : 'blank'
  const first = line.charCodeAt(from)
  if (first === 60) return shapeOfTag(line, from)
  return isRuleMark(first) && isRule(line, from, to) ? 'rule' : 'text'
}

/** `<PAGE>`, `<PAGE>   1`, `<TABLE>`, `<S>   <C>`; but `<= 50.00` is text. */
function shapeOfTag(line: string, from: number): Shape {
  if (!TAG.test(from === 0 ? line : line.slice(from))) return 'text'
  return line.startsWith('PAGE', from + 1) || line.startsWith('page', from + 1) ? 'page' : 'tag'
}

function isRule(line: string, from: number, to: number): boolean {
  let marks = 0
  for (let at = from; at < to; at++) {
    const code = line.charCodeAt(at)
    if (isRuleMark(code)) marks++
    else if (!isWhite(code)) return false
  }
  return marks >= 3
}

function isRuleMark(code: number): boolean {
  return code === 45 || code === 95 || code === 61 || code === 42 || code === 126 || code === 46
}

export function isWhite(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 160
}
