import { describe, expect, test } from 'vitest'
import { readFiling } from '../read-filing.ts'
import {
  kinds,
  type Line,
  printHtml,
  printText,
  purposeRows,
  purposes,
  read,
  type Table,
} from '../testing/grouped-tables.ts'

test('a sum carried over a page ends no group', () => {
  const table = purposes([], [], [])
  const [heading = '', purchase = '', ...others] = table.lines
  const lines = [heading, purchase, ['Subtotal carried forward', 40] as const, ...others]
  expect(
    read(printText({ ...table, lines: [...lines.slice(0, -1), ['Cash-out', 10], ['Total', 100]] })).rows?.[1],
  ).toBe('Fixed Rate: Refinance')
})

test('a last row is of the group that its indent or a sum below it shows', () => {
  const rows = [...purposeRows.slice(0, 4), 'Adjustable Rate: Other']
  const summed = purposes(
    [['Subtotal', 60]],
    [
      ['Other', 10],
      ['Subtotal', 40],
    ],
    [],
  )
  const table = purposes([], [['Other', 10]], [])
  const lines = table.lines.map(
    (line): Line => (typeof line === 'string' || line[0] === 'Total' ? line : [`  ${line[0]}`, line[1]]),
  )
  expect(read(printText(summed))).toMatchObject({ rows, issues: [] })
  expect(read(printText({ ...table, lines }))).toMatchObject({ rows, issues: [] })
})

test('groups of HTML that end in totals are one table where a total of all follows', () => {
  const table = purposes(
    [['Total', 60]],
    [
      ['Total', 30],
      ['Unknown', 10],
      ['Total', 100],
    ],
    [],
  )
  const lines = table.lines.slice(0, -1)
  expect(read(printHtml({ ...table, lines })).total).toBe(100)
})

describe('groups whose sums are called no more than "Total", or nothing, are one table where a sum of all follows', () => {
  const headed = (first: readonly string[], second: readonly string[], sum: string, all: string): Table => ({
    title: 'Loan Purpose',
    stub: 'Purpose',
    lines: [
      ...first,
      ['Purchase', 35],
      ['Refinance', 20],
      [sum, 55],
      ...second,
      ['Purchase', 30],
      ['Refinance', 15],
      [sum, 45],
      [all, 100],
    ],
  })
  const rows = [
    'FIXED RATE: Purchase',
    'FIXED RATE: Refinance',
    'ADJUSTABLE RATE: Purchase',
    'ADJUSTABLE RATE: Refinance',
  ]
  const colon = rows.map(row => row.replace('RATE', 'RATE:').replace('::', ':'))
  describe.each(kinds)('in %s', (_, print) => {
    test.each([
      ['Total', 'Total', ['FIXED RATE'], ['ADJUSTABLE RATE'], rows],
      ['', 'Total', ['FIXED RATE'], ['ADJUSTABLE RATE'], rows],
      ['', '', ['FIXED RATE'], ['ADJUSTABLE RATE'], rows],
      ['', 'Total', ['FIXED RATE'], ['', 'ADJUSTABLE RATE'], rows],
      ['Totals', 'Grand Total', ['FIXED RATE:', ''], ['', 'ADJUSTABLE RATE:', ''], colon],
    ] as const)('“%s” and “%s”', (sum, all, first, second, expected) => {
      const answer = read(print(headed(first, second, sum, all)))
      expect(answer).toMatchObject({ rows: expected, total: 100, issues: [] })
    })
  })

  test('and two tables where each is a whole of its own, or the last is of all rows again', () => {
    const tables = (lines: readonly Line[]) => {
      const text = printText({ title: 'Loan Purpose', stub: 'Purpose', lines })
      const answer = readFiling(Buffer.from(text), 'groups.txt')
      return 'refusal' in answer ? 0 : answer.report.stratifications.length
    }
    const { lines } = headed(['FIXED RATE'], ['ADJUSTABLE RATE'], 'Total', 'Total')
    expect(tables(lines)).toBe(1)
    expect(tables(lines.slice(0, -1))).toBe(1)
    // One column may add up by chance.
    const other = `${'Total'.padEnd(26)}${['100', '$9,900,000', '99.00%'].map(figure => figure.padStart(15)).join('')}`
    expect(read(printText({ stub: 'Purpose', lines: [...lines.slice(0, -1), other] }))).toMatchObject({
      total: undefined,
      issues: ['row-stands-below-the-total'],
    })
    // Shares of each group's own are of tables of their own.
    const rows = [
      'FIXED',
      ['Purchase', 100],
      ['Total', 100],
      'ADJUSTABLE',
      ['Purchase', 100],
      ['Total', 100],
    ] as const
    expect(tables([...rows, ['Total', 200]])).toBe(2)
    expect(tables([...lines.slice(0, -1), 'ALL', ['Purchase', 65], ['Refinance', 35], ['Total', 100]])).toBe(
      2,
    )
  })
})
