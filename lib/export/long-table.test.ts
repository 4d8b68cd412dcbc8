import { expect, it } from 'vitest'
import type { Stratification } from '../report.ts'
import { longTable } from '../testing/invented-tables.ts'
import { formatCsv } from './csv.ts'
import { longTableCsv, longTableJson } from './long-table.ts'
import { findRowsHave, stratificationTable } from './stratification-table.ts'

const given = longTable('mortgage-rate', 1200)
/** Marks and codes in some of the rows, none on the first page. */
const table: Stratification = {
  ...given,
  buckets: given.buckets.map((bucket, row) =>
    row === 900 ? { ...bucket, marks: ['1'], code: 'CA' } : bucket,
  ),
}
const exported = {
  deal: { slug: 'a', url: '/deals/a', name: 'A' },
  filing: { sha256: '0', name: 'a.txt' },
  stratification: table,
}

async function* pages() {
  for (let from = 0; from < 1200; from += 500) yield { buckets: table.buckets.slice(from, from + 500) }
}

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  const texts: string[] = []
  for await (const piece of pieces) texts.push(piece)
  return texts.join('')
}

const first = {
  ...table,
  buckets: table.buckets.slice(0, 50),
  cut: { rows: 1200, rowsBefore: 0, columns: 3, columnsBefore: 0 },
}

it('is the same CSV page by page as at once, with the columns that any of its rows needs', async () => {
  const csv = await textOf(longTableCsv(first, findRowsHave(table), pages()))
  expect(csv).toBe(formatCsv(stratificationTable(table)))
  expect(csv.split('\r\n')[0]).toContain('Footnotes,Code,From')
})

it('is the same JSON page by page as at once', async () => {
  const json = await textOf(longTableJson({ ...exported, stratification: first }, pages()))
  expect(JSON.parse(json)).toEqual(exported)
})
