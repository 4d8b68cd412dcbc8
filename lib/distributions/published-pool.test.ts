import { describe, expect, it } from 'vitest'
import { readFiling } from '../read-filing.ts'
import type { Stratification } from '../report.ts'
import { askTail } from './answer.ts'
import type { Distribution } from './distribution.ts'
import { boundsOfMean } from './mean.ts'
import { namedShare } from './named-share.ts'
import type { Side } from './question.ts'
import { readDistribution } from './read-distribution.ts'
import { edgeIsOutside, readEdge, readEdges } from './read-edge.ts'
import { sayAnswer, sayBecause } from './words.ts'

type PrintedRow = readonly [label: string, loans: string, balance: string, share: string, average?: string]

function printTable(title: string, header: string, rows: readonly PrintedRow[]): string {
  const hasAverage = rows.some(row => row[4] !== undefined)
  const line = ([label, loans, balance, share, average = '']: PrintedRow) =>
    `${label.padEnd(30)}${loans.padStart(10)}${balance.padStart(24)}${share.padStart(14)}${average.padStart(14)}`.trimEnd()
  return [
    `                         ${title}`,
    '',
    `${''.padEnd(30)}${'Number of'.padStart(10)}${'Aggregate'.padStart(24)}${'Percent of'.padStart(14)}${hasAverage ? 'Weighted'.padStart(14) : ''}`,
    `${header.padEnd(30)}${'Loans'.padStart(10)}${'Principal Balance'.padStart(24)}${'Balance'.padStart(14)}${hasAverage ? 'Average LTV'.padStart(14) : ''}`,
    '',
    ...rows.map(line),
    '',
  ].join('\n')
}

function readTables(...tables: string[]): Stratification[] {
  const result = readFiling(Buffer.from(tables.join('\n\n')), 'pool.txt')
  if ('refusal' in result) throw new Error(result.refusal.code)
  return result.report.stratifications
}

function read(table: string): Distribution {
  const [first] = readTables(table)
  if (!first) throw new Error('no table was read')
  const distribution = readDistribution(first)
  if ('reason' in distribution) throw new Error(distribution.reason)
  return distribution.distribution
}

/** Figures that a filing of 2002 publishes. */
const ratios = printTable('Original Loan-to-Value Ratios', 'Original LTV (%)', [
  ['50.00 and Below', '47', '$ 22,255,464.34', '9.89%'],
  ['50.01 to 55.00', '14', '5,880,688.81', '2.61'],
  ['55.01 to 60.00', '23', '11,292,592.08', '5.02'],
  ['60.01 to 65.00', '35', '15,001,456.40', '6.66'],
  ['65.01 to 70.00', '62', '27,435,183.81', '12.19'],
  ['70.01 to 75.00', '57', '23,716,370.90', '10.54'],
  ['75.01 to 80.00', '202', '82,427,319.80', '36.62'],
  ['80.01 to 85.00', '11', '4,379,204.99', '1.95'],
  ['85.01 to 90.00', '57', '18,611,456.38', '8.27'],
  ['90.01 to 95.00', '44', '13,939,476.70', '6.19'],
  ['95.01 to 100.00', '1', '173,000.00', '0.08'],
  ['Total', '553', '$ 225,112,214.21', '100.00%'],
])
const balances = printTable('Current Mortgage Loan Principal Balances', 'Range ($)', [
  ['$150,000 - $200,000', '13', '$ 2,236,258.65', '0.99%'],
  ['$200,001 - $250,000', '12', '2,696,800.00', '1.20'],
  ['$250,001 - $300,000', '17', '4,677,778.43', '2.08'],
  ['$300,001 - $350,000', '170', '55,081,244.84', '24.47'],
  ['$350,001 - $400,000', '132', '49,978,679.29', '22.20'],
  ['$400,001 - $450,000', '62', '26,426,213.08', '11.74'],
  ['$450,001 - $500,000', '51', '24,270,193.69', '10.78'],
  ['$500,001 - $550,000', '34', '17,937,540.10', '7.97'],
  ['$550,001 - $600,000', '24', '13,940,100.00', '6.19'],
  ['$600,001 - $650,000', '29', '18,539,220.45', '8.24'],
  ['$650,001 - $700,000', '1', '675,000.00', '0.30'],
  ['$700,001 - $750,000', '1', '750,000.00', '0.33'],
  ['$750,001 - $1,000,000', '5', '4,199,960.40', '1.87'],
  ['$1,000,001 - $1,500,000', '1', '1,430,000.00', '0.64'],
  ['$1,500,001 - $2,500,000', '1', '2,273,225.28', '1.01'],
  ['Total', '553', '$ 225,112,214.21', '100.00%'],
])

