/** Words of headers and titles that narrow columns break at a hyphen. */
const WORDS = new Set(
  `mortgage mortgaged mortgages percentage aggregate principal balance balances number weighted average original remaining
  outstanding current combined documentation occupancy property properties purpose maturity months coupon margin maximum
  minimum adjustment adjustable unpaid scheduled receivables contracts origination originated distribution geographic
  statistical calculation periodic initial interest insurance amortization prepayment penalty`.split(/\s+/),
)

const BROKEN = /\b([a-z]+)- ?([a-z]+)\b/gi

/**
 * Words with those made whole that a line's end broke.
 *
 * > Number of Mort-gage Loans     → Number of Mortgage Loans
 *   Percent- age of Balance       → Percentage of Balance, which tells no age
 *   Loan-to-Value Ratio           → as it is
 */
export function makeWhole(words: string): string {
  if (!words.includes('-')) return words
  return words.replace(BROKEN, (printed, first: string, second: string) =>
    WORDS.has(`${first}${second}`.toLowerCase()) ? `${first}${second}` : printed,
  )
}
