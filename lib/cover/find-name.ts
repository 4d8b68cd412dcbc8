import { readJurisdiction } from './jurisdictions.ts'
import { withoutEnd } from './without-end.ts'

/** A stretch of a text, end exclusive. */
export type Span = { from: number; to: number }

const LEGAL_FORM =
  /^(?:inc|corp|corporation|incorporated|llc|l\.l\.c|lp|l\.p|llp|ltd|limited|n\.a|na|co|company|plc|association|national association|fsb|f\.s\.b|ssb|s\.s\.b|s\.a|l\.l\.p|p\.l\.c|s\.a\.r\.l|n\.v|b\.v|ag|gmbh)\b/i
/** Legal forms that are no abbreviations: a point behind one ends a sentence. */
const ENDS_SENTENCE = /^(?:fsb|llc|lp|llp|corporation|incorporated|company|association|limited|plc)\.$/i
const ABBREVIATED = /\b(?:inc|corp|co|ltd)\.$/i
/** A sign that stands for a word of a name: `Pike + Marlow Trust`. */
const SIGN = /^[&+/@]$/
const CONNECTOR = /^(?:of|and|for|the|de|la|du)$/
/** `and` joins two parties, but for these, as in "Trust and Savings Association". */
const AFTER_AND = /^(?:Savings|Trust|Loan|Traders|Sons|Company|Co)\b/i
/** Words with a capital only because a sentence or clause starts there, and the year of a date before. */
const OPENING =
  /^(?:also|and|among|between|by|each|in|on|with|under|to|from|for|that|when|where|while|although|if|as|such|this|\d+)$/i
