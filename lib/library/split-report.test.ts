import { describe, expect, it } from 'vitest'
import type { Check, FilingReport, Issue, OtherTable, Stratification } from '../report.ts'
import { inventedReport, reportOf } from '../testing/invented-reader.ts'
import { checksOf, issuesFrom, longTable, longText, otherTable } from '../testing/invented-tables.ts'
import { joinPieces, printJson } from './pack-report.ts'
import { countsOfWhole } from './report-part.ts'
import { type ReportStretch, splitReport } from './split-report.ts'

const plain = inventedReport({ trust: 'Fernhill Trust 2003-2', failing: 2 }, new Uint8Array(3), 'a.txt')
const at = (line: number) => ({ line, start: 1, end: 2 })
// Not the one of states, whose map takes more of a page than any other chart.
const [, someTable] = plain.stratifications
const [someCheck] = plain.checks

/** A report with a table on every tenth line, a check and an issue in each, and other tables after them. */
function largeReport(tables: number, others: number): FilingReport {
  if (!someTable || !someCheck) throw new Error('the invented report has no table')
  const order = Array.from({ length: tables }, (_, n) => n + 1)
  return {
    ...plain,
    stratifications: order.map((n): Stratification => ({ ...someTable, id: `state-${n}`, at: at(10 * n) })),
    checks: [
      { ...someCheck, stratification: null },
      ...order.map((n): Check => ({ ...someCheck, stratification: `state-${n}`, expected: n })),
    ],
    issues: [
      { code: 'a', message: 'of the filing', at: null },
      ...order.map((n): Issue => ({ code: 'a', message: `of ${n}`, at: at(10 * n + 5) })),
    ],
    otherTables: Array.from(
      { length: others },
      (_, n): OtherTable => ({ kind: 'plain', title: `${n}`, rows: [], reason: '', at: at(1_000_000 + n) }),
    ),
  }
}

/** The stretches of a report by what they are pages of. */
function split(report: FilingReport): Map<string, ReportStretch[]> {
  return Map.groupBy(splitReport(report), ({ list }) => list)
}

describe('splitReport', () => {
  it('leaves a report whole that one page shows', () => {
    const report = largeReport(60, 20)
    const [only, ...more] = splitReport(report)
    expect(more).toEqual([])
    expect(only?.report).toBe(report)
    expect(only).toMatchObject({ list: '', number: 1, tablesBefore: 0, counts: countsOfWhole(report) })
  })

  it('keeps every table, check and issue, once and in order, with the tables they are of', () => {
    const report = largeReport(250, 150)
    const pages = [...(split(report).get('') ?? [])]
    expect(
      pages.map(({ tablesBefore, counts, from }) => [tablesBefore, counts.othersBefore, from?.line]),
    ).toEqual([
      [0, 0, 0],
      [100, 0, 1010],
      [200, 0, 2010],
      [250, 50, 1_000_050],
    ])
    for (const key of ['stratifications', 'checks', 'issues', 'otherTables'] as const)
      expect(pages.flatMap((part): unknown[] => part.report[key])).toEqual(report[key])
    expect(pages[1]?.report.checks.map(({ expected }) => expected)).toEqual(
      pages[1]?.report.stratifications.map((_, n) => 101 + n),
    )
    expect(pages.flatMap(({ tables }) => tables)).toContain('other-table-150')
  })

  it('fills a page by what its tables draw, not by their number alone', () => {
    const tables = Array.from({ length: 40 }, (_, n) => ({
      table: longTable(`rate-${n}`, 290, 1000 * n + 10),
    }))
    const pages = split(reportOf(tables)).get('') ?? []
    expect(pages.length).toBeGreaterThan(4)
    for (const { report } of pages) expect(JSON.stringify(report).length).toBeLessThan(1_000_000)
  })

  it('tells each part which of its lines are HTML', () => {
    const documents = Array.from({ length: 2000 }, (_, n) => ({
      ...plain.documents[0],
      sequence: n,
      type: null,
      filename: null,
      description: null,
      format: 'html' as const,
      lines: [10 * n + 1, 10 * n + 10] as [number, number],
    }))
    const pages = split({ ...largeReport(250, 0), documents }).get('') ?? []
    for (const { report } of pages)
      for (const { at } of report.stratifications)
        expect(report.documents.some(({ lines: [first, last] }) => first <= at.line && last >= at.line)).toBe(
          true,
        )
  })
})

