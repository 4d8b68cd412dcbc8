/** Digits of other scripts, and those of ASCII in other widths and styles. */
export const OTHER_DIGITS = /(?:(?![0-9])\p{Nd})+/gu
/** Those of Arabic are the first of them. */
export const FIRST_OTHER_DIGIT = 0x660

/** A text with digits of ASCII for all others, each in its place. Those beyond U+FFFF stay: they take two places. */
export function toAsciiDigits(text: string): string {
  return text.replace(OTHER_DIGITS, run => [...run].map(toAsciiDigit).join(''))
}

/** Scripts have their ten digits in a row, from 0 on, and other characters before them. */
function toAsciiDigit(digit: string): string {
  if (digit.length > 1) return digit
  const code = digit.charCodeAt(0)
  let zero = code
  while (/\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero--
  return String(code - zero)
}