/** A bracket inside a name: `Fernmoor Securities (USA) LLC`. */
const BRACKETED = /^\([A-Z][A-Za-z.]*\)$/
/** A quotation inside a name, `"A" & B Trust`. */
const QUOTED = /^["“][A-Z0-9][^"“”\n]*["”]$/
/** The name of a state in a bracket. */
const LONGEST_STATE = 30
const MOST_WORDS = 16
const LONGEST_BRACKET = 200
const LONGEST_NAME = 120

/**
 * The name that ends at an offset, going left as long as the grammar of names lasts.
 *
 * > … as seller (the "Seller"), and The Bank of Fernhill, as trustee
 *                                   ^ from              ^ to, ^ end may stand here
 *
 * A comma stays inside only before a legal form (`Home Loans, Inc.`) or between partners (`Marlowe, Pike & Co.`). A
 * bracketed defined term after the name is passed over, a state in brackets is a part of it (`Larch Bank (Delaware)`), and so is `, a national banking association`. Null when no
 * name stands there.
 */
export function findNameBefore(text: string, end: number): Span | null {
  const to = skipBack(text, end)
  const from = walkLeft(text, to)
  if (from < to) return { from, to }
  const apposition = /, an? [a-z][^,\n]{2,60}$/.exec(text.slice(Math.max(0, to - 80), to))
  if (apposition === null) return null
  const before = to - apposition[0].length
  const start = walkLeft(text, before)
  return start < before ? { from: start, to: before } : null
}

/** Back over blanks, commas, an open bracket, and one bracketed text. */
function skipBack(text: string, end: number): number {
  let to = backOver(text, end, /[\s,(]/)
  if (text.charAt(to - 1) !== ')') return to
  const start = Math.max(0, to - LONGEST_BRACKET)
  const inBracket = text.slice(start, to).lastIndexOf('(')
  if (inBracket === -1) return to
  const open = start + inBracket
  if (readJurisdiction(text.slice(open + 1, to - 1)) !== null) return to
  to = backOver(text, open, /[\s,]/)
  return to
}

function backOver(text: string, end: number, what: RegExp): number {
  let to = end
  while (to > 0 && what.test(text.charAt(to - 1))) to -= 1
  return to
}

function walkLeft(text: string, to: number): number {
  let from = to
  let at = to
  for (let words = 0; words < MOST_WORDS && at > 0; words += 1) {
    const start = wordStart(text, at)
    const word = text.slice(start, at)
    if (word === '' || !continues(word, text.slice(at + 1, to), words === 0)) break
    const opens = /^["“(]/.test(word) && !isBracketed(word) && !QUOTED.test(word)
    if (!CONNECTOR.test(word)) from = opens ? start + 1 : start
    if (opens || text.charAt(start - 1) === '\n') break
    at = start - 1
  }
  return dropOpening(text, from, to)
}

function wordStart(text: string, end: number): number {
  let start = stateStart(text, end) ?? quoteStart(text, end) ?? end
  while (start > 0 && text.charAt(start - 1) !== ' ' && text.charAt(start - 1) !== '\n') start -= 1
  return start
}

/** Where the bracket of a state in a name begins: `Larch Bank (South Dakota), National Association`; null without one. */
function stateStart(text: string, end: number): number | null {
  const close = text.charAt(end - 1) === ',' ? end - 2 : end - 1
  if (text.charAt(close) !== ')') return null
  const open = text.lastIndexOf('(', close)
  return open < close - LONGEST_STATE || readJurisdiction(text.slice(open + 1, close)) === null ? null : open
}

/** Where the quotation inside a name begins; null without one. */
function quoteStart(text: string, end: number): number | null {
  if (!/["”]/.test(text.charAt(end - 1))) return null
  const before = text.slice(Math.max(0, end - LONGEST_NAME), end - 1)
  const open = Math.max(before.lastIndexOf('"'), before.lastIndexOf('“'))
  const start = end - 1 - before.length + open
  return open >= 0 && QUOTED.test(text.slice(start, end)) ? start : null
}

/** Is the word a bracket inside a name, of a place or one word? */
function isBracketed(word: string): boolean {
  return BRACKETED.test(word) || stateStart(word, word.length) === 0
}

/** May the word stand in the name, given what of it is read already to its right? */
function continues(word: string, right: string, isLast: boolean): boolean {
  if (word === 'and') return AFTER_AND.test(right)
  if (CONNECTOR.test(word)) return !isLast
  if (SIGN.test(word)) return !isLast
  if (!/^["“(]?[$@#]?[A-Z0-9&]/.test(word) || /['’]s$/.test(word)) return false
  if (isLast) return true
  if (isBracketed(word)) return LEGAL_FORM.test(right)
  if (QUOTED.test(word)) return true
  if (/[;:)”"]$/.test(word)) return false
  if (/^trust,$/i.test(word) && /^series\b/i.test(right)) return true
  if (word.endsWith(',')) return LEGAL_FORM.test(right) || isPartner(word, right)
  if (ENDS_SENTENCE.test(word)) return false
  if (LEGAL_FORM.test(word)) return true
  return !word.endsWith('.') || isAbbreviation(word) || LEGAL_FORM.test(right) || right.startsWith('&')
}

/** `J.P.`, `St.`, `Bros.` inside a name; any other point ends a sentence, but before a legal form: `Svcs. LLC`. */
function isAbbreviation(word: string): boolean {
  return /^(?:[A-Z]\.)+$|^(?:St|Jr|Mr|Ms|Wm|Bros)\.$/i.test(word)
}

/** `BEAR,` before `STEARNS & CO. INC.`, and `Lynch,` before `Pierce, Fenner & Smith`; never another case. */
function isPartner(word: string, right: string): boolean {
  if (!/^[A-Z][A-Za-z'’]+,$/.test(word) || !/^(?:[A-Z][A-Za-z'’]+, )?[A-Z][A-Za-z'’]+ & /.test(right))
    return false
  const isCapitals = !/[a-z]/.test(word)
  return isCapitals === !/[a-z]/.test(right.slice(0, 3))
}

/** How far a name goes to the right: words with capitals, `&`, `of`; a comma only before a legal form or a partner. */
export function findNameAfter(text: string, start: number): Span | null {
  let to = start
  let at = start
  const [line = ''] = text.slice(start, start + LONGEST_NAME).split('\n', 1)
  for (const word of line.split(' ').slice(0, MOST_WORDS)) {
    if (!/^[A-Z0-9&]/.test(word) && word !== 'of' && word !== 'and') break
    at += word.length + 1
    if (/^[A-Z0-9]/.test(word)) to = at - 1
    const rest = line.slice(at - start)
    if (word.endsWith('.') && endsSentence(word, rest)) break
    if (
      /[;:)]$/.test(word) ||
      (word.endsWith(',') && !LEGAL_FORM.test(rest) && !/^[A-Z][A-Za-z]+ &/.test(rest))
    )
      break
  }
  while (to > start && /[,;:)]/.test(text.charAt(to - 1))) to -= 1
  const name = text.slice(start, to)
  const isEnded = /[a-z]{3}\.$|[A-Z]{2}\.$/.test(name) && !ABBREVIATED.test(name)
  if (isEnded) to -= 1
  return to > start ? { from: start, to } : null
}

/** `Ravenglass Bank, FSB. Muncaster`, `Larch Inc. The`; not `Fernmoor Corp. II`. */
function endsSentence(word: string, rest: string): boolean {
  if (ENDS_SENTENCE.test(word) || /^(?:the|this|in|on|as|each|all|such|it|a|an)\b/i.test(rest)) return true
  return !LEGAL_FORM.test(word) && !isAbbreviation(word) && !LEGAL_FORM.test(rest)
}

function dropOpening(text: string, start: number, to: number): number {
  let from = start
  for (
    let word = /^\S+ /.exec(text.slice(from, to));
    word !== null;
    word = /^\S+ /.exec(text.slice(from, to))
  ) {
    if (word[0] !== 'the ' && !OPENING.test(withoutEnd(word[0], ' \n,'))) break
    from += word[0].length
  }
  return from
}
