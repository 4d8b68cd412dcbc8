/** `<PAGE>`, `<PAGE>   3`, and a line with a form feed alone, which `trim` has made blank before. */
export function isPageMark(line: string): boolean {
  const open = line.indexOf('<')
  // Nearly every line of HTML begins a tag; only those of a `p` are looked at closely.
  return open >= 0 && (line.charCodeAt(open + 1) | 32) === 112 && /^\s*<page>\s*(?:[\w-]+\s*)?$/i.test(line)
}

/** Nothing but strokes, however broken; also a line that held only tags. */
export function isRule(text: string): boolean {
  return /^[\s\-_=*.~+|–—]*$/.test(text)
}

/** `Page 1 of 6`, `-2-`, `S-34`, `iv`: a page number wherever it stands. */
const SURE_PAGE_NUMBER =
  /^\s*(?:page\s+\d{1,4}(?:\s+of\s+\d{1,4})?|-\s?\d{1,4}\s?-|[A-Z]{1,3}-\d{1,3}(?:-\d{1,3})?|[ivxl]{1,6})\s*$/i
const NUMBER_ALONE = /^\s*\d{1,4}\s*$/

/**
 * Is the line a page number? A number alone is one only beside a page mark or at an end of the file; elsewhere it may
 * well be a figure.
 */
export function isPageNumber(lines: string[], index: number, text: string): boolean {
  if (SURE_PAGE_NUMBER.test(text)) return true
  return NUMBER_ALONE.test(text) && (isPageEdge(lines, index, 1) || isPageEdge(lines, index, -1))
}

/** Tags that print nothing and end no page: a number alone may stand inside them. */
const DRESS = /^\s*(?:<\/?(?:p|div|center|font|span|b|i|a|body|html)\b[^<>]*>\s*)+$/i
const PAGE_EDGE = /^\s*<(?:\/text|hr)\b|<hr\b|page-?break/i

/** Is the next printed line in a direction a page mark, a closing tag, a rule or break of HTML, or no line at all? */
function isPageEdge(lines: string[], index: number, step: 1 | -1): boolean {
  let at = index + step
  for (; ; at += step) {
    const line = lines[at]
    if (line === undefined || isPageMark(line)) return true
    if (line.trim() === '') {
      if (line.includes('\f')) return true
    } else if (line.includes('<') && PAGE_EDGE.test(line.slice(0, LONGEST_TAGS))) return true
    else if (!DRESS.test(line.slice(0, LONGEST_TAGS))) return /^\s*<\/?document\b/i.test(line)
  }
}

const LONGEST_TAGS = 400