describe('a table of very many rows', () => {
  const table = longTable('mortgage-rate', 2600)
  const report = {
    ...reportOf([{ table, checks: checksOf(table, [7, 1500]) }]),
    issues: issuesFrom(10, 2600),
  }
  const stretches = split(report)
  const [home] = stretches.get('') ?? []
  const pages = stretches.get('table/mortgage-rate') ?? []

  it('has its first rows and its total on the page of the deal, and says how many there are', () => {
    const [shown] = home?.report.stratifications ?? []
    expect(shown?.buckets).toEqual(table.buckets.slice(0, 50))
    expect(shown?.total).toEqual(table.total)
    expect(shown?.cut).toEqual({ rows: 2600, rowsBefore: 0, columns: 3, columnsBefore: 0 })
  })

  it('has all its rows on pages of its own, once and in order', () => {
    expect(pages.flatMap(({ report }) => report.stratifications.flatMap(({ buckets }) => buckets))).toEqual(
      table.buckets,
    )
    expect(pages.map(({ number }) => number)).toEqual(pages.map((_, index) => index + 1))
  })

  it('keeps each check with its row, whose order it counts from the first of its page', () => {
    for (const { report } of pages)
      for (const { bucket, at } of report.checks)
        if (bucket !== null) expect(report.stratifications[0]?.buckets[bucket]?.at.line).toBe(at.line)
    const ofRows = pages.flatMap(({ report }) => report.checks.filter(({ bucket }) => bucket !== null))
    expect(ofRows.map(({ outcome }) => outcome)).toEqual(
      report.checks.filter(({ bucket }) => bucket !== null).map(({ outcome }) => outcome),
    )
  })

  it('is counted in full where it is shown in part', () => {
    expect(home?.counts.checks).toEqual({ passed: 2599, failed: 2 })
    expect(home?.counts.longTables[0]).toMatchObject({
      checks: { passed: 2599, failed: 2 },
      failing: [
        { page: 1, failed: 1 },
        { page: 2, failed: 1 },
      ],
      failingPages: 2,
      kinds: [
        { code: 'column-adds-up-to-total', passed: 1, failed: 0 },
        { code: 'row-percent-matches-balance', passed: 2598, failed: 2 },
      ],
    })
    expect(home?.counts.lists.issues).toEqual({ count: 2600, page: 1 })
    expect(home?.counts.issuesOfTables).toEqual({ 'mortgage-rate': 2600 })
  })

  it('lies where its rows are printed', () => {
    expect(pages.map(({ from, last }) => [from?.line, last?.line])[1]).toEqual([1010, 2009])
  })

  it('has its issues on pages of a list, all of them', () => {
    const list = stretches.get('issues') ?? []
    expect(list.length).toBeGreaterThan(1)
    expect(list.flatMap(({ report }) => report.issues)).toEqual(report.issues)
  })
})

describe('a table that is no stratification', () => {
  it('of very many columns and rows is there cell by cell, each page under its heads', () => {
    const table = otherTable(300, 450)
    const stretches = split({ ...reportOf([]), otherTables: [table] })
    const [home] = stretches.get('') ?? []
    expect(home?.report.otherTables[0]?.rows.map(row => row.length)).toEqual(Array(20).fill(12))
    expect(home?.report.otherTables[0]?.cut).toMatchObject({ rows: 301, columns: 450 })
    const seen = new Set<string>()
    for (const { report } of stretches.get('table/other-table-1') ?? []) {
      const [part] = report.otherTables
      expect(part?.rows[0]?.[0]).toBe('Loan')
      for (const row of part?.rows ?? []) {
        expect(row[0]).toMatch(/^Loan/)
        for (const cell of row) seen.add(cell)
      }
    }
    expect(seen.size).toBe(new Set(table.rows.flat()).size)
  })
})

