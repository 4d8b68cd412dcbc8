import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fixtureFile } from '../../fixtures/run-fixture.ts'
import type { Library } from '../../library/index.ts'
import { openLibrary } from '../../library/open-library.ts'
import { writeWith } from '../../library/writer.ts'
import { readFiling } from '../../read-filing.ts'
import type { FilingReport } from '../../report.ts'
import { writeParquetTable } from './parquet-tables.ts'
import { parquetTables } from './parquet-task.ts'

const folder = mkdtempSync(join(tmpdir(), 'strata-parquet-'))
const samples = join(import.meta.dirname, '../../../public/samples')
const origin = 'https://strata.example'
const files = [
  join(samples, 'harbor-point-2001-4-8k.txt'),
  join(samples, 'tidewater-2004-3-8k.txt'),
  join(samples, 'alder-ridge-2003-9-8k.txt'),
  fixtureFile('a-digit-changed', 'source.txt'),
]
const reports: FilingReport[] = []
let library: Library
let duckdb: Awaited<ReturnType<DuckDBInstance['connect']>>

async function writeAll(into: string, from: Library): Promise<void> {
  for (const table of parquetTables) {
    const file = createWriteStream(join(into, `${table}.parquet`))
    const write = (bytes: Uint8Array) =>
      new Promise<void>((resolve, reject) =>
        file.write(bytes, problem => (problem ? reject(problem) : resolve())),
      )
    await writeParquetTable(table, { library: from, origin, write })
    await new Promise<void>(resolve => file.end(() => resolve()))
  }
}

beforeAll(async () => {
  library = openLibrary({ folder, writer: writeWith(readFiling), readerVersion: '1' })
  for (const file of files) {
    const bytes = readFileSync(file)
    await library.keepFiling(bytes, file.split('/').at(-1) ?? file)
    const read = readFiling(bytes, 'filing.txt')
    if ('report' in read) reports.push(read.report)
  }
  await writeAll(folder, library)
  duckdb = await (await DuckDBInstance.create(':memory:')).connect()
})
afterAll(async () => {
  duckdb.closeSync()
  await library.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The answer of a query whose files stand in the folder. */
async function ask(query: string): Promise<Record<string, unknown>[]> {
  const reader = await duckdb.runAndReadAll(query.replace(/'(\w+\.parquet)'/g, `'${folder}/$1'`))
  return reader.getRowObjectsJson()
}

it('has a row for each bucket, check and statistic of the library, and one for each deal', async () => {
  const count = (of: (report: FilingReport) => unknown[]) => reports.flatMap(of).length
  const told = async (table: string) =>
    Number((await ask(`select count(*) as n from '${table}.parquet'`))[0]?.n)
  expect(await told('buckets')).toBe(
    count(({ stratifications }) => stratifications.flatMap(({ buckets }) => buckets)),
  )
  expect(await told('checks')).toBe(count(({ checks }) => checks))
  expect(await told('statistics')).toBe(count(({ statistics }) => statistics))
  expect(await told('deals')).toBe(files.length)
})

it('says of a row what its filing says, in dollars and percents, with its place and address', async () => {
  const table = reports[0]?.stratifications.find(({ dimension }) => dimension === 'original-ltv')
  const bucket = table?.buckets[2]
  const [row] = await ask(`select * from 'buckets.parquet' where title = '${table?.title}' and position = 3
    and deal = 'harbor-point-mortgage-trust-2001-4'`)
  expect(row).toMatchObject({
    dimension: 'original-ltv',
    label: bucket?.label,
    low: bucket?.range?.low,
    high: bucket?.range?.high,
    range_unit: 'percent',
    loan_count: String(bucket?.values.loanCount),
    balance_usd: (bucket?.values.balanceCents ?? 0) / 100,
    balance_pct: bucket?.values.balancePct,
    wa_rate_pct: null,
    line: String(bucket?.at.line),
    is_chosen: true,
    loan_group: null,
  })
  expect(row?.source).toMatch(
    /^https:\/\/strata\.example\/deals\/harbor-point-.*\/source\?filing=[0-9a-f]{12}&at=/,
  )
})

it('knows a date for a date and a number for a number', async () => {
  const types = await ask(`select column_name, column_type from (describe select * from 'deals.parquet')`)
  const typeOf = new Map(types.map(({ column_name, column_type }) => [column_name, column_type]))
  expect(
    ['signed_on', 'pool_balance_usd', 'loan_count', 'wac_is_net', 'deal'].map(name => typeOf.get(name)),
  ).toEqual(['DATE', 'DOUBLE', 'BIGINT', 'BOOLEAN', 'VARCHAR'])
  expect(await ask(`select signed_on from 'deals.parquet' where deal like 'harbor%'`)).toEqual([
    { signed_on: '2001-05-11' },
  ])
})

const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8')
const queries = [...readme.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, query = '']) => query)

it('answers the three queries of the readme', async () => {
  expect(queries).toHaveLength(3)
  const [california = [], above80 = [], failing = []] = await Promise.all(queries.map(ask))
  expect(california.map(({ year }) => Number(year))).toEqual([2001, 2004])
  for (const { california_pct } of california) expect(Number(california_pct)).toBeGreaterThanOrEqual(0)
  const harborPoint = above80.find(({ deal_name }) => String(deal_name).startsWith('Harbor Point'))
  const ltv = reports[0]?.stratifications.find(({ dimension }) => dimension === 'original-ltv')
  const balances = (ltv?.buckets ?? []).map(({ range, values }) => ({
    low: range?.low ?? 0,
    cents: values.balanceCents ?? 0,
  }))
  const sum = (rows: typeof balances) => rows.reduce((all, { cents }) => all + cents, 0)
  expect(harborPoint?.above_80_pct).toBeCloseTo(
    (100 * sum(balances.filter(({ low }) => low >= 80))) / sum(balances),
    2,
  )
  expect(failing).toHaveLength(3)
  expect(failing[0]).toMatchObject({ unit: 'USD', printed: 31_369_688.77, found: 31_369_638.77 })
})

it('gives an empty library as tables without rows', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'strata-parquet-empty-'))
  const nothing = openLibrary({ folder: empty, writer: writeWith(readFiling), readerVersion: '1' })
  try {
    await writeAll(empty, nothing)
    const reader = await duckdb.runAndReadAll(`select count(*) as n from '${empty}/buckets.parquet'`)
    expect(reader.getRowObjectsJson()).toEqual([{ n: '0' }])
  } finally {
    await nothing.close()
    rmSync(empty, { recursive: true, force: true })
  }
})
