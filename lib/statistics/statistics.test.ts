import { describe, expect, it } from 'vitest'
import { checkStratifications } from '../checks/index.ts'
import { inventTable } from '../fixtures/invented-table.ts'
import { ltvRows, rateRows, read, stated, tableWithNotes } from '../fixtures/noted-tables.ts'
import { readStatistics } from './index.ts'

describe('figures stated elsewhere', () => {
  it('finds a figure whose sentence is broken over lines of prose', () => {
    const table = inventTable({ id: 'mortgage-rate', dimension: 'mortgage-rate', rows: rateRows, line: 1 })
    const lines = [
      ...Array(7).fill(''),
      '   The weighted average mortgage',
      '   rate is equal to',
      '   6.75% a year.',
    ]
    const [wac] = stated(read([table], lines))
    expect(wac).toMatchObject({ id: 'wac', at: { line: 10, start: 4, end: 8 } })
  })

  it('sees through the markup of HTML without moving a column', () => {
    const table = inventTable({ id: 'mortgage-rate', dimension: 'mortgage-rate', rows: rateRows, line: 1 })
    const html = '<P>The weighted&nbsp;average <B>mortgage rate</B> is <FONT SIZE="2">6.75</FONT>%.</P>'
    const lines = [...Array(7).fill(''), html]
    const documents = [
      {
        sequence: 1,
        type: null,
        filename: null,
        description: null,
        format: 'html' as const,
        lines: [1, 8] as [number, number],
      },
    ]
    const statistics = readStatistics({ stratifications: [table], lines, documents })
    const start = html.indexOf('6.75') + 1
    expect(stated(statistics)).toMatchObject([{ id: 'wac', at: { line: 8, start, end: start + 4 } }])
  })

  it('reads the tail under a total row in the table’s own dimension', () => {
    const table = inventTable({ id: 'mortgage-rate', dimension: 'mortgage-rate', rows: rateRows, line: 1 })
    const lines = [...Array(6).fill(''), 'Minimum: 6.000   Maximum: 7.000', 'Weighted Average: 6.750']
    expect(stated(read([table], lines))).toMatchObject([
      { id: 'min-mortgage-rate', stated: 6, recomputed: 6 },
      { id: 'max-mortgage-rate', stated: 7, recomputed: 7 },
      { id: 'wac', stated: 6.75, recomputed: 6.75 },
    ])
  })

  it('takes averages that a total row prints in columns of their own', () => {
    const table = inventTable({ id: 'purpose', dimension: 'purpose', rows: ltvRows, line: 1 })
    const at = { line: 5, start: 85, end: 88 }
    table.columns.push({ measure: 'waCreditScore', header: 'FICO', unit: 'score', decimals: 0, at })
    Object.assign(table.total?.values ?? {}, { waCreditScore: 712 })
    Object.assign(table.total?.places ?? {}, { waCreditScore: at })
    expect(stated(read([table], []))).toMatchObject([{ id: 'wa-credit-score', stated: 712, at }])
  })

  it('gives a figure to the loan group that its sentence names', () => {
    const tables = ['Loan Group 1', 'Loan Group 2'].map((loanGroup, index) =>
      inventTable({
        id: `rates-${index}`,
        dimension: 'mortgage-rate',
        loanGroup,
        rows: rateRows,
        line: 1 + index * 10,
      }),
    )
    const lines = [
      ...Array(30).fill(''),
      'The weighted average mortgage rate of the loans in loan group 2 is 6.75%.',
    ]
    expect(stated(read(tables, lines))).toMatchObject([
      { loanGroup: 'Loan Group 2', stratification: 'rates-1' },
    ])
  })
})

describe('keys of figures', () => {
  it('are unique where one figure is stated twice in other precision, and checks refer to them', () => {
    const notes = [
      'The weighted average mortgage rate of the mortgage loans was about 6.75% per annum.',
      'The weighted average mortgage rate of the mortgage loans was 6.7501% per annum.',
    ]
    const { table, lines } = tableWithNotes('mortgage-rate', rateRows, notes)
    const statistics = stated(read([table], lines))
    expect(statistics.map(({ key, stated: figure }) => [key, figure])).toEqual([
      ['wac', 6.75],
      ['wac-2', 6.7501],
    ])
    const checks = checkStratifications({ stratifications: [table], statistics })
    const ofWords = checks.filter(({ code }) => code === 'stated-figure-matches-the-rows')
    expect(ofWords.map(({ statistic, outcome }) => [statistic, outcome])).toEqual([
      ['wac', 'pass'],
      ['wac-2', 'fail'],
    ])
  })
})

describe('figures of a group without tables', () => {
  it('are not taken for the whole pool’s', () => {
    const table = inventTable({ id: 'mortgage-rate', dimension: 'mortgage-rate', rows: rateRows, line: 1 })
    const text = 'The weighted average mortgage rate of the loans in Loan Group 3 is 8.1%.'
    expect(stated(read([table], [...Array(8).fill(''), text]))).toMatchObject([
      { id: 'wac', loanGroup: 'Loan Group 3', stated: 8.1, recomputed: null },
    ])
  })
})

describe('figures of the pool', () => {
  it('come from the totals where the text does not state them', () => {
    const table = inventTable({ id: 'purpose', rows: ltvRows })
    expect(read([table], [])).toMatchObject([
      { id: 'pool-balance', stated: null, recomputed: 100_000_000, stratification: 'purpose', at: null },
      { id: 'loan-count', stated: null, recomputed: 10, at: null },
    ])
  })
  it('are compared with what prose states of the pool', () => {
    const table = inventTable({ id: 'purpose', rows: ltvRows, line: 1 })
    const text =
      'The pool consists of 10 fixed rate mortgage loans with an aggregate principal balance of $1,000,000.00.'
    expect(stated(read([table], [...Array(8).fill(''), text]))).toMatchObject([
      { id: 'loan-count', stated: 10, recomputed: 10 },
      { id: 'pool-balance', stated: 100_000_000, recomputed: 100_000_000, decimals: 2 },
    ])
  })
  it('are read behind their names, and as lines of credit', () => {
    const table = inventTable({ id: 'mortgage-rate', dimension: 'mortgage-rate', rows: rateRows, line: 1 })
    const counts = (line: string) =>
      stated(read([table], [...Array(8).fill(''), line])).map(one => [one.id, one.stated])
    expect(counts('Number of Mortgage Loans:     10')).toEqual([['loan-count', 10]])
    expect(counts('The pool consists of 10 home equity lines of credit.')).toEqual([['loan-count', 10]])
    expect(counts('Number of Loans Paid in Full: 3')).toEqual([])
  })

  it('are read past a date in between, and scores past the loans that have one', () => {
    const table = inventTable({ id: 'mortgage-rate', dimension: 'mortgage-rate', rows: rateRows, line: 1 })
    const text =
      'The pool consisted, as of May 1, 2004 (the “Cut-off Date”), of approximately 10 loans. The weighted average credit score of the loans for which scores are available was 694.'
    expect(stated(read([table], [...Array(8).fill(''), text])).map(one => [one.id, one.stated])).toEqual([
      ['loan-count', 10],
      ['wa-credit-score', 694],
    ])
  })

  it('do not take an average at origination for the one of today', () => {
    const table = inventTable({ id: 'mortgage-rate', dimension: 'mortgage-rate', rows: rateRows, line: 1 })
    const line = 'The loans had an average principal balance at origination of approximately $320,739.'
    expect(stated(read([table], [...Array(8).fill(''), line]))).toEqual([])
  })

  it('do not exist without a table', () => {
    expect(read([], ['Nothing here.'])).toEqual([])
  })
})