describe('what a part may hold', () => {
  const words = longText(100_000)
  const many = longTable('state', 20)
  const wordy: Stratification = {
    ...many,
    title: words,
    buckets: many.buckets.map(bucket => ({ ...bucket, label: words, range: null })),
    footnotes: Array.from({ length: 3000 }, (_, n) => ({
      mark: `${n}`,
      text: words.slice(0, 3000),
      at: at(n + 40),
    })),
  }
  const printed = { value: words, at: at(1) }
  const reports: [string, FilingReport][] = [
    ['rows', reportOf([{ table: longTable('rate', 20_000), checks: checksOf(longTable('rate', 20_000)) }])],
    ['tables', largeReport(3000, 3000)],
    ['words', reportOf([{ table: wordy }])],
    ['columns', { ...reportOf([]), otherTables: [otherTable(30, 7400)] }],
    ['issues', { ...plain, issues: issuesFrom(1, 30_000) }],
    [
      'names on the cover',
      {
        ...plain,
        deal: {
          ...plain.deal,
          trust: printed,
          underwriters: Array.from({ length: 3000 }, () => ({ value: words.slice(0, 900), at: at(1) })),
          items: Array.from({ length: 3000 }, () => ({ number: printed, title: printed })),
          exhibits: Array.from({ length: 3000 }, () => ({
            number: printed,
            description: printed,
            medium: null,
            preparedBy: null,
          })),
        },
      },
    ],
    [
      'figures stated in words',
      {
        ...plain,
        statistics: Array.from({ length: 20_000 }, (_, n) => ({
          key: `wac-${n}`,
          id: 'wac',
          loanGroup: `Group ${n}`,
          unit: 'percent' as const,
          stated: 6,
          decimals: 2,
          recomputed: null,
          bounds: null,
          stratification: null,
          reason: words.slice(0, 500),
          at: at(n + 1),
        })),
      },
    ],
  ]

  it.each(reports)('is bounded, whatever there is very much of: %s', (_, report) => {
    let largest = 0
    for (const part of splitReport(report))
      largest = Math.max(largest, JSON.stringify(part.report).length + JSON.stringify(part.counts).length)
    expect(largest).toBeLessThan(1_500_000)
  })

  it('says how much of a text is left out', () => {
    const [page] = splitReport(reportOf([{ table: wordy }]))
    expect(page?.report.stratifications[0]?.buckets[0]?.label).toMatch(/… \(99,000 more characters\)$/)
  })

  it('counts what is on pages of lists', () => {
    const [, cover] = reports.find(([name]) => name === 'names on the cover') ?? []
    const stretches = cover ? split(cover) : new Map()
    const [page] = stretches.get('') ?? []
    expect(page?.counts.lists).toMatchObject({
      items: { count: 3000 },
      underwriters: { count: 3000 },
      exhibits: { count: 3000 },
    })
    const list: ReportStretch[] = stretches.get('underwriters') ?? []
    expect(list.flatMap(({ report }) => report.deal.underwriters)).toHaveLength(3000)
  })
})

describe('printJson', () => {
  it.each([
    ['an ordinary report', plain],
    ['a large one', largeReport(250, 3)],
    ['a long table', reportOf([{ table: longTable('rate', 900) }])],
    ['an empty object', {}],
    ['empty lists', { a: [], b: { c: [] }, d: null, e: 'é"\\', f: undefined }],
    ['lists in lists', { a: [[...Array(30).keys()], { b: [...Array(30).keys()] }] }],
  ])('prints what JSON.stringify prints: %s', (_, value) => {
    expect([...printJson(value)].join('')).toBe(JSON.stringify(value))
  })

  it('is joined for compressing: a small report is one text, a large one has texts of one size', () => {
    expect([...joinPieces(printJson(plain))]).toEqual([JSON.stringify(plain)])
    const large = largeReport(250, 3)
    const texts = [...joinPieces(printJson(large))]
    expect(texts.join('')).toBe(JSON.stringify(large))
    expect(texts.length).toBeLessThanOrEqual(Math.ceil(JSON.stringify(large).length / 32_768))
  })
})
