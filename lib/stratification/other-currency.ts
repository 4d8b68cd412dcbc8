import type { Grid } from '../grid/grid.ts'
import { remember } from '../remember.ts'

/** Currencies that tables of pools are printed in besides dollars of the United States, by their signs and names. */
const currencies: readonly (readonly [name: string, printed: RegExp])[] = [
  ['pounds', /£|\bGBP\b|\b[Pp]ounds [Ss]terling\b|\bsterling\b(?! )/],
  ['euros', /€|\bEUR\b|\b[Ee]uros\b|\((?:in )?[Ee]uro\)/],
  ['Canadian dollars', /\bCA?\$|\b(?:Cdn\.?|CDN)\s?\$|\bCAD\b|\bCanadian [Dd]ollars\b/],
  ['Australian dollars', /\b(?:AU?|Aus?)\$|\bAUD\b|\bAustralian [Dd]ollars\b/],
  ['New Zealand dollars', /\bNZ\$|\bNZD\b|\bNew Zealand [Dd]ollars\b/],
  ['yen', /¥|\bJPY\b|\byen\b/],
  ['Swiss francs', /\bCHF\b|\bSwiss [Ff]rancs\b/],
]

/** The currency that words or a figure name, null for dollars and for none. */
export const currencyIn = remember((text): string | null => {
  const named = currencies.find(([, printed]) => printed.test(text))
  return named?.[0] ?? null
})

/** Rows whose figures and labels show in which currency they are. */
const ROWS = 3

/**
 * The currency other than dollars that a table prints its amounts in, by the signs of its figures and by its own words.
 *
 * > Region       Number of Loans       Balance (£)             Region       Loans          Balance
 *   Wales                    400        40,000,000             Wales          400      £40,000,000
 */
export function currencyOfTable({ title, stub, columns, rows }: Grid): string | null {
  const words = [...title, ...(stub === null ? [] : [stub])].map(({ text }) => text)
  for (const { header } of columns) words.push(header)
  for (const { label, cells } of rows.slice(0, ROWS))
    for (const cell of [label, ...cells]) if (cell) words.push(cell.text)
  for (const text of words) {
    const currency = currencyIn(text)
    if (currency !== null) return currency
  }
  return null
}

const AMOUNTS =
  /\b(?:amounts?|figures|balances)\b[^.;]{0,60}?\b(?:are|is) (?:all )?(?:stated |expressed |shown |given |presented |reported |denominated )?in (?:the )?([^.;]{1,40})/i

/** The currency that a line of a document says that amounts are in. */
export function currencyInProse(line: string): string | null {
  const [, said = ''] = AMOUNTS.exec(line) ?? []
  return said === '' ? null : currencyIn(said)
}
