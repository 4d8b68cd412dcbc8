import { describe, expect, test } from 'vitest'
import { readFiling } from '../read-filing.ts'

const rows = [
  ['Property Type', 'Number of Loans', 'Principal Balance', '% of Pool'],
  ['Retail', '10', '$10,000,000', '25.00%'],
  ['Office', '20', '20,000,000', '50.00'],
  ['Hotel', '10', '10,000,000', '25.00'],
  ['Total', '40', '$40,000,000', '100.00%'],
] as const

/** The table with one more column, behind so many others. */
const withColumn = (printed: string, behind: number) =>
  rows.map((row, order) => [...row.slice(0, behind), order === 0 ? 'DSCR' : printed, ...row.slice(behind)])

const asText = (table: readonly (readonly string[])[]) =>
  table.map(([label = '', ...cells]) => [label.padEnd(18), ...cells.map(cell => cell.padStart(22))].join(''))
const forms = {
  text: (table: readonly (readonly string[])[]) => {
    const [header = '', ...lines] = asText(table)
    return ['            Property Types of the Mortgage Loans', '', header, '-'.repeat(106), ...lines].join(
      '\n',
    )
  },
  HTML: (table: readonly (readonly string[])[]) =>
    `<html><p>Property Types of the Mortgage Loans</p><table>${table
      .map(row => `<tr>${row.map(cell => `<td>${cell.replace('<', '&lt;')}</td>`).join('')}</tr>`)
      .join('\n')}</table></html>`,
}

function read(source: string) {
  const result = readFiling(Buffer.from(source), 'a filing')
  if ('refusal' in result) throw new Error(result.refusal.message)
  const { stratifications, otherTables, issues } = result.report
  return {
    rows: stratifications.flatMap(({ buckets }) =>
      buckets.map(({ label, values }) => [
        label,
        values.loanCount,
        values.balanceCents,
        values.waDscr ?? null,
      ]),
    ),
    others: otherTables.length,
    isTold: issues.length > 0,
  }
}

const asPrinted = [
  ['Retail', 10, 1_000_000_000, null],
  ['Office', 20, 2_000_000_000, null],
  ['Hotel', 10, 1_000_000_000, null],
]

describe.each(Object.entries(forms))('in %s, a column that no average can be read of', (_, print) => {
  test.each(['1.20x - 2.05x', '1.20x  -  2.05x', '1.20x to 2.05x', '1.20X-2.05X', '> 1.20x', '<1.20x'])(
    'loses no table: %s',
    printed => {
      for (const behind of [2, 3, 4])
        expect(read(print(withColumn(printed, behind)))).toEqual({ rows: asPrinted, others: 0, isTold: true })
    },
  )
  test('loses no table without a word: 1.40x+', () => {
    for (const behind of [2, 3, 4]) {
      const { rows: found, others, isTold } = read(print(withColumn('1.40x+', behind)))
      // HTML keeps a table cell by cell where its rows mix words and figures.
      expect(others === 1 || isTold).toBe(true)
      if (others === 0) expect(found).toEqual(asPrinted)
    }
  })
})
