import { describe, expect, it } from 'vitest'
import { checkStratifications } from '../checks/index.ts'
import { inventTable, rangeOf } from '../fixtures/invented-table.ts'
import type { Footnote, Statistic, Stratification } from '../report.ts'
import { readStatistics } from './index.ts'

const rateRows = [
  { label: '6.000', loanCount: 4, balanceCents: 25_000_000, range: rangeOf(6, 6) },
  { label: '7.000', loanCount: 6, balanceCents: 75_000_000, range: rangeOf(7, 7) },
]
const ltvRows = [
  { label: '60.00 and Below', loanCount: 2, balanceCents: 20_000_000, range: rangeOf(null, 60) },
  { label: '60.01 to 80.00', loanCount: 8, balanceCents: 80_000_000, range: rangeOf(60.01, 80) },
]

/** A table standing in lines 1 to 5 of a filing, with its notes in the lines from 7 on. */
function tableWithNotes(dimension: string, rows: typeof rateRows, notes: string[]) {
  const table = inventTable({ id: dimension, dimension, rows, line: 1 })
  const footnotes: Footnote[] = notes.map((text, index) => ({
    mark: String(index + 1),
    text,
    at: { line: 7 + index, start: 1, end: text.length + 1 },
  }))
  return { table: { ...table, footnotes }, lines: [...Array(6).fill(''), ...notes] }
}

function read(stratifications: Stratification[], lines: string[]): Statistic[] {
  return readStatistics({ stratifications, lines })
}
const stated = (statistics: Statistic[]) => statistics.filter(one => one.stated !== null)

function readNote(dimension: string, rows: typeof rateRows, ...notes: string[]): Statistic[] {
  const { table, lines } = tableWithNotes(dimension, rows, notes)
  return stated(read([table], lines))
}

