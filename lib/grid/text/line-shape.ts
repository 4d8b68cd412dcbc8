import { isWhite } from './code-lines.ts'

/** What kind of line it is, told from its characters alone. */
export type Shape = 'blank' | 'rule' | 'tag' | 'page' | 'text'

const TAG = /^<\/?[A-Z][A-Z]*\b[^>]*>/i

/** Tags that text filings set tables with; figures behind them are of headers. */
const OF_TABLES = /^<\/?(?:table|caption|s|c|fn|f\d{1,2})\b/i
const TWO_FIGURES = /\s\$?\d[\d,.]*%?\s+\$?\s*\d[\d,.]*%?\s*$/
/** No two figures at the end of a line take more; keeps the pattern short on any input. */
const LONGEST_FIGURES = 100

/**
 * A line's shape, told from its printed part, `codes` from `from` to `to`: a rule is made of `-`, `_`, `=`, `*`, `~` and
 * dots; a page break is its tag or a form feed.
 */
export function shapeOf(line: string, codes: Uint16Array, from: number, to: number): Shape {
  if (from === to) return line.includes('\f') ? 'page' : 'blank'
  const first = codes[from] ?? 0
  if (first === 60) return shapeOfTag(line.trimStart())
  return isRuleMark(first) && isRule(codes, from, to) ? 'rule' : 'text'
}

/** `<PAGE>`, `<PAGE>   1`, `<TABLE>`, `<S>   <C>`; but `<= 50.00` is text, and so is `<B>Owner</B>    47     12,891.37`. */
function shapeOfTag(text: string): Shape {
  if (!TAG.test(text)) return 'text'
  if (text.startsWith('PAGE', 1) || text.startsWith('page', 1)) return 'page'
  return !OF_TABLES.test(text) && TWO_FIGURES.test(text.slice(-LONGEST_FIGURES)) ? 'text' : 'tag'
}

function isRule(codes: Uint16Array, from: number, to: number): boolean {
  let marks = 0
  for (let at = from; at < to; at++) {
    const code = codes[at] ?? 0
    if (isRuleMark(code)) marks++
    else if (!isWhite(code)) return false
  }
  return marks >= 3
}

function isRuleMark(code: number): boolean {
  return code === 45 || code === 95 || code === 61 || code === 42 || code === 126 || code === 46
}