function loansOf(distribution: Distribution, side: Side, edge: string): [number, number] | null {
  const at = readEdge(edge, distribution.unit)
  if (at === null) throw new Error(`no edge: ${edge}`)
  const { loanCount } = askTail(distribution, { side, at })
  return loanCount && [loanCount.low, loanCount.high]
}

describe('a published pool', () => {
  it('bounds the loans above a balance by the loans and the balance of the row across it', () => {
    const distribution = read(balances)
    expect(loansOf(distribution, 'above', '$620,000')).toEqual([28, 38])
    expect(loansOf(distribution, 'above', '900k')).toEqual([2, 4])
    expect(loansOf(distribution, 'above', '$1.2m')).toEqual([2, 2])
    expect(loansOf(distribution, 'above', '600,000')).toEqual([38, 38])
    // A loan of $600,000.50 is in the row from $600,001, for the row before ends at $600,000.
    expect(loansOf(distribution, 'atLeast', '$600,000.50')).toEqual([32, 38])
  })

  it('is exact where rows end, and lies between them elsewhere', () => {
    const distribution = read(ratios)
    const above80 = askTail(distribution, { side: 'above', at: 80 })
    expect(above80).toMatchObject({ exact: true, balanceCents: { low: 3_710_313_807, high: 3_710_313_807 } })
    expect(sayAnswer(distribution, { side: 'above', at: 80 }, above80)).toBe(
      'Original LTV above 80: 16.48% of balance, $37,103,138.07, 113 loans, exactly.',
    )
    const above77 = askTail(distribution, { side: 'above', at: 77 })
    expect(sayAnswer(distribution, { side: 'above', at: 77 }, above77)).toBe(
      'Original LTV above 77: 16.48% to 53.10% of balance, $37,103,138.07 to $119,530,457.87, 113 to 315 loans; exact above 75 and above 80.',
    )
    expect(above77.because.map(sayBecause)).toEqual([
      'Rows that lie on this side count in full. “80.01 to 85.00”, “85.01 to 90.00”, “90.01 to 95.00”, “95.01 to 100.00”',
      'Of the row across the edge nothing, or all of it, may lie on this side. “75.01 to 80.00”',
    ])
  })

  it('is never called exact where the table’s rows do not add up', () => {
    const distribution = read(ratios.replace('13,939,476.70', '13,993,476.70'))
    const above80 = askTail(distribution, { side: 'above', at: 80 })
    const sentence = sayAnswer(distribution, { side: 'above', at: 80 }, above80)
    expect(sentence).not.toContain('exactly')
    expect(sentence).toContain('do not add up')
    expect(above80.because.at(-1)?.rule).toBe('rows-do-not-add-up')
  })

  it('takes an open row to end where ratios end', () => {
    const distribution = read(ratios)
    expect(loansOf(distribution, 'below', '40')).toEqual([0, 47])
    expect(boundsOfMean(distribution, 'balance')?.low).toBeGreaterThan(60)
  })
})

const averaged: PrintedRow[] = [
  ['60.00 or less', '20', '$ 4,000,000.00', '20.00%', '51.00'],
  ['60.01 to 70.00', '20', '4,000,000.00', '20.00', '66.20'],
  ['70.01 to 80.00', '40', '8,000,000.00', '40.00', '79.20'],
  ['80.01 to 90.00', '20', '4,000,000.00', '20.00', '88.00'],
  ['Total', '100', '$ 20,000,000.00', '100.00%', '72.72'],
]

