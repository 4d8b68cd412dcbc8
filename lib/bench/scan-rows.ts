/**
 * What someone would write in a minute: one pattern for a row of label, count, balance and percent. How fast such a scan
 * is depends much on how the label is taken, so two are measured. The yardstick of the aim takes the label as it is
 * wanted, trimmed and within its line; the leaner one leaves the blanks before an indented label in it.
 */
export const rowPatterns = {
  'row-scan': /^[ \t]*(.*?)[ \t]+([\d,]+)[ \t]+\$?[ \t]*([\d,]+\.\d\d)[ \t]+([\d.]+)%?[ \t]*$/gm,
  'row-scan-untrimmed': /^(.*?)\s+([\d,]+)\s+\$?\s*([\d,]+\.\d\d)\s+([\d.]+)%?\s*$/gm,
}

/** How many rows the pattern finds in the bytes. */
export function scanRows(bytes: Uint8Array, pattern: RegExp): number {
  let rows = 0
  for (const row of Buffer.from(bytes).toString('latin1').matchAll(pattern)) if (row[1] !== undefined) rows++
  return rows
}
