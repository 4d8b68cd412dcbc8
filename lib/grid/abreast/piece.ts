import { endOfCounted, endOfDollars, isDollarSign } from '../figure-words.ts'
import { isMissing } from '../text/figure-token.ts'

/** Words, figures alone, words with amounts behind them, or signs and rules alone, in a run without wide gaps or in one cell. */
export type Piece = { text: string; start: number; end: number; kind: 'words' | 'figures' | 'both' | 'sign' }

/** Longer pieces are sentences. */
const LONGEST = 120
const FIGURE = /^[([]?-?\$?\(?[\d,.]*\d%?[)\]]?%?x?(?:\(\d{1,2}\)|\[\d{1,2}\]|\*{1,3})?$/i
const SIGN = /^(?:[$%]|[-_=~]{4,})$/
/** Before a `$` that is set apart. */
const COUNTRY = /^(?:US|U\.S\.)$/
const DASH = /^(?:[-–—]|--+)$/
const AMOUNT = /[\d](?:,\d{3}|\.\d)|%$|^\$/
const RANGE =
  /^\(?\$? ?[\d.,]+ ?%? ?(?:[-–—]|to|thru|through) ?\$? ?[\d.,]+ ?%?\)?$|^[<>≤≥]=? ?\$?[\d.,]+%?$|^\$?[\d.,]+%? ?[-–—+]$/i
const MARK = /^(?:\(\d{1,2}\)|\[\d{1,2}\]|\*{1,3})$/

/**
 * A piece of a line, its kind told; null where it is a footnote mark alone.
 *
 * > First Lien   180   $ 18,000,000   7.001 - 7.500   Primary Home 120 1,400.00
 *   words      figures   figures         words         both: words, then amounts
 *
 * A range is words: it is the label of a row.
 */
export function readPiece(text: string, start: number, end: number): Piece | null {
  if (isPlainFigure(text)) return { text, start, end, kind: 'figures' }
  if (isPlainWord(text)) return { text, start, end, kind: 'words' }
  if (MARK.test(text)) return null
  return { text, start, end, kind: kindOf(text) }
}

/** `268`, `$ 113,346,210.62` or `50.35%`, as most pieces of rows are. Saves time: told by its characters alone. */
export function isPlainFigure(text: string): boolean {
  let at = text.charCodeAt(0) === 36 ? 1 : 0
  while (text.charCodeAt(at) === 32) at++
  const end = text.charCodeAt(text.length - 1) === 37 ? text.length - 1 : text.length
  if (at >= end || text.length > LONGEST || !isDigit(text.charCodeAt(end - 1))) return false
  for (; at < end; at++) {
    const code = text.charCodeAt(at)
    if (!isDigit(code) && code !== 44 && code !== 46) return false
  }
  return true
}

/** `California`: a first word that is no sign or short form for nothing, and no amount behind it. Saves time. */
function isPlainWord(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (at < SHORT_FORM ? !isLetter(code) : isDigit(code) || code === 36 || code === 37) return false
  }
  return text.length > SHORT_FORM
}

/** `N/A`, `NAP` and their like are shorter than this. */
const SHORT_FORM = 5

/** Saves time. */
const isDigit = (code: number) => code >= 48 && code <= 57
/** Saves time. */
const isLetter = (code: number) => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)

function kindOf(text: string): Piece['kind'] {
  if (SIGN.test(text) || isDollarSign(text)) return 'sign'
  if (endOfCounted(text) >= 0) return 'figures'
  if (text.length > LONGEST || RANGE.test(text)) return 'words'
  const tokens = text.split(' ').filter(token => token !== '')
  const from = tokens.findLastIndex(token => !isFigureToken(token)) + 1
  if (from === 0) return 'figures'
  return from < tokens.length && tokens.slice(from).some(token => AMOUNT.test(token)) ? 'both' : 'words'
}

function isFigureToken(token: string): boolean {
  if (SIGN.test(token) || DASH.test(token) || isDollarSign(token) || COUNTRY.test(token)) return true
  return FIGURE.test(token.slice(endOfDollars(token, 0))) || isMissing(token, 0, token.length)
}

/** Is there a figure among the pieces? */
export function hasFigures(pieces: readonly Piece[]): boolean {
  return pieces.some(isFigure)
}

export function isFigure({ kind }: Piece): boolean {
  return kind === 'figures' || kind === 'both'
}