describe('a row that prints its average', () => {
  const distribution = read(printTable('Original Loan-to-Value Ratios', 'Original LTV (%)', averaged))
  const share = (at: number) => askTail(distribution, { side: 'above', at }).balancePct

  it('bounds what of it lies above an edge, its average widened by half of its last place', () => {
    expect(distribution.averageBy).toBe('balance')
    // (79.195 − 75) / 5 to 1 of the row's 40 %, on top of the row above.
    expect(share(75)?.low).toBeCloseTo(20 + 40 * ((79.195 - 75) / 5), 6)
    expect(share(75)?.high).toBeCloseTo(20 + 40 * Math.min(1, (79.205 - 70.01) / (75.01 - 70.01)), 6)
    expect(share(79.5)?.high).toBeCloseTo(20 + 40 * ((79.205 - 70.01) / (79.51 - 70.01)), 6)
  })

  it('names the natural end of an open row where it rests on that', () => {
    const below = askTail(distribution, { side: 'atMost', at: 40 })
    // At 0 and 60 for an average of 51: no more than 9.005 / 19.99 at or below 40.
    expect(below.balancePct?.high).toBeCloseTo(20 * ((60 - 50.995) / (60 - 40)), 6)
    expect(below.because.map(({ rule }) => rule)).toEqual(['row-average', 'natural-end'])
    expect(askTail(distribution, { side: 'atMost', at: 60 }).because.map(({ rule }) => rule)).toEqual([
      'whole-rows',
    ])
  })

  it('is not used where labels cut ratios to whole percents, for 77.6 may stand in 75 - 77', () => {
    const cut = read(
      printTable('Original Loan-to-Value Ratios', 'Original LTV (%)', [
        ['60 or less', ...(averaged[0]?.slice(1) ?? [])] as never as PrintedRow,
        ['61 - 70', ...(averaged[1]?.slice(1) ?? [])] as never as PrintedRow,
        ['71 - 80', ...(averaged[2]?.slice(1) ?? [])] as never as PrintedRow,
        ['81 - 90', ...(averaged[3]?.slice(1) ?? [])] as never as PrintedRow,
        ...averaged.slice(4),
      ]),
    )
    expect(cut.grid).toBe(1)
    const answer = askTail(cut, { side: 'above', at: 75 })
    expect(answer.because.map(({ rule }) => rule)).toEqual(['whole-rows', 'row-across-edge'])
  })

  it('gives a pool that there can be at each end', () => {
    // All that lies above 79.50 at 79.51, the rest at 70.01: the average is the printed one.
    const most = (79.2 - 70.01) / (79.51 - 70.01)
    expect(most * 79.51 + (1 - most) * 70.01).toBeCloseTo(79.2, 9)
    expect(20 + 40 * most).toBeLessThanOrEqual(share(79.5)?.high ?? 0)
  })

  it('narrows the mean of the pool to the rounding of the rows’ averages', () => {
    const mean = boundsOfMean(distribution, 'balance')
    expect(mean?.low).toBeCloseTo(72.715, 3)
    expect(mean?.high).toBeCloseTo(72.725, 3)
  })
})

const scores: PrintedRow[] = [
  ['580 - 619', '10', '$ 1,000,000.00', '10.00%'],
  ['620 - 679', '30', '3,000,000.00', '30.00'],
  ['680 - 739', '40', '4,000,000.00', '40.00'],
  ['740 or more', '15', '1,500,000.00', '15.00'],
  ['Not Available', '5', '500,000.00', '5.00'],
  ['Total', '100', '$ 10,000,000.00', '100.00%'],
]

describe('rows that count up from below zero', () => {
  const ages: PrintedRow[] = [
    ['-1', '10', '$ 1,000,000.00', '10.00%'],
    ['0', '30', '3,000,000.00', '30.00'],
    ['1', '60', '6,000,000.00', '60.00'],
    ['Total', '100', '$ 10,000,000.00', '100.00%'],
  ]

  it('has loans whose first payment is due after the cut-off date', () => {
    const distribution = read(printTable('Loan Age', 'Loan Age (Months)', ages))
    expect(loansOf(distribution, 'below', '0')).toEqual([10, 10])
    expect(loansOf(distribution, 'atMost', '-1')).toEqual([10, 10])
  })

  it('takes a hyphen before any other number for a sign of something else', () => {
    const rows = ages.map(row => (row[0] === '-1' ? (['-12', ...row.slice(1)] as never) : row))
    const distribution = read(printTable('Loan Age', 'Loan Age (Months)', rows))
    expect(loansOf(distribution, 'below', '0')).toEqual([0, 10])
  })
})

describe('rows without a range', () => {
  it('counts loans without a figure on neither side, and says so', () => {
    const distribution = read(printTable('Credit Scores', 'Credit Score', scores))
    const answer = askTail(distribution, { side: 'atLeast', at: 680 })
    expect(answer).toMatchObject({ exact: true, loanCount: { low: 55, high: 55 } })
    expect(answer.because.map(({ rule }) => rule)).toEqual(['whole-rows', 'no-figure'])
    expect(sayAnswer(distribution, { side: 'atLeast', at: 680 }, answer)).toMatch(
      /exactly\. Loans of “Not Available” \(5\.00% of balance\) have no figure and are not counted\.$/,
    )
  })

  it('never spreads a residual row: any of it may lie on either side', () => {
    const rows = scores.map(row => (row[0] === 'Not Available' ? (['Other', ...row.slice(1)] as never) : row))
    const distribution = read(printTable('Credit Scores', 'Credit Score', rows))
    expect(loansOf(distribution, 'atLeast', '680')).toEqual([55, 60])
    expect(loansOf(distribution, 'below', '680')).toEqual([40, 45])
  })
})

