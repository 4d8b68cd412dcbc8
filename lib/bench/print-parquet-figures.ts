import { writeParquetTable } from '../export/parquet/parquet-tables.ts'
import { sixtyTables } from '../fixtures/invented/sixty-tables.ts'
import { readFiling } from '../read-filing.ts'
import { listedSource } from '../testing/book-of-report.ts'

/**
 * Write as many rows as the command line says as Parquet, those of a filing of sixty tables over and over, and print how
 * many there were, the seconds that it took, and the most memory that this process ever held, in bytes.
 */
const wanted = Number(process.argv[2] ?? 100_000)
const read = readFiling(Buffer.from(sixtyTables.text), sixtyTables.name)
if (!('report' in read)) throw new Error('the filing of sixty tables is read')
const { report } = read
const rows = report.stratifications.reduce((all, { buckets }) => all + buckets.length, 0)
const json = Buffer.from(JSON.stringify(report))
const { summary } = listedSource(report)
const filing = {
  ...summary,
  sha256: report.file.sha256,
  bytes: report.file.bytes,
  formType: null,
  accession: null,
}
const deals = Math.ceil(wanted / rows)
const slugOf = (order: number) => `deal-${order}`
const library = {
  findDeals: async ({ cursor = '0' }: { cursor?: string | undefined } = {}) => {
    const from = Number(cursor)
    const to = Math.min(deals, from + 500)
    const page = Array.from({ length: to - from }, (_, order) => ({ ...summary, slug: slugOf(from + order) }))
    return { deals: page, next: to < deals ? String(to) : null }
  },
  findDeal: async (slug: string) => ({
    ...summary,
    slug,
    chosen: filing.sha256,
    filings: [filing],
    notes: [],
    summary,
  }),
  findReportJson: async () => pieces(),
}

async function* pieces(): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < json.length; at += 65_536) yield json.subarray(at, at + 65_536)
}

let bytes = 0
const startedAt = performance.now()
await writeParquetTable('buckets', {
  library: library as unknown as Parameters<typeof writeParquetTable>[1]['library'],
  origin: 'https://strata.example',
  write: async written => {
    bytes += written.length
  },
})
const seconds = (performance.now() - startedAt) / 1000
const peak = process.resourceUsage().maxRSS * 1024
console.log(JSON.stringify({ rows: deals * rows, seconds, bytes, peak }))
