import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { runFixture } from '../../fixtures/run-fixture.ts'
import { bookOfReport, listedSource } from '../../testing/book-of-report.ts'
import { readFormulas } from '../../testing/evaluate-workbook.ts'
import type { Book } from './book.ts'
import { compareBook } from './compare-book.ts'
import { dealsBook } from './deals-book.ts'
import { writeBook } from './write-book.ts'

/** Without LibreOffice nothing is tested here; `calculates.test.ts` calculates everywhere. */
const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0
const folder = mkdtempSync(join(tmpdir(), 'strata-libreoffice-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Calculate whatever is opened anew, whatever values are in it. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

function recalculate(files: readonly string[]): void {
  const profile = join(folder, 'profile')
  mkdirSync(join(profile, 'user'), { recursive: true })
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), settings)
  const options = ['--headless', `-env:UserInstallation=${pathToFileURL(profile)}`]
  const out = join(folder, 'out')
  execFileSync('soffice', [...options, '--convert-to', 'xlsx', '--outdir', out, ...files], {
    stdio: 'ignore',
  })
}

/** The same book with values that no formula comes to, so that only a program that calculates finds the right ones. */
function withWrongValues(book: Book): Book {
  const sheets = book.sheets.map(sheet => ({
    ...sheet,
    rows: sheet.rows.map(row =>
      row.map(cell =>
        cell?.formula === undefined ? cell : { ...cell, value: typeof cell.value === 'number' ? -7 : '?' },
      ),
    ),
  }))
  return { ...book, sheets }
}

const names = [
  'a-digit-changed',
  'averages-and-tail',
  'commercial-mortgages',
  'loan-groups',
  'thousands-and-dashes',
]

/** Of deals, of some deals together, and of pools side by side. */
function allBooks(): { name: string; book: Book }[] {
  const sources = names.map(name => listedSource(runFixture(name).report, name))
  const pools = sources.map((source, order) => ({ source, loanGroup: null, name: names[order] ?? '' }))
  const choice = { measure: 'balancePct', edges: null, rows: 'between', base: 0, dimension: null } as const
  return [
    ...names.map(name => ({ name, book: bookOfReport(runFixture(name).report) })),
    { name: 'deals', book: dealsBook('Some deals', sources) },
    { name: 'compared', book: compareBook(pools, choice) },
  ]
}

it.runIf(hasLibreOffice)(
  'comes to the same in LibreOffice, which calculates every formula from what is filed',
  async () => {
    const books = allBooks()
    const files = books.map(({ name }) => join(folder, `${name}.xlsx`))
    for (const [order, { book }] of books.entries())
      writeFileSync(files[order] ?? '', await writeBook(withWrongValues(book)))
    recalculate(files)
    for (const { name, book } of books) {
      const ours = await readFormulas(await writeBook(book))
      const theirs = await readFormulas(readFileSync(join(folder, 'out', `${name}.xlsx`)))
      expect(ours.size, name).toBeGreaterThan(20)
      for (const [cell, value] of ours) {
        const other = theirs.get(cell)
        if (typeof value !== 'number') expect(other, `${name}, ${cell}`).toBe(value)
        else
          expect(
            Math.abs(Number(other) - value) / Math.max(1, Math.abs(value)),
            `${name}, ${cell}`,
          ).toBeLessThan(1e-9)
      }
    }
  },
  120_000,
)
