import { createHash } from 'node:crypto'
import { refuse } from '../issues.ts'
import type { Reader } from '../library/library.ts'
import { readPool } from '../pool/read-pool.ts'
import type { Bucket, Check, Deal, FilingReport, Place, Statistic, Stratification } from '../report.ts'
import { checksOf, longTable } from './invented-tables.ts'

/** For tests: a filing in few words. Its bytes are its JSON behind a title, and `inventedReader` reads them. */
export type InventedFiling = {
  trust?: string
  series?: string
  depositor?: string
  signedOn?: string
  agreementDate?: string
  masterServicer?: string
  balanceCents?: number
  loanCount?: number
  wacPct?: number
  tables?: number
  failing?: number
  /** With a table of so many mortgage rates, and their checks. */
  rates?: number
  remark?: string
}

const title = 'Prospectus '

export function inventedBytes(filing: InventedFiling): Uint8Array {
  return new TextEncoder().encode(title + JSON.stringify(filing))
}

/** Reads what `inventedBytes` writes; other text is refused. */
export const inventedReader: Reader = (bytes, name) => {
  const text = new TextDecoder().decode(bytes)
  if (!text.startsWith(title)) return { refusal: refuse('file-is-not-a-filing') }
  return { report: inventedReport(JSON.parse(text.slice(title.length)) as InventedFiling, bytes, name) }
}

const at: Place = { line: 1, start: 1, end: 2 }
const printed = (value: string | undefined) => (value === undefined ? null : { value, at })

export function inventedReport(filing: InventedFiling, bytes: Uint8Array, name: string): FilingReport {
  const { balanceCents = 10_000_000_00, loanCount = 40, tables = 2, failing = 0, rates = 0, wacPct } = filing
  const long = rates > 0 ? [longTable('mortgage-rate', rates)] : []
  const stratifications = [
    ...[stateTable(balanceCents, loanCount), ltvTable(balanceCents, loanCount)].slice(0, tables),
    ...long,
  ]
  const statistics = wacPct === undefined ? [] : [statedRate(wacPct)]
  const checks = [
    { outcome: 'pass', expected: loanCount, found: loanCount } as const,
    ...Array.from({ length: failing }, () => ({ outcome: 'fail', expected: 1, found: 2 }) as const),
    ...long.flatMap(table => checksOf(table)),
  ].map(check => ({ ...everyCheck, ...check }))
  return {
    version: 1,
    file: {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      name,
      encoding: 'utf-8',
      lineCount: 1,
    },
    submission: null,
    documents: [
      { sequence: null, type: null, filename: null, description: null, format: 'text', lines: [1, 1] },
    ],
    deal: inventedDeal(filing),
    stratifications,
    otherTables: [],
    statistics,
    pool: readPool({ stratifications, statistics }, checks),
    checks,
    issues: [],
    tape: null,
    noStratifications: tables === 0 ? { reason: 'no-tables', message: 'No tables.' } : null,
    coverage: { lines: 1, blank: 0, cover: 1, table: 0, footnote: 0, prose: 0, furniture: 0, unexplained: 0 },
  }
}

/** A report with such tables and their checks, and no others. */
export function reportOf(tables: { table: Stratification; checks?: Check[] }[]): FilingReport {
  return {
    ...inventedReport({ trust: 'Fernhill Trust 2003-2' }, new Uint8Array(3), 'long.txt'),
    stratifications: tables.map(({ table }) => table),
    checks: tables.flatMap(({ checks }) => checks ?? []),
  }
}

const everyCheck = {
  code: 'column-adds-up-to-total',
  stratification: 'state',
  measure: 'loanCount',
  bucket: null,
  statistic: null,
  tolerance: 0,
  bounds: null,
  at,
}

function inventedDeal(filing: InventedFiling): Deal {
  const nothing = { securities: null, sponsor: null, seller: null, trustee: null, address: null, phone: null }
  const undated = { eventDate: null, cutOffDate: null, prospectusDate: null }
  return {
    ...nothing,
    ...undated,
    agreementDate: printed(filing.agreementDate),
    prospectusSupplementDate: null,
    depositor: printed(filing.depositor),
    trust: printed(filing.trust),
    series: printed(filing.series),
    masterServicer: printed(filing.masterServicer),
    underwriters: [],
    stateOfIncorporation: null,
    fileNumber: printed('333-00001'),
    ein: null,
    formType: printed('8-K'),
    signedOn: printed(filing.signedOn),
    signatory: null,
    signatoryTitle: null,
    items: [],
    exhibits: [],
  }
}

function statedRate(stated: number): Statistic {
  const none = { loanGroup: null, bounds: null, stratification: null, reason: null, at }
  return { ...none, key: 'wac', id: 'wac', unit: 'percent', stated, decimals: 3, recomputed: stated }
}

function stateTable(balanceCents: number, loanCount: number): Stratification {
  return table('state', 'Geographic Distribution', balanceCents, loanCount, [
    bucket('California', balanceCents * 0.75, loanCount / 2, 75, { code: 'CA' }),
    bucket('=Other', balanceCents * 0.25, loanCount / 2, 25, { code: 'other' }),
  ])
}

function ltvTable(balanceCents: number, loanCount: number): Stratification {
  const range = { low: null, high: 80, lowIncluded: false, highIncluded: true }
  return table('original-ltv', 'Original Loan-to-Value Ratios', balanceCents, loanCount, [
    bucket('80.00 and Below', balanceCents, loanCount, 100, { range }),
  ])
}

function bucket(
  label: string,
  balanceCents: number,
  loanCount: number,
  balancePct: number,
  more: Partial<Bucket>,
): Bucket {
  const values = { loanCount, balanceCents, balancePct }
  return { label, range: null, code: null, marks: [], values, places: {}, at, ...more }
}

function table(
  dimension: string,
  title: string,
  balanceCents: number,
  loanCount: number,
  buckets: Bucket[],
): Stratification {
  const columns: Stratification['columns'] = [
    { measure: 'loanCount', header: 'Number of Loans', unit: 'count', decimals: 0, at },
    { measure: 'balanceCents', header: 'Balance', unit: 'cents', decimals: 2, at },
    { measure: 'balancePct', header: 'Percent of Pool', unit: 'percent', decimals: 2, at },
  ]
  return {
    id: dimension,
    dimension,
    title,
    marks: [],
    loanGroup: null,
    stub: { header: 'State', at },
    columns,
    buckets,
    total: { label: 'Total', values: { loanCount, balanceCents, balancePct: 100 }, places: {}, at },
    footnotes: [],
    at,
  }
}
