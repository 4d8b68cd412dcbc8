import { describe, expect, it } from 'vitest'
import { inventCheck, inventReport, on } from '../testing/invented-report.ts'
import { describePlace } from './describe-place.ts'

const sentencesOf = (report: ReturnType<typeof inventReport>, at: ReturnType<typeof on>) =>
  describePlace(report, at).checks.map(({ outcome, sentence }) => `${outcome}: ${sentence}`)

describe('how a figure was read', () => {
  it('names table, row and column, and underlines label and heading', () => {
    const evidence = describePlace(inventReport(), on(12, 42, 54))
    expect(evidence).toMatchObject({
      kind: 'value',
      path: ['Purpose', 'Purchase', 'Balance'],
      stratification: 'purpose',
      row: 0,
      measure: 'balanceCents',
      printed: '$6,000,000.00',
      label: on(12, 5, 13),
      header: { line: 10, start: 42, end: 53, lastLine: 11 },
    })
  })
  it('says what a table is that splits no pool, and why', () => {
    const at = { line: 30, start: 1, end: 20, lastLine: 34 }
    const other = { kind: 'classes', title: null, rows: [], reason: 'Its rows are classes.', at }
    const report = { ...inventReport(), otherTables: [other] }
    expect(describePlace(report, at)).toMatchObject({
      kind: 'other-table',
      path: ['Classes'],
      printed: null,
      reason: 'Its rows are classes.',
      table: at,
    })
    expect(describePlace(report, on(32, 4, 9))).toMatchObject({ at: on(32, 4, 9), table: at })
  })
  it('takes what stands among loans for itself, not for the tables that are computed from them', () => {
    const base = inventReport()
    const loans = { line: 1, start: 1, end: 9, lastLine: 99 }
    const stratifications = base.stratifications.map(table => ({
      ...table,
      computed: true as const,
      at: loans,
      buckets: table.buckets.map(bucket => ({ ...bucket, places: {}, at: loans })),
    }))
    expect(describePlace({ ...base, stratifications, statistics: [] }, on(12, 42, 54))).toMatchObject({
      kind: 'text',
      at: on(12, 42, 54),
      table: null,
      reason: null,
    })
    const tape = { at: { ...loans, line: 10 } } as NonNullable<ReturnType<typeof inventReport>['tape']>
    const ofTape = { ...base, stratifications, statistics: [], tape }
    expect(describePlace(ofTape, on(12, 42, 54)).reason).toMatch(/^It stands in the exhibit of loans/)
    for (const line of [3, 120]) expect(describePlace(ofTape, on(line, 4, 9)).reason).toBeNull()
  })
  it('gives an average in a total row its row and column, and why nothing can be held against it', () => {
    const base = inventReport()
    const [first] = base.statistics
    if (first === undefined) throw new Error('the invented report states nothing')
    const stated = { ...first, at: on(15, 42, 54), reason: 'The rows do not allow it.' }
    const report = { ...base, statistics: [stated], checks: [] }
    expect(describePlace(report, on(15, 42, 54))).toMatchObject({
      kind: 'value',
      row: 'total',
      reason: 'The rows do not allow it.',
    })
  })
  it('finds the figure from a place inside it', () => {
    expect(describePlace(inventReport(), on(12, 44, 46)).at).toEqual(on(12, 42, 54))
  })
  it('says the division behind the percent beside a balance, and where the column is added up', () => {
    expect(sentencesOf(inventReport(), on(12, 42, 54))).toEqual([
      'pass: 60.00% printed beside it; 6,000,000.00 ÷ 10,000,000.00 is 60.000%',
      'pass: counted in the column total at line 15',
    ])
  })
  it('says the division from the percent itself', () => {
    expect(sentencesOf(inventReport(), on(14, 58, 63))).toEqual([
      'pass: 4,000,000.00 ÷ 10,000,000.00 is 40.000%',
    ])
  })
  it('claims no division that its own figures do not give', () => {
    const check = inventCheck({
      code: 'row-percent-matches-balance',
      measure: 'balancePct',
      bucket: 0,
      at: on(12, 58, 63),
      expected: 60,
      found: 12.5,
      outcome: 'fail',
    })
    expect(sentencesOf(inventReport({ checks: [check] }), on(12, 58, 63))).toEqual([
      'fail: its share of the whole is 12.50%, not 60.00%',
    ])
  })
  it('tells the total what its rows come to', () => {
    expect(sentencesOf(inventReport(), on(15, 42, 54))).toEqual(['pass: the 2 rows add up to 10,000,000.00'])
  })
  it('puts failures first and says by how much', () => {
    const sum = inventCheck({
      code: 'column-adds-up-to-total',
      measure: 'balanceCents',
      at: on(15, 42, 54),
      expected: 1_000_000_000,
      found: 999_000_000,
      outcome: 'fail',
    })
    const [, share] = inventReport().checks
    expect(sentencesOf(inventReport({ checks: share ? [share, sum] : [] }), on(12, 42, 54))).toEqual([
      'fail: counted in the column total at line 15, which is off by −10,000.00',
      'pass: 60.00% printed beside it; 6,000,000.00 ÷ 10,000,000.00 is 60.000%',
    ])
  })
  it('leaves the checks of other rows and columns out', () => {
    expect(sentencesOf(inventReport(), on(12, 30, 32))).toEqual([])
  })
})

describe('how other places were read', () => {
  it('a stated figure: recomputed from the rows', () => {
    const evidence = describePlace(inventReport(), on(17, 38, 43))
    expect(evidence).toMatchObject({ kind: 'statistic', path: ['Purpose', 'WAC, net'], printed: '6.250%' })
    expect(evidence.checks.map(({ sentence }) => sentence)).toEqual([
      'recomputed from the rows: 6.25020%, ±0.0005 allowed',
    ])
  })
  it('a stated figure that the rows do not give: why', () => {
    const [stated] = inventReport().statistics
    const statistics = stated
      ? [{ ...stated, key: 'wac', id: 'wac', reason: 'The rows print net rates.' }]
      : []
    expect(describePlace(inventReport({ statistics }), on(17, 38, 43))).toMatchObject({
      checks: [],
      reason: 'The rows print net rates.',
    })
  })
  it.each([
    ['footnote', on(17, 5, 20), ['Purpose', 'Footnote 1']],
    ['label', on(12, 5, 13), ['Purpose', 'Purchase']],
    ['header', on(10, 5, 17), ['Purpose', 'Heading']],
    ['fact', on(3, 10, 44), ['Cover', 'Depositor']],
    ['table', on(9, 1, 5), ['Purpose']],
    ['text', on(19, 1, 5), ['Line 19']],
  ])('a %s', (kind, at, path) => {
    expect(describePlace(inventReport(), at)).toMatchObject({ kind, path })
  })
})

describe('places typed by hand', () => {
  it('finds the figure although its columns are one off', () => {
    expect(describePlace(inventReport(), on(12, 41, 53)).path).toEqual(['Purpose', 'Purchase', 'Balance'])
  })
  it('finds no figure between two columns', () => {
    expect(describePlace(inventReport(), on(12, 34, 40)).kind).toBe('table')
  })
})
