const FIGURE = /^\(?\$?[\d,.]*\d\)?%?(?:[([]?\d{1,2}[)\]/]|\*)*$/
const AMOUNT = /\d,\d{3}(?!\d)/
const SHARE = /^\d{1,3}\.\d|^\d{1,3}(?:\.\d+)?%/
const SIGN = /^[$%]$/
/** Dollars and cents, and a number without either: > 180 $174,171,052.03 */
const SIGNED = /^\$[\d,]*,\d{3}\.\d\d$/
const BARE = /^(?!0+(?:\.0+)?$)\d+(?:\.\d+)?$/

/** So many figures after each other, one of them a share, are of columns, for bounds are two and caps three. */
const MANY = 4

/**
 * Does a label hold figures that columns print: an amount and a share one after the other, or many with a share?
 *
 * > First Lien 180 18,000,000 90.0% Full           a table beside this one, or columns that were not told apart
 *   180 $174,171,052.03                            the term of a row and its balance
 *   358 69 2.44% 5.76% 36 Months                   the end of one row and the label of another
 *   $50,000.01 - $100,000.00                       a range: a dash parts its figures
 *   0.01 2,500.00                                  two bounds alone
 *
 * No name is printed so, and every figure behind such a label may be of another row or column.
 */
export function holdsColumns(label: string): boolean {
  if (!label.includes(',') && !label.includes('%')) return false
  const hasWords = /[a-z]/i.test(label)
  let hasAmount = false
  let hasShare = false
  let run = 0
  let before = ''
  for (const token of label.split(' ')) {
    if (SIGN.test(token)) continue
    const isFigure = FIGURE.test(token)
    // A second bound has no sign where the first has none.
    if (run > 0 && SIGNED.test(token) && BARE.test(before)) return true
    before = token
    hasAmount = isFigure && (hasAmount || AMOUNT.test(token))
    hasShare = isFigure && (hasShare || SHARE.test(token.replace(/^\$/, '')))
    run = isFigure ? run + 1 : 0
    if (hasShare && hasAmount && (hasWords || run > 2)) return true
    if (hasShare && hasWords && run >= MANY) return true
  }
  return false
}
