import { describe, expect, it } from 'vitest'
import { inventTable, rangeOf } from '../fixtures/invented-table.ts'
import { openTable } from './sentence.ts'
import { sayFraction } from './sentence-of-names.ts'

const cents = (share: number) => Math.round(share * 1_000_000)
const row = (label: string, share: number, more = {}) => ({
  label,
  loanCount: 40,
  balanceCents: cents(share),
  ...more,
})

describe('the sentence of a table of states', () => {
  const states = [
    row('Ohio', 12.5, { code: 'OH' }),
    row('Utah', 66.6, { code: 'UT' }),
    row('Other (less than 3%)', 20.9, { code: 'other' }),
  ]
  it('names the largest state, the next, and what is left to states without a name', () => {
    expect(openTable(inventTable({ rows: states }))).toEqual({
      lead: 'Utah holds 66.60%.',
      rest: 'Ohio follows with 12.50%. The table leaves 20.90%, a little over a fifth, to states it does not name.',
    })
  })
  it('says nothing of a residual that is not there', () => {
    expect(openTable(inventTable({ rows: states.slice(0, 2) }))?.rest).toBe('Ohio follows with 15.80%.')
  })
})

describe('the sentence of a table of names', () => {
  it('names the two largest and adds up the others', () => {
    const rows = [row('A', 5), row('B', 60), row('C', 25), row('D', 6), row('E', 4)]
    expect(openTable(inventTable({ rows }))).toEqual({
      lead: 'B 60.00%, then C 25.00%.',
      rest: 'The other 3 rows come to 15.00%.',
    })
  })
  it('counts thousands of them as people read them', () => {
    const rows = Array.from({ length: 2002 }, (_, index) => row(String(index), index < 2 ? 25 : 0.025))
    expect(openTable(inventTable({ rows }))?.rest).toContain('The other 2,000 rows come to 50.00%')
  })
  it('stops at one name that holds nearly all', () => {
    const rows = [row('Owner', 95), row('Second home', 2), row('Investor', 3)]
    expect(openTable(inventTable({ rows }))).toEqual({
      lead: 'Owner 95.00%.',
      rest: 'The rest is Investor, 3.00%, and Second home, 2.00%.',
    })
  })
  it('says so when one row is all', () => {
    expect(openTable(inventTable({ rows: [row('Fixed', 100)] }))?.lead).toBe('All of it is Fixed.')
  })
})

describe('the sentence of exact values', () => {
  const rate = (value: number, share: number) =>
    row(value.toFixed(3), share, { range: rangeOf(value, value) })
  it('counts the rates, finds the middle and the gap', () => {
    const rows = [rate(6, 20), rate(6.125, 25), rate(6.25, 30), rate(6.375, 24), rate(8.5, 1)]
    expect(openTable(inventTable({ rows }), 'percent')).toEqual({
      lead: '5 rates, 6.000 to 8.500.',
      rest: 'Half of the balance lies at 6.250 or below. No loan lies between 6.375 and 8.500.',
    })
  })
  it('says earlier of years', () => {
    const year = (value: number, share: number) => row(String(value), share, { range: rangeOf(value, value) })
    const rows = [year(2001, 30), year(2002, 40), year(2003, 30)]
    expect(openTable(inventTable({ rows }), 'years')).toEqual({
      lead: '3 years, 2001 to 2003.',
      rest: 'Half of the balance lies at 2002 or earlier.',
    })
  })
  it('leads with a value that holds most, in whatever order the rows are printed', () => {
    const term = (months: number, share: number) =>
      row(String(months), share, { range: rangeOf(months, months) })
    const rows = [term(360, 80), term(359, 12), term(358, 8)]
    expect(openTable(inventTable({ rows }), 'months')).toEqual({
      lead: '80.00% at 360 months.',
      rest: 'Next is 359 with 12.00%.',
    })
  })
})