describe('the share of a named row', () => {
  const states: PrintedRow[] = [
    ['California', '50', '$ 50,000,000.00', '50.00%'],
    ['Colorado', '30', '30,000,000.00', '30.00'],
    ['Other (less than 2%)', '20', '20,000,000.00', '20.00'],
    ['Total', '100', '$ 100,000,000.00', '100.00%'],
  ]
  const shareOf = (rows: readonly PrintedRow[], code: string) => {
    const tables = readTables(printTable('State Distribution of Mortgaged Properties', 'State', rows))
    const [table] = tables
    return table ? namedShare(table, bucket => bucket.code === code, tables, 'balancePct') : null
  }

  it('is exact where it is printed, up to the cap of the others where that is stated, and nothing where all are printed', () => {
    expect(shareOf(states, 'CA')).toMatchObject({ share: { low: 50, high: 50 }, rule: 'is-printed' })
    expect(shareOf(states, 'TX')).toMatchObject({ share: { low: 0, high: 2 }, rule: 'residual-with-cap' })
    const other = states.map(row =>
      row[0].startsWith('Other') ? (['Other', ...row.slice(1)] as never) : row,
    )
    expect(shareOf(other, 'TX')).toMatchObject({ share: { low: 0, high: 20 }, rule: 'residual' })
    const all = states.map(row => (row[0].startsWith('Other') ? (['Texas', ...row.slice(1)] as never) : row))
    expect(shareOf(all, 'NY')).toMatchObject({ share: { low: 0, high: 0 }, rule: 'all-are-printed' })
  })
})

describe('the cap of a residual row', () => {
  const at = { line: 9, start: 1, end: 2 }
  const rows: PrintedRow[] = [
    ['California', '50', '$ 50,000,000.00', '50.00%'],
    ['Other', '50', '50,000,000.00', '50.00'],
    ['Total', '100', '$ 100,000,000.00', '100.00%'],
  ]
  const highOf = (text: string, mark: string) => {
    const [table] = readTables(printTable('State Distribution of Mortgaged Properties', 'State', rows))
    if (!table) throw new Error('no table was read')
    const buckets = table.buckets.map(row => (row.code === 'other' ? { ...row, marks: ['1'] } : row))
    const noted = { ...table, buckets, footnotes: [{ mark, text, at }] }
    return namedShare(noted, ({ code }) => code === 'TX', [noted], 'balancePct')?.share.high
  }

  it('is what a note on it states of each of its rows, or of every other row', () => {
    expect(highOf('Includes 30 other states with under 3% each.', '1')).toBe(3)
    expect(highOf('No other state has more than 4% of the balance.', '2')).toBe(4)
  })

  it.each([
    'No more than 0.7% of the loans are in any one postal code.',
    'No single zip code area has more than 0.7% of the balance.',
  ])('is nothing that a note says of postal codes: %s', text => {
    expect(highOf(text, '1')).toBe(50)
    expect(highOf(text, '2')).toBe(50)
  })
})

describe('an edge as people type it', () => {
  it('is read in the unit of the table', () => {
    expect(readEdge('$620,000', 'cents')).toBe(62_000_000)
    expect(readEdge('1.2M', 'cents')).toBe(120_000_000)
    expect(readEdge('77.5%', 'percent')).toBe(77.5)
    expect(readEdge('360 months', 'months')).toBe(360)
    for (const typed of ['', 'abc', '77%%', '1,00', '80-90', '5k'])
      expect(readEdge(typed, 'percent')).toBeNull()
    expect(readEdges('60, 70,80; 90', 'percent')).toEqual([60, 70, 80, 90])
    expect(readEdges('$100,000, $250,000', 'cents')).toEqual([10_000_000, 25_000_000])
    expect(readEdges('620,660,700', 'score')).toEqual([620, 660, 700])
    expect(readEdges('100000,250000', 'cents')).toEqual([10_000_000, 25_000_000])
    expect(readEdges('60, high', 'percent')).toBeNull()
  })

  it('is refused where no figure can lie', () => {
    expect(edgeIsOutside(read(printTable('Credit Scores', 'Credit Score', scores)), 900)).toBe(
      'Credit score is never above 850.',
    )
    expect(edgeIsOutside(read(ratios), -1)).toBe('Original loan-to-value ratio is never below 0.')
    expect(edgeIsOutside(read(ratios), 97)).toBeNull()
  })
})
