import path from 'node:path'
import { foldName } from '../library/deal-identity.ts'
import type { DealSummary } from '../library/deal-summary.ts'
import { openSqlite } from '../library/engines/sqlite/sqlite.ts'
import { versionOfSources } from '../library/source-version.ts'
import { type DrawnPool, drawPool, seeded } from './drawn-pools.ts'

const seed = 2002
/** Pools that are drawn, of which every deal has one: drawing one takes as long as reading a filing's tables. */
const pools = 400
const depositors = [
  'Alder',
  'Cascade Point',
  'Fernhill',
  'Granite Arch',
  'Harrow Bay',
  'Larkfield',
  'Marin Coast',
  'Quarry Lane',
  'Sable Ridge',
  'Tamalpais',
  'Tidewater',
  'Westhaven',
]
const kinds = ['Home Loan Trust', 'Mortgage Trust', 'Funding Trust', 'Home Equity Trust']
const trustees = [
  'First Sierra Bank',
  'Granite State Trust',
  'Old Dominion National Bank',
  'Pacific Fiduciary',
]
const servicers = ['Basin Range Servicing', 'Breakwater Servicing', 'Larkfield Loan Servicing']

/** The version that the service would read filings with: rows that have it are not read again. */
export function presentReaderVersion(root: string): string {
  return versionOfSources(
    path.join(root, 'lib/read-filing.ts'),
    path.join(root, 'lib/library/prepare-filing.ts'),
  )
}

/**
 * Make a library of so many deals of nine stratifications in a folder, always the same: what lists and searches read of it,
 * without the filings themselves.
 */
export function makeLibrary(folder: string, deals: number, readerVersion: string): void {
  const random = seeded(seed)
  const drawn = Array.from({ length: pools }, () => drawPool(random))
  const { connection } = openSqlite(folder)
  connection.pragma('synchronous = OFF')
  const insert = {
    deal: connection.prepare(`insert into deal (id, slug, name, dated_on, dated_by, summary, chosen, name_sort, shelf, shelf_key, year, signed_on,
      pool_balance_cents, loan_count, average_balance_cents, wac_pct, waltv_pct, wam_months, checks_failed, checks_passed,
      stratifications, added_at, revision, report_id, trustee, master_servicer, form_type)
      values (@id, @slug, @name, @signedOn, 'cut-off', @summary, @sha256, @sort, @shelf, @shelfKey, @year, @signedOn, @balance, @loans, @average, @wac,
      @waltv, @wam, @failed, 150, 9, @added, 1, @id, @trustee, @servicer, '8-K')`),
    filing:
      connection.prepare(`insert into filing (sha256, deal_id, name, encoding, added_at, reader_version, facts, search_text)
      values (?, ?, 'filing.txt', 'ascii', ?, ?, '{}', ?)`),
    figures: connection.prepare('insert into figures_of_report (id, sha256, figures) values (?, ?, ?)'),
    tails: connection.prepare('insert into tails_of_report (dimension, report_id, edges) values (?, ?, ?)'),
    words: connection.prepare('insert into deal_search (rowid, words) values (?, ?)'),
  }
  connection.transaction(() => {
    connection.exec('update library set revision = 1')
    for (let id = 1; id <= deals; id++) {
      const deal = drawDeal(id, random, drawn)
      insert.deal.run(deal.row)
      insert.filing.run(deal.row.sha256, id, deal.row.added, readerVersion, deal.words)
      insert.figures.run(id, deal.row.sha256, deal.pool.figures)
      for (const { dimension, edges } of deal.pool.tails) insert.tails.run(dimension, id, edges)
      insert.words.run(id, deal.words)
    }
  })()
  connection.exec('analyze')
  connection.pragma('wal_checkpoint(truncate)')
  connection.close()
}

function drawDeal(id: number, random: () => number, drawn: readonly DrawnPool[]) {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const pool = pick(drawn)
  const depositor = pick(depositors)
  const shelf = `${depositor} ${pick(kinds)}`
  const year = 1994 + Math.floor(random() * 15)
  const name = `${shelf} ${year}-${id}`
  const signedOn = `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-15`
  const slug = foldName(name).replaceAll(' ', '-')
  const added = new Date(Date.UTC(2020, 0, 1) + id * 60_000).toISOString()
  const failed = random() < 0.05 ? 1 : 0
  const figures = {
    wacPct: Number((4.5 + random() * 5).toFixed(3)),
    waltvPct: Number((60 + random() * 30).toFixed(2)),
    wamMonths: 300 + Math.floor(random() * 60),
  }
  const average = Math.round(pool.balanceCents / pool.loanCount)
  const summary: DealSummary = {
    slug,
    url: `/deals/${slug}`,
    name,
    filedName: null,
    tags: [],
    series: `${year}-${id}`,
    depositor: `${depositor} Funding, Inc.`,
    shelf,
    year,
    signedOn,
    poolBalanceCents: pool.balanceCents,
    loanCount: pool.loanCount,
    averageBalanceCents: average,
    ...figures,
    loanGroup: null,
    wacIsNet: false,
    bounds: {},
    checks: { passed: 150, failed },
    stratifications: 9,
    filings: 1,
    largestState: { code: 'CA', pct: 40 },
    ltv: Array.from({ length: 10 }, (_, row) => ({ low: 50 + 5 * row, high: 55 + 5 * row, pct: 10 })),
    rate: Array.from({ length: 16 }, (_, row) => ({ low: 4.5 + row / 4, high: 4.75 + row / 4, pct: 6.25 })),
    states: ['CA', 'FL', 'NY', 'TX', 'VA', 'AZ'].map(code => ({ code, pct: 15 })),
    noStratifications: null,
    addedAt: added,
  }
  const [trustee, servicer] = [pick(trustees), pick(servicers)]
  const row = {
    id,
    slug,
    name,
    summary: JSON.stringify(summary),
    sha256: id.toString(16).padStart(64, '0'),
    sort: foldName(name).replace(/\d+/g, digits => digits.padStart(8, '0')),
    shelf,
    shelfKey: foldName(shelf),
    year,
    signedOn,
    balance: pool.balanceCents,
    loans: pool.loanCount,
    average,
    wac: figures.wacPct,
    waltv: figures.waltvPct,
    wam: figures.wamMonths,
    failed,
    added,
    trustee,
    servicer,
  }
  const words = [
    name,
    summary.depositor,
    trustee,
    servicer,
    signedOn,
    'California',
    'CA',
    'Florida',
    'FL',
  ].join('\n')
  return { row, words, pool }
}
