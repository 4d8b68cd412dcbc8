import { describe, expect, test } from 'vitest'
import { readFiling } from '../read-filing.ts'

type Table = { title: string; rows: readonly (readonly string[])[] }

const purposes: Table = {
  title: 'Loan Purposes of the Mortgage Loans',
  rows: [
    ['Loan Purpose', 'Number of Loans', 'Principal Balance', '% of Pool'],
    ['Purchase', '70', '$14,000,000.00', '58.33%'],
    ['Refinance', '50', '10,000,000.00', '41.67'],
    ['Total', '120', '$24,000,000.00', '100.00%'],
  ],
}
const types: Table = {
  title: 'Property Types of the Mortgage Loans',
  rows: [
    ['Property Type', 'Number of Loans', 'Principal Balance', '% of Pool'],
    ['Single Family', '120', '$24,000,000.00', '100.00%'],
  ],
}

const inText = (...tables: readonly Table[]) =>
  tables
    .map(({ title, rows }) => {
      const lines = rows.map(([label = '', ...figures]) =>
        [label.padEnd(28), ...figures.map(figure => figure.padStart(20))].join(''),
      )
      return [`          ${title}`, '', lines[0], '-'.repeat(88), ...lines.slice(1)].join('\n')
    })
    .join('\n\n')

const row = (cells: readonly string[]) => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`

const inHtml = (...tables: readonly Table[]) =>
  `<html>${tables.map(({ title, rows }) => `<p>${title}</p><table>${rows.map(row).join('\n')}</table>`).join('\n')}</html>`

/** All of them in one table, as spreadsheets export them. */
const onSheet = (...tables: readonly Table[]) =>
  `<html><table>${tables.map(({ title, rows }) => [`<tr><td colspan="4">${title}</td></tr>`, ...rows.map(row)].join('\n')).join('\n<tr><td colspan="4"></td></tr>\n')}</table></html>`

const read = (source: string) => {
  const result = readFiling(Buffer.from(source), 'a filing')
  if ('refusal' in result) throw new Error(result.refusal.message)
  const { stratifications, otherTables, issues } = result.report
  return {
    split: stratifications.map(({ dimension, buckets }) => [dimension, buckets.map(({ label }) => label)]),
    others: otherTables.map(({ kind }) => kind),
    issues: issues.map(({ code }) => code),
  }
}

describe.each([
  ['text', inText],
  ['HTML', inHtml],
  ['a sheet of HTML', onSheet],
])('in %s', (_, print) => {
  /** The table of purposes, and another of a single row. */
  const beside = (headers: readonly string[], ...cells: readonly string[]) =>
    read(print(purposes, { title: types.title, rows: [headers, cells] }))
  const whole = types.rows[0] ?? []
  const purpose = ['purpose', ['Purchase', 'Refinance']]
  const told = { split: [purpose], others: ['one-row'], issues: ['table-of-one-row-is-not-read'] }

  test('a single row that is all of the pool is read', () => {
    const own = [
      ['property-type', ['Single Family']],
      ['occupancy', ['Primary']],
    ]
    const occupancy = {
      title: 'Occupancy',
      rows: [
        ['Occupancy', ...whole.slice(1)],
        ['Primary', '120', '$24,000,000.00', '100.00%'],
      ],
    }
    expect(read(print(types, occupancy))).toEqual({ split: own, others: [], issues: [] })
    expect(read(print(purposes, types, occupancy)).split).toEqual([purpose, ...own])
    expect(read(print(types, purposes)).split).toEqual([own[0], purpose])
  })

  test('a single row is all of the pool that another table adds up to', () => {
    const headers = ['Property Type', 'Number of Loans', 'Principal Balance']
    expect(beside(headers, 'Single Family', '120', '$24,000,000.00').split).toEqual([
      purpose,
      ['property-type', ['Single Family']],
    ])
    expect(beside(headers, 'Single Family', '119', '$23,800,000.00')).toEqual(told)
  })

  test('a single row that may be one of several is told', () => {
    expect(beside(whole, 'Single Family', '101', '$20,400,000.00', '85.00%')).toEqual(told)
  })

  test('a single row of what is not known is told', () => {
    const shades = {
      title: 'Shades of the Mortgage Loans',
      rows: [
        ['Shade', ...whole.slice(1)],
        ['Blue', '120', '$24,000,000.00', '100.00%'],
      ],
    }
    expect(read(print(purposes, shades))).toEqual(told)
  })

  // On a sheet a row of two cells opens no other table.
  test.skipIf(print === onSheet)('a single share is read where it is a hundred percent of the loans', () => {
    const share = (header: string, figure: string) =>
      beside(['Property Type', header], 'Single Family', figure)
    expect(share('% of Loans', '100.0%').split).toEqual([purpose, ['property-type', ['Single Family']]])
    expect(share('% of Loans', '84.1%')).toMatchObject({ split: [purpose], others: [] })
    expect(share('% Owned', '100.0%')).toMatchObject({ split: [purpose], others: [] })
  })

  // Rows on a sheet that open no other table are of the one above.
  test.skipIf(print === onSheet)('a single row is no table without words of loans over its figures', () => {
    const none = { split: [purpose], others: [] }
    const owned = ['Subsidiary', 'Employees', 'Capital', '% Owned']
    expect(beside(owned, 'Ohio', '12', '$1,200.00', '100%')).toMatchObject(none)
    expect(
      beside(['Class', 'Number', 'Balance', '% of Class'], 'A-1', '12', '$1,200.00', '100%'),
    ).toMatchObject(none)
    const averages = ['Class', 'Average Loan Balance', '% of Loans']
    expect(beside(averages, 'A-1', '$120,000.00', '100.00%')).toMatchObject(none)
    const bare = ['Property Type', 'Number of Loans', '', 'Balance']
    expect(beside(bare, 'Ohio', '12', '$1,200.00', '7')).toMatchObject(none)
    expect(beside(whole, 'Total', '120', '$24,000,000.00', '100.00%')).toMatchObject(none)
  })
})

test('an original term by itself is a label, and prose around it no table', () => {
  const terms = {
    title: 'Original Terms to Maturity',
    rows: [
      ['Original Term (Months)', ...(types.rows[0] ?? []).slice(1)],
      ['360', '120', '$24,000,000.00', '100.00%'],
    ],
  }
  const prose = `     The mortgage loans have a principal balance of $24,000,000.00, and 100% of them, by number
