const TOTAL = /^(?:grand |pool )?totals?\b/i
const EXTREME =
  /\b(?:min(?:imum)?|max(?:imum)?|average|avg|mean|median)\b\.?(?:[a-z ()-]{0,40}[:=])?\s{0,3}\$?\s?\d/i
/** Lines of extremes are short; longer ones are prose, and the pattern shall not walk over them. */
const LONGEST = 200

/**
 * Does a line give an average, a least or a greatest figure, as those under a total do?
 *
 * > Minimum: 5.750   Maximum: 10.500         FICO: Average 727 Min: 501         Non-Zero Weighted Average LTV: 72.1%
 *
 * The figure stands right behind the word, or behind its colon: `Maximum Mortgage Rates(1)` is a title, and a row that
 * says it is a total, `Total / Wtd. Avg. 270 …`, is one.
 */
export function speaksOfExtremes(line: string): boolean {
  return line.length <= LONGEST && EXTREME.test(line) && !TOTAL.test(line)
}
