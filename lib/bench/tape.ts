import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openSqlite } from '../library/engines/sqlite/sqlite.ts'
import type { Library } from '../library/library.ts'
import { lookIntoLibrary } from '../library/open-library.ts'
import { packTape } from '../library/tape-columns.ts'
import { askLoans } from '../server/loans-query.ts'
import { Faults } from '../tape/faults.ts'
import { nameLoan } from '../tape/loan-number.ts'
import type { Assets } from '../tape/read-assets.ts'
import { schemaOf } from '../tape/schema.ts'
import { ValueTable } from '../tape/table-of-values.ts'
import { seeded } from './drawn-pools.ts'
import { type Figure, quantile, type Suite, yardstick } from './figure.ts'
import { makeLibrary } from './synthetic-library.ts'

const loans = 100_000
const rounds = 24
const onPage = 100
const firstPageAimMs = 300
const againAimMs = 150
const seed = 1102

const states = ['CA', 'TX', 'FL', 'NY', 'OH', 'GA', 'IL', 'PA']
const makes = ['HONDA', 'TOYOTA', 'FORD', 'NISSAN', 'KIA']

/** An exhibit of invented auto loans with forty fields each, every value on a line of its own. */
function drawAssets(): Assets {
  const random = seeded(seed)
  const { fields } = schemaOf('auto-loan')
  const assets = new ValueTable()
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  const amount = () => Math.round(1e5 + random() * 4e6)
  const others = Object.entries(fields)
    .filter(([, { type }]) => type === 'amount' || type === 'indicator' || type === 'date')
    .slice(0, 28)
  let line = 3
  for (let loan = 0; loan < loans; loan++) {
    const row = assets.begin(line++)
    const set = (field: string, value: number | string) => {
      const schema = fields[field]
      if (schema) assets.set(row, field, schema, value, line++)
    }
    set('assetNumber', String(1_000_000 + loan))
    set('reportingPeriodActualEndBalanceAmount', amount())
    set('originalLoanAmount', amount() + 4e6)
    set('originalInterestRatePercentage', Math.round((0.02 + random() * 0.15) * 1e4) / 1e4)
    set('reportingPeriodInterestRatePercentage', Math.round((0.02 + random() * 0.15) * 1e4) / 1e4)
    set('originalLoanTerm', 12 * (3 + Math.floor(random() * 5)))
    set('remainingTermToMaturityNumber', Math.floor(random() * 72))
    set('obligorCreditScore', String(500 + Math.floor(random() * 350)))
    set('obligorGeographicLocation', pick(states))
    set('vehicleManufacturerName', pick(makes))
    set('vehicleModelYear', String(2014 + Math.floor(random() * 10)))
    set('vehicleNewUsedCode', random() < 0.5 ? '1' : '2')
    for (const [field, { type }] of others)
      if (!assets.has(row, field))
        set(field, type === 'amount' ? amount() : type === 'date' ? '2024-06-30' : String(random() < 0.5))
    line += 2
  }
  return {
    kind: 'auto-loan',
    assets,
    properties: new ValueTable(),
    assetOfProperty: [],
    faults: new Faults(),
  }
}

/** A library of one deal, whose filing has the loans; gives its SHA-256, and how many bytes they take. */
async function makeTape(folder: string): Promise<{ sha256: string; bytes: number }> {
  makeLibrary(folder, 1, 'synthetic')
  const { tape, columns } = await packTape(drawAssets())
  const { connection } = openSqlite(folder)
  const sha256 = String(connection.prepare('select sha256 from filing').pluck().get())
  connection.prepare(`insert into raw_filing (sha256, bytes, zstd) values (?, 1, x'00')`).run(sha256)
  connection
    .prepare('insert into tape (sha256, kind, layout, assets, properties, owners) values (?, ?, ?, ?, ?, ?)')
    .run(sha256, tape.kind, tape.layout, tape.assets, tape.properties, tape.owners)
  const insert = connection.prepare(
    'insert into tape_column (sha256, of_property, position, field, figures, lines) values (?, ?, ?, ?, ?, ?)',
  )
  let bytes = 0
  for (const { of_property, position, field, figures, lines } of columns) {
    insert.run(sha256, of_property, position, field, figures, lines)
    bytes += figures.length + lines.length
  }
  connection.close()
  return { sha256, bytes }
}

/** The rows of a page, as they are shown. */
async function showPage(library: Library, sha256: string, query: string): Promise<number> {
  const found = await library.findLoans(sha256)
  if (found === null) throw new Error('The library has no loans.')
  const asked = askLoans(new URLSearchParams(query), found)
  const rows = asked.found
    .slice(0, onPage)
    .map(loan => [nameLoan(found, loan), ...asked.columns.map(by => asked.values.valueOf(loan, by))])
  return rows.length
}

async function measure(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'strata-bench-tape-'))
  try {
    const { sha256, bytes } = await makeTape(folder)
    const open = () =>
      lookIntoLibrary({ folder, readerVersion: 'synthetic', hear: fault => console.error(fault) })
    const first: number[] = []
    const sorted: number[] = []
    const filtered: number[] = []
    for (let round = 0; round < rounds / 4; round++) {
      const library = open()
      first.push(await time(() => showPage(library, sha256, '')))
      sorted.push(await time(() => showPage(library, sha256, 'sort=-current-balance')))
      for (const query of [
        'state=TX&credit-score__lt=620',
        `mortgage-rate__gt=${5 + round}`,
        'has=credit-score',
      ])
        filtered.push(await time(() => showPage(library, sha256, `${query}&sort=-credit-score`)))
      await library.close()
    }
    return [
      aimed('first-page-of-100000-loans', quantile(first, 0.95), firstPageAimMs),
      aimed('loans-sorted', quantile(sorted, 0.95), firstPageAimMs),
      aimed('loans-filtered-and-sorted-p95', quantile(filtered, 0.95), againAimMs),
      yardstick('columns-of-100000-loans', bytes / 1e6, 'MB'),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Milliseconds of a processor, which others on the machine do not make more of. */
async function time(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function aimed(name: string, value: number, aimMs: number): Figure {
  return { name, value, unit: 'ms CPU', ratio: null, aim: `below ${aimMs} ms`, met: value < aimMs }
}

/** How long the first page of a tape of 100,000 loans takes that nobody has opened before, and pages asked for after it. */
export const tape: Suite = { name: 'tape', measure }
