/** A figure as a table prints it: `268`, `$ 113,346,210.62`, `(4.5)`, `50.35%`, `-1.2`. */
const FIGURE = /^\$? ?[-(]?\$?\d[\d,]*(?:\.\d+)? ?%?\)?%?$/
const LEADERS = /\.{4}|\. \. \. \./
/** With fewer words around its figures a line is no part of a sentence. */
const WORDS_OF_A_SENTENCE = 5

/**
 * Does a line print figures in columns? Two figures set off by gaps do, and so does one at the line's end after a gap or
 * leaders, unless the line is justified prose or a contents entry. Of a line that is wider than any print, its beginning
 * and its end tell.
 *
 * > Subprime                        268         $ 113,346,210.62       50.35%
 */
export function hasTabularFigures(text: string): boolean {
  if (text.length <= 2 * WIDEST) return isTabular(text)
  const printed = text.trim()
  return isTabular(printed.slice(0, WIDEST)) || isTabular(printed.slice(-WIDEST))
}

/** Characters of a line's beginning, and of its end. */
const WIDEST = 4000

function isTabular(text: string): boolean {
  if (!/\d/.test(text) || isContentsEntry(text)) return false
  const cells = text
    .split(/\t|\s{2,}|\.{4,}/)
    .map(cell => cell.trim())
    .filter(cell => cell !== '')
  if (cells.length < 2) return false
  const figures = cells.filter(cell => FIGURE.test(cell)).length
  if (figures === 0 || isSentence(text, cells.length - figures, figures)) return false
  return figures >= 2 || FIGURE.test(cells.at(-1) ?? '')
}

/** A contents entry ends in leaders and its page: `Summary ......... S-4`. Looked at from its end, where all of it is. */
function isContentsEntry(text: string): boolean {
  return /(?:\.{4}|\. \. \. \.) {0,9}(?:[A-Z]{1,2}-)?\d{1,3}$/.test(text.trimEnd().slice(-24))
}

/** Justified prose has narrow gaps between its words, not only before its figures. */
function isSentence(text: string, wordCells: number, figures: number): boolean {
  const words = text.match(/[A-Za-z]{2,}/g)?.length ?? 0
  if (words < WORDS_OF_A_SENTENCE || LEADERS.test(text) || /\S\s{4,}\S/.test(text)) return false
  return figures === 1 || wordCells >= 3
}
