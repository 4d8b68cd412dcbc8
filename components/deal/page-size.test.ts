import { createElement, type FunctionComponent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LedgerView } from '@/components/ledger/ledger-view.tsx'
import { RowChecksView } from '@/components/ledger/row-checks-view.tsx'
import type { DealRecord } from '@/lib/library/deal-summary.ts'
import type { ReportPart } from '@/lib/library/report-part.ts'
import { splitReport } from '@/lib/library/split-report.ts'
import type { Bucket, FilingReport, Statistic, Stratification } from '@/lib/report.ts'
import { reportOf } from '@/lib/testing/invented-reader.ts'
import { checksOf, issuesFrom, longTable, longText, otherTable } from '@/lib/testing/invented-tables.ts'
import { DealView } from './deal-view.tsx'
import { ListView } from './list-view.tsx'
import { RowsView } from './rows-view.tsx'

/**
 * An answer holds a page as markup and, for scripts, once more as data, which takes about as much again: markup of half of
 * 3 MB keeps it under that.
 */
const mostMarkup = 1_500_000

const plain = reportOf([])
const words = longText(100_000)
const at = { line: 1, start: 1, end: 2 }

function dealOf(report: FilingReport): DealRecord {
  const { sha256 } = report.file
  const checks = { passed: report.checks.length, failed: 0 }
  const filing = {
    sha256,
    name: 'long.txt',
    bytes: 1,
    formType: '8-K',
    accession: null,
    signedOn: null,
    period: null,
    stratifications: report.stratifications.length,
    checks,
    noStratifications: null,
    addedAt: '2024-01-01T00:00:00Z',
  }
  const known = { slug: 'fernhill', url: '/deals/fernhill', name: 'Fernhill', series: null, depositor: null }
  const filings = [
    filing,
    ...Array.from({ length: 3000 }, (_, n) => ({ ...filing, sha256: `${n}`.padStart(64, '0') })),
  ]
  // What lists alone show of a deal is left out: no page of the deal reads it.
  const marks = { filedName: null, tags: [] }
  const summary = { shelf: null, year: null, stratifications: filing.stratifications, checks, ...marks }
  return { ...known, chosen: sha256, filings, notes: [], summary } as unknown as DealRecord
}

type Page = { name: string; html: string }
const drawn = new WeakMap<FilingReport, Page[]>()

/** Every page of a filing's report, by its name: what is drawn of it, once for all who ask. */
function drawPages(report: FilingReport): Page[] {
  const pages = drawn.get(report) ?? drawAnew(report)
  drawn.set(report, pages)
  return pages
}

function drawAnew(report: FilingReport): Page[] {
  const deal = dealOf(report)
  const stretches = [...splitReport(report)]
  return stretches.flatMap((stretch, order) => {
    const count = stretches.filter(({ list }) => list === stretch.list).length
    const part: ReportPart = { ...stretch, part: order + 1, count, reportBytes: null }
    return viewsOf(part).map(View => ({
      name: `${View.name} ${stretch.list} ${stretch.number}`,
      html: renderToStaticMarkup(createElement(View, { deal, part })),
    }))
  })
}

type View = FunctionComponent<{ deal: DealRecord; part: ReportPart }>

function viewsOf({ list }: ReportPart): View[] {
  if (list === '') return [DealView, LedgerView]
  return list.startsWith('table/') ? [RowsView, RowChecksView] : [ListView]
}

function statistic(n: number, more: Partial<Statistic>): Statistic {
  return {
    key: `wac-${n}`,
    id: 'wac',
    loanGroup: null,
    unit: 'percent',
    stated: 6 + n / 1000,
    decimals: 3,
    recomputed: null,
    bounds: null,
    stratification: null,
    reason: 'The tables do not give it.',
    at: { ...at, line: n + 1 },
    ...more,
  }
}