describe('figures stated in footnotes', () => {
  it('recomputes an average rate from exact rows and says where it is printed', () => {
    const note = 'The weighted average mortgage rate of the mortgage loans was about 6.750% per annum.'
    expect(readNote('mortgage-rate', rateRows, note)).toEqual([
      {
        key: 'wac',
        id: 'wac',
        loanGroup: null,
        unit: 'percent',
        stated: 6.75,
        decimals: 3,
        recomputed: 6.75,
        bounds: null,
        stratification: 'mortgage-rate',
        reason: null,
        at: { line: 7, start: note.indexOf('6.750') + 1, end: note.indexOf('6.750') + 6 },
      },
    ])
  })

  it.each([
    'The weighted average contract interest rate of the contracts was approximately 6.750% per annum.',
    'The weighted average Contract Rate of the receivables is 6.750%.',
    'The weighted average annual percentage rate of the contracts is 6.750%.',
    'The weighted average APR of the receivables was 6.750%.',
    'The weighted average of the mortgage rates is 6.750%.',
  ])('reads the average rate of contracts and receivables: %s', note => {
    expect(readNote('mortgage-rate', rateRows, note)).toMatchObject([{ id: 'wac', stated: 6.75 }])
  })

  it.each([
    'The Contract Rates ranged from 5.00% to 9.00%, with a weighted average Contract Rate of 6.750%.',
    'The Contract Rates of the contracts range from 5.00% to 9.00%, with a weighted average of 6.750%.',
    'The mortgage rates ranged from 5.00% to 9.00% per annum, with a weighted average thereof of about 6.750%.',
    'The note rate on the loans varies from a low of 5.00% to a high of 9.00%, the weighted average being 6.750%.',
    'The weighted average of the mortgage rates, which are between 5.00% and 9.00%, is 6.750%.',
    'The weighted average original LTV is 72.00% and the interest rates are between 5.00% and 9.00%, with a weighted average of 6.750%.',
  ])('reads an average that a range names, and one beside a range: %s', note => {
    const statistics = readNote('mortgage-rate', rateRows, note)
    expect(statistics.filter(({ id }) => id === 'wac')).toMatchObject([{ stated: 6.75 }])
  })

  it.each([
    'The Contract Rates ranged from 5.00% to 9.00%, with a weighted average of 72.00%.',
    'The Contract Rates ranged from 5.00% to 9.00%, with a weighted average of the net rates of 6.750%.',
    'The balances ranged from 5.00% to 9.00% of the pool, with a weighted average of 6.750%.',
    'The rates of the contracts with balances over $50,000 ranged from 5.00% to 9.00%, with a weighted average of 6.750%.',
    'The weighted average Contract Rate of the contracts with balances over $50,000 was 6.750%.',
  ])('reads no average that may be of something else: %s', note => {
    expect(readNote('mortgage-rate', rateRows, note)).toEqual([])
  })

  it.each([
    'The weighted average mortgage rate of the second liens is 6.750%.',
    'The weighted average mortgage rate of the Fixed Rate Loans is 6.750% and of the Adjustable Rate Loans is 8.250%.',
    'The weighted average mortgage rate of the loans replaced is 6.750%.',
    'The weighted average mortgage rate of the borrowers in California was 6.750%.',
    'The mortgage loans serviced by Harrow had a weighted average mortgage rate of 6.750%.',
    'The balloon loans have a weighted average mortgage rate of 6.750%.',
    'Approximately 30% of the mortgage loans bear a weighted average mortgage rate of 6.750%.',
    'The mortgage rates of the balloon loans ranged from 5.00% to 9.00%, with a weighted average of 6.750%.',
    'The weighted average mortgage rate, less the servicing fee, is 6.750%.',
    'The weighted average mortgage rate, if the subsequent mortgage loans are included, is 6.750%.',
    'In the prior transaction, Alder 2001-9, the weighted average mortgage rate was 6.750%.',
  ])('reads no average of a part of the loans, of others, or of what would be: %s', note => {
    expect(readNote('mortgage-rate', rateRows, note)).toEqual([])
  })

  it.each([
    'As of March 1, 2003, the Mortgage Loans had a weighted average mortgage rate of 6.750%.',
    'The weighted average mortgage rate of the Initial Mortgage Loans in the Mortgage Pool is 6.750%.',
    'Each of the mortgage loans bears interest, with a weighted average mortgage rate of 6.750%.',
    'The weighted average mortgage rate for all of the home equity loans as of the Cut-off Date was 6.750%.',
    'The 1,204 receivables have a weighted average mortgage rate of 6.750%.',
  ])('reads the average of all loans, whatever they are called: %s', note => {
    expect(readNote('mortgage-rate', rateRows, note)).toMatchObject([{ id: 'wac', stated: 6.75 }])
  })

  it('reads the average of loans of one kind where the tables count no others', () => {
    const note = 'The weighted average mortgage rate of the Balloon Loans is 6.750%.'
    const { table, lines } = tableWithNotes('mortgage-rate', rateRows, [note])
    const columns = table.columns.map(column =>
      column.measure === 'loanCount' ? { ...column, header: 'Number of Balloon Loans' } : column,
    )
    expect(stated(read([{ ...table, columns }], lines))).toMatchObject([{ id: 'wac', stated: 6.75 }])
  })

  it('tells the adjusted rate from the plain one where the note says the rows are net', () => {
    const [net, gross] = readNote(
      'mortgage-rate',
      rateRows,
      'Insured loans are shown net of the premium. The weighted average mortgage rate (as so adjusted) is 6.750%. Without this adjustment the weighted average mortgage rate is 6.802%.',
    )
    expect(net).toMatchObject({ id: 'net-wac', stated: 6.75, recomputed: 6.75 })
    expect(gross).toMatchObject({ id: 'wac', stated: 6.802, recomputed: null, bounds: null })
    expect(gross?.reason).toContain('net rates')
  })

  it.each([
    'The effective weighted average loan-to-value ratio is 60.50%.',
    'The weighted average effective loan-to-value ratio is 60.50%.',
    'The weighted average loan-to-value ratio (net of mortgage insurance) is 60.50%.',
    'The weighted average combined LTV, after insurance, is 60.50%.',
    'The net weighted average LTV is 60.50%.',
  ])('takes a ratio net of insurance for none of the loans: %s', note => {
    expect(readNote('original-ltv', ltvRows, note)).toEqual([])
  })

  it('tells no net rate by a ratio that is net', () => {
    const note = 'Weighted average mortgage rate: 6.750% Weighted average LTV (net of MI): 61.50%'
    expect(readNote('mortgage-rate', rateRows, note)).toMatchObject([{ id: 'wac', stated: 6.75 }])
  })

  it('gives bounds where the rows are ranges, an open end counting as nothing', () => {
    const [waltv] = readNote(
      'original-ltv',
      ltvRows,
      'The weighted average original loan-to-value ratio is expected to be approximately 71.2%.',
    )
    expect(waltv).toMatchObject({
      id: 'waltv',
      stated: 71.2,
      decimals: 1,
      recomputed: null,
      bounds: [48.01, 76],
    })
  })

  it('keeps whole dollars of an average balance as cents and recomputes it from the total', () => {
    const [average] = readNote('current-balance', ltvRows, 'The average current loan balance is $100,000.')
    expect(average).toMatchObject({
      id: 'average-balance',
      stated: 10_000_000,
      decimals: 0,
      recomputed: 10_000_000,
    })
  })

  it('reads the largest postal code and the states without a name, though no table gives them', () => {
    const [states, postal] = readNote(
      'state',
      ltvRows,
      'Other covers 27 other states. Not more than 0.85% of the loans are secured by homes in any one zip code.',
    )
    expect(states).toMatchObject({ id: 'other-state-count', stated: 27, recomputed: null })
    expect(postal).toMatchObject({ id: 'largest-postal-code-pct', stated: 0.85 })
    expect(postal?.reason).not.toBeNull()
  })

  it.each([
    ['of some of the loans only', 'The weighted average mortgage rate of the loans with insurance is 7.1%.'],
    [
      'listed with "respectively"',
      'The weighted average mortgage rate and margin are 7.1% and 2.1%, respectively.',
    ],
    ['beyond which it lies', 'The weighted average mortgage rate is in excess of 7.1%.'],
    ['of another unit', 'The weighted average mortgage rate is paid for 355 months.'],
    ['among figures of a row', 'Weighted average mortgage rate: 7.10%   8.25%'],
    ['of the certificates', 'The average principal balance of a certificate is $5,000.'],
  ])('does not read a figure %s', (_, note) => {
    expect(readNote('mortgage-rate', rateRows, note)).toEqual([])
  })

  it('takes a combined ratio for nothing else', () => {
    const [cltv] = readNote(
      'original-ltv',
      ltvRows,
      'The weighted average combined loan-to-value ratio is 81.5%.',
    )
    expect(cltv).toMatchObject({ id: 'wa-cltv', recomputed: null, bounds: null })
    expect(cltv?.reason).toBe('No table splits the pool by combined ltv.')
  })
})

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
