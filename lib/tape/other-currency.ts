import type { ValueTable } from './table-of-values.ts'

const field = 'currencyName'
/** > USD   US$   U.S. Dollars   United States dollar */
const dollars = /^(?:USD|US ?\$|\$|840|(?:(?:US|United States(?: of America)?) )?dollars?(?: \(USD\))?)$/i
/** > N/A   None   – */
const none = /^(?:N\/?A|not applicable|none|[-–—]+)$/i

/** What an asset names as its currency, by one name for dollars however they are written; null where it names none. */
function nameOf(assets: ValueTable, row: number): string | null {
  const text = assets.text(row, field)?.replaceAll('.', '').trim() ?? ''
  if (text === '' || none.test(text)) return null
  return dollars.test(text) ? 'USD' : text.toUpperCase()
}

/**
 * Why amounts of an exhibit cannot be shown: they are in a currency other than dollars, or in several, so a sum would be of none. Null
 * where all that name a currency name dollars; amounts without a name are dollars, as filings with the Commission have them.
 *
 * > <currencyName>EUR</currencyName>
 */
export function findOtherCurrency(
  assets: ValueTable,
): { reason: 'other-currency' | 'several-currencies'; detail: string; line: number } | null {
  if (!assets.holds(field)) return null
  const byName = new Map<string | null, number>()
  let line: number | null = null
  for (let row = 0; row < assets.length; row++) {
    const name = nameOf(assets, row)
    byName.set(name, (byName.get(name) ?? 0) + 1)
    if (name !== null && name !== 'USD') line ??= assets.lineOf(row, field) ?? assets.lineOfRow(row)
  }
  if (line === null) return null
  const named = [...byName].sort((one, other) => other[1] - one[1])
  if (named.length === 1) return { reason: 'other-currency', detail: named[0]?.[0] ?? '', line }
  const counts = named.map(
    ([name, count]) =>
      `${count.toLocaleString('en-US')} ${name === null ? 'without a named currency' : `in ${name}`}`,
  )
  return { reason: 'several-currencies', detail: counts.join(', '), line }
}