const rates = longTable('mortgage-rate', 6000)
const wide = Array.from({ length: 41 }, (_, n) => ({
  measure: `measure${n}`,
  header: words,
  unit: null,
  decimals: 0,
  at,
}))
const wordy: Stratification = {
  ...rates,
  id: 'wordy',
  title: words,
  stub: { header: words, at },
  columns: wide,
  buckets: rates.buckets.slice(0, 280).map(bucket => ({
    ...bucket,
    label: words,
    range: null,
    values: Object.fromEntries(wide.map(({ measure }) => [measure, 123_456_789])),
    places: Object.fromEntries(wide.map(({ measure }) => [measure, at])),
  })),
  footnotes: Array.from({ length: 500 }, (_, n) => ({
    mark: `${n}`,
    text: words,
    at: { ...at, line: n + 1 },
  })),
}
const groups = Array.from({ length: 300 }, (_, n): Stratification => {
  const table = longTable(`group-${n}--mortgage-rate`, 4, 100 * n + 10)
  return { ...table, loanGroup: `Group ${n}` }
})

/** So many small tables of one kind of chart. */
function smallTables(
  count: number,
  dimension: string,
  rowOf: (row: number) => Partial<Bucket>,
): FilingReport {
  return reportOf(
    Array.from({ length: count }, (_, n) => {
      const table = longTable(`${dimension}-${n + 1}`, 6, 20 * n + 10)
      const buckets = table.buckets.map((bucket, row) => ({ ...bucket, ...rowOf(row) }))
      const title = 'Distribution of the Mortgaged Properties and Loans of the Pool'
      const small = { ...table, dimension, title, buckets }
      return { table: small, checks: checksOf(small) }
    }),
  )
}
const stateNames = ['California', 'Texas', 'Florida', 'New York', 'Ohio', 'Nevada']
const stateCodes = ['CA', 'TX', 'FL', 'NY', 'OH', 'NV']
const tensOf = (row: number) => ({
  low: 10 * row,
  high: 10 * row + 10,
  lowIncluded: false,
  highIncluded: true,
})

const reports: [name: string, report: FilingReport][] = [
  [
    'a stratification of 6,000 rows, all of whose checks fail',
    reportOf([
      {
        table: rates,
        checks: checksOf(
          rates,
          rates.buckets.map((_, row) => row),
        ),
      },
    ]),
  ],
  [
    'thirty stratifications of 250 rows',
    reportOf(
      Array.from({ length: 30 }, (_, n) => {
        const table = longTable(`rate-${n}`, 250, 1000 * n + 10)
        return { table, checks: checksOf(table, [1, 2, 3]) }
      }),
    ),
  ],
  [
    'three hundred loan groups',
    {
      ...reportOf(groups.map(table => ({ table, checks: checksOf(table) }))),
      statistics: groups.flatMap(({ loanGroup, id }, n) =>
        ['pool-balance', 'loan-count', 'average-balance', 'wac', 'waltv', 'wam'].map(statisticId =>
          statistic(n, { id: statisticId, loanGroup, stratification: id }),
        ),
      ),
    },
  ],
  [
    'words of 100,000 characters in every place, in 41 columns',
    {
      ...reportOf([{ table: wordy }]),
      otherTables: [
        {
          ...otherTable(30, 10),
          title: words,
          reason: words,
          rows: otherTable(30, 10).rows.map(row => row.map(() => words)),
        },
      ],
      issues: issuesFrom(10, 400).map(issue => ({ ...issue, message: words })),
    },
  ],
  [
    'two hundred small tables of states, each with its map',
    smallTables(200, 'state', row => ({
      label: stateNames[row] ?? '',
      code: stateCodes[row] ?? null,
      range: null,
    })),
  ],
  [
    'two hundred small tables of ranges',
    smallTables(200, 'original-ltv', row => ({
      label: `${10 * row}.01 - ${10 * row + 10}`,
      range: tensOf(row),
    })),
  ],
  ['two hundred small tables of exact rates', smallTables(200, 'mortgage-rate', () => ({}))],
  [
    'two hundred small tables of names',
    smallTables(200, 'property-type', row => ({ label: `Property type ${row}`, range: null })),
  ],
  ['a table of 300 columns and 600 rows', { ...plain, otherTables: [otherTable(600, 300)] }],
  [
    'three hundred other tables',
    {
      ...plain,
      otherTables: Array.from({ length: 300 }, (_, n) => otherTable(30, 8, 100 * n + 10)),
    },
  ],
  [
    'thousands of issues, exhibits, items, parties and stated figures',
    {
      ...plain,
      noStratifications: { reason: 'exhibits-not-included', message: words },
      issues: issuesFrom(1, 8000),
      statistics: Array.from({ length: 5000 }, (_, n) => statistic(n, {})),
      deal: {
        ...plain.deal,
        trust: { value: words, at },
        items: Array.from({ length: 2000 }, (_, n) => ({
          number: { value: `${n}`, at: { ...at, line: n + 1 } },
          title: null,
        })),
        underwriters: Array.from({ length: 2000 }, (_, n) => ({
          value: `Underwriter ${n}`,
          at: { ...at, line: n + 1 },
        })),
        exhibits: Array.from({ length: 2000 }, (_, n) => ({
          number: { value: `99.${n}`, at: { ...at, line: n + 1 } },
          description: { value: words, at },
          medium: null,
          preparedBy: null,
        })),
      },
    },
  ],
]

