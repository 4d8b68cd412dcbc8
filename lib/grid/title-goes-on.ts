/**
 * A date, a unit, a restriction: `As of the Cut-off Date`, `Cut-Off Date: June 1, 2004`, `(Dollars in Thousands)`,
 * `in Loan Group 2`, `Securing the Junior Loans`.
 */
const GOES_ON =
  /^\(|^as of\b|^(?:dollars|amounts)\b.* in (?:thousands|millions)|^(?:of|by|in|for|with|and|or|at|from|under|to|securing|having)\b|^(?:secured|originated|located|serviced|made) (?:by|in|to|under|through)\b/i
const GOES_ON_BELOW = /\b(?:of|the|by|in|for|with|and|or|at|from|to|under|on|its|their|&)$|[-–—,/&]$/i
/** A line that is a date alone, with or without what happens on it. */
const DATE =
  /^(?:[a-z][a-z -]{0,40}\bdate\b:? ?[-–—]? ?)?(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}, ?\d{4}\.?$/i
const LONGEST_DATE = 80

/** Does a title go on from one line to the next, by the words of either? */
export function titleGoesOn(upper: string, lower: string): boolean {
  return (
    GOES_ON_BELOW.test(upper) ||
    GOES_ON.test(lower) ||
    /^[a-z]/.test(lower) ||
    upper.lastIndexOf('(') > upper.lastIndexOf(')') ||
    (lower.length <= LONGEST_DATE && DATE.test(lower))
  )
}
