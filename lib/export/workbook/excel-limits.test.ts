import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { findFixtures, runFixture } from '../../fixtures/run-fixture.ts'
import type { FilingReport, PoolSummary } from '../../report.ts'
import { bookOfReport, listedSource } from '../../testing/book-of-report.ts'
import { evaluateWorkbook } from '../../testing/evaluate-workbook.ts'
import { excelFaults } from '../../testing/excel-faults.ts'
import { inventReport } from '../../testing/invented-report.ts'
import { type Book, mostLinks } from './book.ts'
import { compareBook } from './compare-book.ts'
import { dealsBook } from './deals-book.ts'
import { writeBook } from './write-book.ts'

const awkward = [
  'ARM51',
  'LTV1',
  'R1C1',
  'rc',
  'C',
  'XFD1048576',
  'TRUE',
  'History',
  'Print Titles',
  'Print_Area',
  'Pool',
  'Summary',
  'Tape',
  "'quoted'",
  'a:b*c?d/e\\f[g]',
  '２/２８ ＡＲＭ',
  '½ and ²',
  '123',
  '_',
  '',
  '\u0000\u000b',
  '\ud83c',
  '\u{1f3e0}'.repeat(40),
  'x'.repeat(400),
  'é'.normalize('NFD').repeat(200),
  `=HYPERLINK("http://strata.example")${'y'.repeat(40_000)}`,
]

/** A filing whose every word that a workbook takes as a name, a label or a title is one of these. */
function spoken(words: readonly string[]): FilingReport {
  const plain = inventReport()
  const [table] = plain.stratifications
  if (!table) throw new Error('the invented report has a table')
  const said = (order: number) => words[order % words.length] ?? ''
  const stratifications = words.map((word, order) => ({
    ...table,
    id: `table-${order}`,
    dimension: null,
    title: word,
    loanGroup: order % 2 === 0 ? null : said(order + 1),
    columns: table.columns.map((column, place) => ({ ...column, header: said(order + place) })),
    buckets: table.buckets.map((bucket, row) => ({ ...bucket, label: said(order + row) })),
    footnotes: [{ mark: '(1)', text: word, at: table.at }],
  }))
  const figure = (value: number): PoolSummary['figures'][number] => ({
    id: 'balance',
    unit: 'cents',
    decimals: 2,
    value,
    kind: 'stated',
    stated: value,
    computed: value,
    from: null,
    bounds: null,
    stratification: null,
    statistic: null,
    tables: null,
    check: null,
    others: [],
    at: table.at,
  })
  const groups = [...new Set(stratifications.flatMap(({ loanGroup }) => loanGroup ?? []))]
  const pool = [null, ...groups].map((loanGroup, order) => ({
    loanGroup,
    figures: [figure(1_000_000_000 + order)],
    checks: { passed: 0, failed: 0 },
  }))
  const deal = { ...plain.deal, trust: { value: said(0), at: table.at } }
  return { ...plain, deal, stratifications, pool, checks: [] }
}

async function faultsOf(report: FilingReport): Promise<string[]> {
  return await excelFaults(await writeBook(bookOfReport(report)))
}

describe('a workbook that Excel opens as it is', () => {
  it('comes of a filing with the most awkward words', async () => {
    expect(await faultsOf(spoken(awkward))).toEqual([])
  })

  it('comes of any words', async () => {
    const word = fc.oneof(fc.constantFrom(...awkward), fc.string({ unit: 'binary', maxLength: 60 }))
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 8 }), async words => {
        expect(await faultsOf(spoken(words))).toEqual([])
      }),
      { seed: 10, numRuns: Number(process.env.STRATA_CASES ?? 60) },
    )
  }, 120_000)

  it.each(findFixtures())('comes of %s', async name => {
    expect(await faultsOf(runFixture(name).report)).toEqual([])
  })

  it('comes of many deals, and of a comparison', async () => {
    const words = spoken(awkward)
    const sources = [
      ...['averages-and-tail', 'loan-groups', 'thousands-and-dashes'].map(name =>
        listedSource(runFixture(name).report, name),
      ),
      listedSource(words, 'words'),
    ]
    const many = Array.from({ length: 60 }, (_, order) => sources[order % sources.length]).flatMap(
      source => source ?? [],
    )
    expect(await excelFaults(await writeBook(dealsBook('Many: *deals*', many)))).toEqual([])
    const pools = sources.map((source, order) => ({ source, loanGroup: null, name: awkward[order] ?? '' }))
    const choice = { measure: 'balancePct', edges: null, rows: 'between', base: 0, dimension: null } as const
    expect(await excelFaults(await writeBook(compareBook(pools, choice)))).toEqual([])
  }, 60_000)

  it('has formulas that know the whole pool from a loan group that is called so', async () => {
    const report = spoken(['Purpose', 'Pool', 'Pool'])
    const cells = await evaluateWorkbook(await writeBook(bookOfReport(report)))
    const byPool = cells.filter(({ formula }) => formula.includes('Pool_Balance'))
    for (const { value, cached, formula } of byPool) expect(value, formula).toBeCloseTo(Number(cached), 9)
  })

  it('has as many links as Excel takes, and rows no higher than it shows', async () => {
    const link = { to: `https://strata.example/${'a'.repeat(3000)}` }
    const rows: Book['sheets'][number]['rows'] = Array.from({ length: mostLinks + 100 }, (_, order) => [
      { value: order, link: { to: `https://strata.example/${order}` } },
    ])
    rows.push([{ value: 'far away', link }], [{ value: 'word '.repeat(6000), look: { wrap: true } }])
    const sheet = { name: 'Links', rows, widths: [400], frozen: { rows: 0, columns: 0 } }
    expect(await excelFaults(await writeBook({ title: 'Links', sheets: [sheet], names: [] }))).toEqual([])
  }, 60_000)
})

it.each<[string, Parameters<typeof writeXlsx>[0], RegExp]>([
  [
    'a name that is a cell',
    { sheets: [{ name: 'A', rows: [[1]] }], namedRanges: [{ name: 'ARM51', range: "'A'!$A$1" }] },
    /ARM51/,
  ],
  [
    'a name of rows and columns',
    { sheets: [{ name: 'A', rows: [[1]] }], namedRanges: [{ name: 'R1C1', range: "'A'!$A$1" }] },
    /R1C1/,
  ],
  [
    'names alike but for their case',
    {
      sheets: [{ name: 'A', rows: [[1]] }],
      namedRanges: ['Pool', 'POOL'].map(name => ({ name, range: "'A'!$A$1" })),
    },
    /POOL/,
  ],
  [
    'a formula of too many arguments',
    {
      sheets: [
        {
          name: 'A',
          cells: new Map([
            [
              '0,0',
              {
                type: 'formula',
                formula: `SUM(${Array.from({ length: 256 }, () => 'B1').join(',')})`,
                formulaResult: 0,
              },
            ],
          ]),
        },
      ],
    },
    /arguments 256/,
  ],
  [
    'a text that is too long',
    { sheets: [{ name: 'A', rows: [['x'.repeat(32_768)]] }] },
    /characters of a text/,
  ],
])('tells %s', async (_, book, words) => {
  expect((await excelFaults(new Uint8Array(await writeXlsx(book)))).join('\n')).toMatch(words)
})
