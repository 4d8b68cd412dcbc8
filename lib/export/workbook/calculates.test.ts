import { expect, it } from 'vitest'
import { findFixtures, runFixture } from '../../fixtures/run-fixture.ts'
import { bookOfReport, listedSource } from '../../testing/book-of-report.ts'
import { type EvaluatedCell, evaluateWorkbook } from '../../testing/evaluate-workbook.ts'
import { compareBook } from './compare-book.ts'
import { dealsBook } from './deals-book.ts'
import { writeBook } from './write-book.ts'

/** Every formula comes to the value that the file has for it. */
function expectRight(cells: readonly EvaluatedCell[]): void {
  for (const { sheet, cell, formula, cached, value } of cells) {
    const said = `${sheet}!${cell} =${formula} is ${value}, not ${cached}`
    if (typeof value !== 'number' || typeof cached !== 'number') expect(cached, said).toBe(value)
    else expect(Math.abs(value - cached) / Math.max(1, Math.abs(value)), said).toBeLessThan(1e-9)
  }
}

it.each(findFixtures())('gives every formula the value that it comes to: %s', async name => {
  const { report } = runFixture(name)
  const cells = await evaluateWorkbook(await writeBook(bookOfReport(report)))
  expectRight(cells)
  if (report.stratifications.some(table => table.total)) expect(cells.length).toBeGreaterThan(0)
})

it('calculates over deals what lists say of all of them', async () => {
  const sources = ['averages-and-tail', 'loan-groups', 'commercial-mortgages'].map(name =>
    listedSource(runFixture(name).report, name),
  )
  const cells = await evaluateWorkbook(await writeBook(dealsBook('Three deals', sources)))
  expectRight(cells)
  const totals = cells.filter(({ sheet }) => sheet === 'Deals')
  expect(totals.map(({ formula }) => formula)).toContain('SUM(G4:G6)')
  const balances = sources.map(({ report }) => (report.pool[0]?.figures[0]?.value ?? 0) / 100)
  expect(totals[0]?.value).toBeCloseTo(
    balances.reduce((sum, balance) => sum + balance, 0),
    2,
  )
})

it('calculates what several pools have in common, and how far each lies from the base', async () => {
  const pools = ['averages-and-tail', 'final-pool-tables', 'loan-groups'].map(name => ({
    source: listedSource(runFixture(name).report, name),
    loanGroup: null,
    name,
  }))
  const choice = { measure: 'balancePct', edges: null, rows: 'between', base: 0, dimension: null } as const
  const book = compareBook(pools, choice)
  const cells = await evaluateWorkbook(await writeBook(book))
  expectRight(cells)
  const ofRows = cells.filter(({ formula }) => /^SUM\('Tape'!\w+:\w+\)\/SUM\('Tape'!/.test(formula))
  expect(ofRows.length).toBeGreaterThan(5)
  const differences = cells.filter(
    ({ sheet, formula }) => sheet !== 'Figures' && formula.startsWith('ROUND('),
  )
  expect(differences.length).toBeGreaterThan(5)
})