and balance of the mortgage pool, were made in 2003 and 2004 by lenders in 12 states,
of which the largest made 84 of 120.`
  expect(read([prose, inText(terms), prose].join('\n\n'))).toEqual({
    split: [['original-term', ['360']]],
    others: [],
    issues: [],
  })
})

test('a row that a page break cuts off, under other words, is no table', () => {
  const sales = ['Year                     Sales       Profit', '2001                     1,204          310']
  expect(read([...sales, '\f', inText(types)].join('\n'))).toEqual({
    split: [['property-type', ['Single Family']]],
    others: [],
    issues: [],
  })
})

describe('in HTML', () => {
  const titled = (above: string) =>
    `<html><table>${row([above, '12'])}</table><table>${purposes.rows.map(row).join('')}</table></html>`

  test('a title in a table of its own, with a figure beside it, stays the title', () => {
    const result = readFiling(Buffer.from(titled('Purposes of Group')), 'a filing')
    expect('report' in result && result.report.stratifications[0]?.title).toBe('Purposes of Group 12')
  })

  test('a single row above a row of words is a part of its table without words of loans over both', () => {
    const years = [
      ['Year', '2001', '2002', '2003'],
      ['Region', 'East', 'West', 'North'],
      ['Sales', '1,204', '1,310', '1,290'],
      ['Costs', '1,104', '1,210', '1,190'],
    ]
    const result = readFiling(
      Buffer.from(`<html><table>${years.map(row).join('')}</table></html>`),
      'a filing',
    )
    expect('report' in result && JSON.stringify(result.report.otherTables)).toContain('"2001"')
  })
})