describe('the sentence of ranges', () => {
  const range = (low: number | null, high: number | null, label: string, share: number, loanCount = 40) =>
    row(label, share, { range: rangeOf(low, high), loanCount })
  it('leads with the largest and adds up what lies above from balances', () => {
    const rows = [
      range(null, 50, '50.00 and Below', 20),
      range(50.01, 60, '50.01 to 60.00', 55),
      range(60.01, 70, '60.01 to 70.00', 24.004),
      range(70.01, 80, '70.01 to 80.00', 0.996, 1),
    ]
    expect(openTable(inventTable({ rows }), 'percent')).toEqual({
      lead: '55.00% in 50.01 to 60.00.',
      rest: 'Above that lies 25.00%. A single loan is in the last range, 70.01 to 80.00.',
    })
  })
  it('tells nothing of what lies above where a row of figures has no place, as one without the figure may', () => {
    const rows = [
      range(null, 50, '50.00 and Below', 60),
      range(50.01, 60, '50.01 to 60.00', 20),
      row('60.01 to 60.00', 20, { loanCount: 9 }),
    ]
    expect(openTable(inventTable({ rows }), 'percent')?.rest).toBe('')
    const lacking = [...rows.slice(0, 2), row('Not Available', 20, { loanCount: 9 })]
    expect(openTable(inventTable({ rows: lacking }), 'percent')?.rest).toBe('Above that lies 20.00%.')
  })
  it('joins a neighbour that holds nearly as much', () => {
    const rows = [
      range(1, 2, '$100,001 -   $200,000', 45),
      range(2, 3, '$200,001 -   $300,000', 40),
      range(3, 4, '$300,001 -   $400,000', 15),
    ]
    expect(openTable(inventTable({ rows }))).toEqual({
      lead: '85.00% in $100,001 to $300,000.',
      rest: 'Above that lies 15.00%.',
    })
  })
  it('keeps to one range when the joined one would have no end', () => {
    const rows = [range(null, 50, 'Up to 50', 52), range(50, 60, '50.01 to 60.00', 48)]
    expect(openTable(inventTable({ rows }))).toEqual({
      lead: '52.00% at up to 50.',
      rest: 'Above that lies 48.00%.',
    })
  })
})

describe('the sentence of exact values beside rows that have none', () => {
  const term = (months: number, share: number, loanCount = 40) =>
    row(String(months), share, { range: rangeOf(months, months), loanCount })
  it('says the unit of the value that holds most, and of the last one', () => {
    const rows = [row('None', 40), term(12, 10), term(24, 9), term(36, 40.5), term(60, 0.5, 1)]
    expect(openTable(inventTable({ rows }), 'months')).toEqual({
      lead: '40.50% at 36 months.',
      rest: 'Above that lies 0.50%. A single loan is at 60 months.',
    })
    expect(openTable(inventTable({ rows: [row('-1', 20), term(0, 30), term(1, 50)] }), 'months')?.lead).toBe(
      '50.00% at 1 month.',
    )
  })
  it('says percent of a rate beside a row without one', () => {
    const rows = [row('None', 40), row('2.250', 60, { range: rangeOf(2.25, 2.25) })]
    expect(openTable(inventTable({ rows }), 'percent')?.lead).toBe('60.00% at 2.250%.')
  })
  it('says the unit of ranges, once', () => {
    const range = (low: number, high: number, label: string, share: number) =>
      row(label, share, { range: rangeOf(low, high) })
    const lead = (...labels: [string, string]) =>
      openTable(
        inventTable({ rows: [range(121, 180, labels[0], 20), range(349, 360, labels[1], 80)] }),
        'months',
      )?.lead
    expect(lead('121 - 180', '349 - 360')).toBe('80.00% in 349 to 360 months.')
    expect(lead('121 to 180 months', '349 to 360 months')).toBe('80.00% in 349 to 360 months.')
  })
  it('reads as a sentence where the largest row is open', () => {
    const score = (low: number | null, high: number | null, label: string, share: number) =>
      row(label, share, { range: rangeOf(low, high) })
    const rows = [score(null, 579, '579 and below', 60), score(580, 619, '580 - 619', 40)]
    expect(openTable(inventTable({ rows }), 'score')?.lead).toBe('60.00% at 579 and below.')
  })
})

describe('a table that does not print enough', () => {
  it('has no sentence when a row lacks balance and percent', () => {
    const table = inventTable({ rows: [row('A', 60), row('B', 40)] })
    const [first] = table.buckets
    if (first) first.values = { loanCount: 40 }
    expect(openTable(table)).toBeNull()
  })
  it('has none without rows or without balance', () => {
    expect(openTable(inventTable({ rows: [] }))).toBeNull()
    expect(openTable(inventTable({ rows: [row('A', 0), row('B', 0)] }))).toBeNull()
  })
  it('takes the printed percents when no balance is printed', () => {
    const table = inventTable({ rows: [row('A', 60), row('B', 40)] })
    for (const bucket of table.buckets) bucket.values = { balancePct: bucket.values.balancePct ?? null }
    expect(openTable(table)?.lead).toBe('A 60.00%, then B 40.00%.')
  })
})

describe('fractions in words', () => {
  it('names a plain fraction within a point, and nothing else', () => {
    expect([50.02, 24.4, 34, 20.81, 41].map(sayFraction)).toEqual([
      'half',
      'a little under a quarter',
      'a little over a third',
      'a little over a fifth',
      null,
    ])
  })
})
