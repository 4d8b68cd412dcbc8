import type { Grid } from '../grid/grid.ts'
import { sayGroup } from './say-group.ts'

const LONGEST = 60
/** Kinds of loans, which need no word for loans behind them. */
const KIND =
  /^(?:(?:fixed|adjustable|variable|floating|hybrid)[- ]rate|(?:first|second|1st|2nd|junior|senior|subordinate) liens?|(?:non-?)?conforming(?: balance)?|jumbo|arms?|helocs?)$/i
/** Words that tell loans from others of the pool, before one for loans. */
const KIND_OF_LOANS =
  /^(?:[a-z0-9/.-]+ ){0,3}(?:fixed|adjustable|variable|floating|hybrid|conforming|non-?conforming|jumbo|liens?|junior|senior|subordinate|balloon|interest[- ]only|arm|closed-end|open-end|revolving|fha|va|prime|sub-?prime|second|private|consolidation)(?: (?:rate|balance|lien|mortgage|home|equity|student|credit|auto))* (?:loans|mortgages|receivables|contracts|leases|liens|lines)$/i
/** The same loans at some time, or what is told of them. */
const NO_NAME =
  /\b(?:number|percent|aggregate|total|average|weighted|minimum|maximum|original|current|cut-?off|date|as of)\b|%/i

/** > Aggregate
 *     Unpaid
 *    Balance */
const WORD_OF_SUMS = /^(?:aggregate|total)$/i

/**
 * A table with the words across all of its columns as the name of its loans, where they are one; else as it is.
 *
 * >              Fixed Rate Mortgage Loans
 *   Purpose      Loans           Balance
 */
export function nameAcross(grid: Grid): Grid {
  const { across } = grid
  if (across === undefined || across.columns.length !== grid.columns.length) return grid
  // Alone they are the first line of a column's own words, which stands in the middle by chance.
  if (WORD_OF_SUMS.test(across.text)) return grid
  const name = nameIn(across.text)
  return name === undefined ? grid : { ...grid, columns: across.columns, ofLoans: name }
}

/** The loans that words name; null where these are those of the whole pool, undefined where none are named. */
export function nameIn(words: string): string | null | undefined {
  if (words.length > LONGEST) return undefined
  const said = sayGroup(words)
  if (said !== null) {
    const rest = words.replace(said.group ?? words, '')
    return sayGroup(rest) === null && !NO_NAME.test(rest) ? said.group : undefined
  }
  return (KIND.test(words) || KIND_OF_LOANS.test(words)) && !NO_NAME.test(words) ? words : undefined
}
