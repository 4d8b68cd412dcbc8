/**
 * Address of a printed place (`105:47-61`) on the page of its filing, as `sourceHref` gives it without a place. In a file of
 * its own because every page with a table loads it.
 */
export function placeHref(filing: string, at: string): string {
  return `${filing}&at=${at}#L${at.slice(0, at.indexOf(':'))}`
}
