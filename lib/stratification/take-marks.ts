/** A text without the footnote marks at its end, and the marks. */
export type Unmarked = { text: string; marks: string[] }

const BRACKETED = /\s*(?:\((\d{1,2})\)|\[(\d{1,2})\])$/
const STARS = /\s*(\*{1,3})$/
const SUPERSCRIPT = /(?<=[a-z%)])(\d)$/i

/**
 * Take footnote marks off the end of a title, header or label.
 *
 * > Original Loan-to-Value Ratios(1)(2)    → marks 1, 2
 * > Reduced 2(2)                           → "Reduced 2", mark 2
 * > Mortgage Rates(%)                      → no mark
 *
 * A bare digit glued to a word is a mark only when `known` holds it, for names end in digits too.
 */
export function takeMarks(printed: string, known: ReadonlySet<string>): Unmarked {
  const last = printed.charCodeAt(printed.length - 1)
  const isDigit = last >= 48 && last <= 57
  if (last !== 41 && last !== 93 && last !== 42 && !(isDigit && known.size > 0))
    return { text: printed, marks: [] }
  const marks: string[] = []
  let text = printed
  for (let found = findMark(text, known); found !== null; found = findMark(text, known)) {
    marks.unshift(found.mark)
    text = text.slice(0, found.at)
  }
  return { text, marks }
}

/** The last mark of the text; never the whole text, so that taking marks comes to an end. */
function findMark(text: string, known: ReadonlySet<string>): { mark: string; at: number } | null {
  const last = text.charCodeAt(text.length - 1)
  if (last >= 48 && last <= 57) return findBareMark(text, known)
  const bracketed = last === 42 ? STARS.exec(text) : BRACKETED.exec(text)
  if (bracketed !== null && bracketed.index > 0)
    return { mark: bracketed[1] ?? bracketed[2] ?? '', at: bracketed.index }
  return null
}

function findBareMark(text: string, known: ReadonlySet<string>): { mark: string; at: number } | null {
  const before = text.charCodeAt(text.length - 2)
  // Most figures at the end of a label are its bounds.
  if (before <= 57 && before !== 37 && before !== 41) return null
  const bare = SUPERSCRIPT.exec(text)
  const mark = bare?.[1]
  return bare !== null && mark !== undefined && known.has(mark) ? { mark, at: bare.index } : null
}
