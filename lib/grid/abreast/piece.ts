import { isMissing } from '../text/figure-token.ts'

/** Words, figures alone, words with amounts behind them, or signs and rules alone, in a run without wide gaps or in one cell. */
export type Piece = { text: string; start: number; end: number; kind: 'words' | 'figures' | 'both' | 'sign' }

/** Longer pieces are sentences. */
const LONGEST = 120
const FIGURE = /^\(?-?\$?\(?[\d,.]*\d\)?%?x?(?:\(\d{1,2}\)|\[\d{1,2}\]|\*{1,3})?$/i
const SIGN = /^(?:[$%]|[-_=~]{4,})$/
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
  if (MARK.test(text)) return null
  return { text, start, end, kind: kindOf(text) }
}

function kindOf(text: string): Piece['kind'] {
  if (SIGN.test(text)) return 'sign'
  if (text.length > LONGEST || RANGE.test(text)) return 'words'
  const tokens = text.split(' ').filter(token => token !== '')
  const from = tokens.findLastIndex(token => !isFigureToken(token)) + 1
  if (from === 0) return 'figures'
  return from < tokens.length && tokens.slice(from).some(token => AMOUNT.test(token)) ? 'both' : 'words'
}

function isFigureToken(token: string): boolean {
  return FIGURE.test(token) || SIGN.test(token) || DASH.test(token) || isMissing(token, 0, token.length)
}

/** Is there a figure among the pieces? */
export function hasFigures(pieces: readonly Piece[]): boolean {
  return pieces.some(isFigure)
}

export function isFigure({ kind }: Piece): boolean {
  return kind === 'figures' || kind === 'both'
}