describe('every page of a filing is of a size that can be sent and drawn', () => {
  it.each(reports)(
    'of %s',
    (_, report) => {
      const pages = drawPages(report)
      const largest = pages.reduce((one, other) => (other.html.length > one.html.length ? other : one))
      expect(largest.html.length, largest.name).toBeLessThan(mostMarkup)
    },
    120_000,
  )
})

describe('a table of more columns than are read', () => {
  const table = otherTable(40, 300)
  const unread = { code: 'columns-are-not-read', message: 'The first 300 are read.', at: table.at }
  const shown = (issues: FilingReport['issues']) =>
    drawPages({ ...plain, otherTables: [table], issues }).find(({ name }) => name.startsWith('RowsView'))
      ?.html

  it('does not call those that are read all there are, and says so on its own page', () => {
    const html = shown([unread])
    expect(html).toContain('columns 1 to 200 of the 300 that are read')
    expect(html).toContain('The first 300 are read.')
    expect(shown([])).toContain('columns 1 to 200 of 300<')
  })
})

describe('a filing too large for a workbook', () => {
  it('is offered none, and says why', () => {
    const [stretch] = splitReport(reportOf([{ table: rates }]))
    if (!stretch) throw new Error('a report has a part')
    const draw = (reportBytes: number | null) =>
      renderToStaticMarkup(
        createElement(DealView, {
          deal: dealOf(stretch.report),
          part: { ...stretch, part: 1, count: 1, reportBytes },
        }),
      )
    for (const known of [null, 8_000_000])
      expect(draw(known)).toMatch(/fernhill\.xlsx.*fernhill\.evidence\.zip/)
    expect(draw(8_000_001)).not.toMatch(/\.xlsx|\.evidence\.zip/)
    expect(draw(8_000_001)).toContain('No workbook or evidence pack: this filing is too large')
  })
})

describe('a table too long for a page', () => {
  const [, failing] = reports[0] ?? []
  const pages = new Map(failing ? drawPages(failing).map(({ name, html }) => [name, html]) : [])
  const home = pages.get('DealView  1') ?? ''

  it('is told in full on the page of the deal, with the way to all its rows', () => {
    expect(home).toContain('<a href="/deals/fernhill/tables/mortgage-rate">Show all 6,000 rows</a>')
    expect(home).toContain('6,000 of 6,001 checks fail')
    expect(home).toContain('/ledger/')
    expect(home).toContain('Total')
  })

  it('offers no order and no running sums of some of its rows', () => {
    expect(home).not.toContain('data-toggle="cumulative"')
    expect(home).not.toMatch(/<thead>(?:(?!<\/thead>).)*<button(?! type="button" class="term)/)
  })

  it('says on each of its pages which rows they are, and leads to the others', () => {
    const last = pages.get('RowsView table/mortgage-rate 6') ?? ''
    expect(last).toContain('Rows 5,001 to 6,000 of 6,000')
    expect(last).toContain('href="/deals/fernhill/tables/mortgage-rate/5"')
    expect(last).not.toContain('Show all')
  })

  it('has every check of its rows in the ledger', () => {
    const rows = [...pages].filter(([name]) => name.startsWith('RowChecksView'))
    const listed = rows.reduce((sum, [, html]) => sum + (html.match(/<tr class="fails">/g)?.length ?? 0), 0)
    expect(listed).toBe(6000)
  })
})
