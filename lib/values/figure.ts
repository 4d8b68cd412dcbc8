/** A printed number taken apart: `digits / 10 ** decimals`, sign included. Both are exact integers. */
export type Figure = { digits: number; decimals: number; percent: boolean; money: boolean }

const ZERO = 48
const NINE = 57

/**
 * Read one printed number exactly, without floating point.
 *
 * > 113,346,210.62      → digits 11334621062, decimals 2
 * > (838,007.00)        → digits -83800700, decimals 2
 * > 19.9 %              → digits 199, decimals 1, percent
 *
 * `-`, `--` and dashes of typographers stand for zero. Thousands are grouped by three or not at all. Returns null for
 * anything else, also for more digits than an exact integer holds.
 */
export function readFigure(printed: string): Figure | null {
  const plain = readDigits(printed, 0, printed.length)
  if (plain !== null) return plain
  const text = printed.trim()
  if (isDash(text)) return { digits: 0, decimals: 0, percent: false, money: false }
  const body = unwrap(text)
  if (body === null) return null
  const figure = readDigits(text, body.from, body.to)
  if (figure === null) return null
  if (body.negative && figure.digits !== 0) figure.digits = -figure.digits
  figure.percent = body.percent
  figure.money = body.money
  return figure
}

/** Is the text one of the dashes printed for zero? */
export function isDash(text: string): boolean {
  return text === '-' || text === '--' || text === '---' || text === '–' || text === '—'
}

type Body = { from: number; to: number; negative: boolean; percent: boolean; money: boolean }

/** Take off sign, `$`, `%` and the brackets of a negative. */
function unwrap(text: string): Body | null {
  let from = 0
  let to = text.length
  let negative = false
  let percent = false
  let money = false
  let open = false
  for (; from < to; from++) {
    const code = text.charCodeAt(from)
    if (code === 36 && !money) money = true
    else if (code === 40 && !open) open = true
    else if (code === 45 && !negative) negative = true
    else if (code !== 32) break
  }
  let closed = false
  for (; to > from; to--) {
    const code = text.charCodeAt(to - 1)
    if (code === 37 && !percent) percent = true
    else if (code === 41 && !closed) closed = true
    else if (code !== 32) break
  }
  if (open !== closed || (open && negative) || (money && percent)) return null
  return { from, to, negative: negative || open, percent, money }
}

/** Digits with commas by threes and at most one point, from `from` to `to`. */
function readDigits(text: string, from: number, to: number): Figure | null {
  let digits = 0
  let seen = 0
  let sinceComma = -1
  let decimals = -1
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code >= ZERO && code <= NINE) {
      digits = digits * 10 + (code - ZERO)
      seen++
      if (decimals >= 0) decimals++
      else if (sinceComma >= 0) sinceComma++
    } else if (code === 44 && decimals < 0) {
      if (seen === 0 || (sinceComma < 0 ? seen > 3 : sinceComma !== 3)) return null
      sinceComma = 0
    } else if (code === 46 && decimals < 0) {
      decimals = 0
    } else return null
  }
  if (seen === 0 || decimals === 0 || (sinceComma >= 0 && sinceComma !== 3)) return null
  if (!Number.isSafeInteger(digits)) return null
  return { digits, decimals: Math.max(decimals, 0), percent: false, money: false }
}
