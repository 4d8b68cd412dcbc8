import { describe, expect, test } from 'vitest'
import { readFiling } from '../read-filing.ts'

const head = ['State', 'Number of Loans', 'Principal Balance', 'Percent of Pool']
const inThousands = [
  ['Oregon', '120', '24,000', '48.00%'],
  ['Nevada', '70', '17,500', '35.00'],
  ['Utah', '60', '8,500', '17.00'],
  ['Total', '250', '50,000', '100.00%'],
]
/** May be dollars as printed, or thousands of them. */
const ofFewLoans = inThousands.map(row =>
  row.with(1, row[0] === 'Total' ? '4' : `${Math.ceil(Number(row[1]) / 100)}`),
)
const inDollars = inThousands.map(row => row.with(2, `${row[2]},250`))

/** What stands above the title, between it and the table, and below. */
type Around = { above?: string[]; title?: string; between?: string[]; below?: string[] }
type Rows = readonly (readonly string[])[]

const asText = (
  { above = [], title = 'Geographic Distribution', between = [], below = [] }: Around,
  rows: Rows,
) =>
  [
    'Alder Mortgage Loan Trust 2004-1',
    '',
    ...above,
    '',
    `            ${title}`,
    '',
    ...between,
    '',
    ...[head, ...rows].map(row => row.map((cell, at) => (at ? cell.padStart(22) : cell.padEnd(14))).join('')),
    '',
    ...below,
  ].join('\n')

const paragraph = (words: readonly string[]) => (words.length > 0 ? `<p>${words.join(' ')}</p>` : '')

const asHtml = (
  { above = [], title = 'Geographic Distribution', between = [], below = [] }: Around,
  rows: Rows,
) =>
  `<html><body><p>Alder Mortgage Loan Trust 2004-1</p>${paragraph(above)}<p>${title}</p>${paragraph(between)}<table>${[
    head,
    ...rows,
  ]
    .map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</table>${paragraph(below)}</body></html>`

function read(printed: string) {
  const answer = readFiling(Buffer.from(printed), 'invented.txt')
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  const { stratifications, issues } = answer.report
  const [table] = stratifications
  return {
    dollars: (table?.total?.values.balanceCents ?? Number.NaN) / 100,
    issues: issues.map(({ code }) => code),
  }
}

describe.each([
  ['text', asText],
  ['HTML', asHtml],
] as const)('in %s, dollars in thousands', (_, print) => {
  test.each<[string, Around]>([
    [
      'in a sentence that leads in',
      { between: ['The following table shows the loans by state (dollars in thousands):'] },
    ],
    [
      'in one over two lines',
      {
        between: [
          'The following table sets forth, as of the Cut-off Date, where the',
          'mortgaged properties are located (dollars in thousands):',
        ],
      },
    ],
    [
      'in one that ends so',
      { between: ['The table below sets forth the states of the loans, dollars in thousands.'] },
    ],
    [
      'in a sentence below the title',
      { between: ['All dollar amounts in the tables below are in thousands.'] },
    ],
    [
      'in a sentence above the title',
      { above: ['Dollar amounts in the tables that follow are stated in thousands.'] },
    ],
    ['of balances', { above: ['In this section principal balances are expressed in thousands.'] }],
    [
      'in a note to the title',
      { title: 'Geographic Distribution (1)', below: ['(1) Dollar amounts in thousands.'] },
    ],
    ['in a sentence right below', { below: ['Note: Dollars in thousands.'] }],
  ])('are told %s', (_name, around) => {
    expect(read(print(around, inThousands))).toEqual({ dollars: 50_000_000, issues: [] })
  })

  test('are told once of all amounts, for the tables after the next too', () => {
    const above = ['The mortgage loans are described here. All dollar amounts are in thousands.']
    const printed = [print({ above }, inThousands), print({ title: 'Locations' }, inThousands)].join('\n\n')
    const answer = readFiling(Buffer.from(printed), 'invented.txt')
    const tables = 'report' in answer ? answer.report.stratifications : []
    expect(tables.map(({ total }) => total?.values.balanceCents)).toEqual([5_000_000_000, 5_000_000_000])
  })

  test('are not believed of a table in dollars, where a sentence speaks of tables', () => {
    const around = { above: ['All dollar amounts in the tables below are in thousands.'] }
    expect(read(print(around, inDollars))).toEqual({ dollars: 50_000_250, issues: [] })
  })

  test('leave the balance unread where it is not certain whether a sentence is about it', () => {
    const around = { above: ['Amounts of the securities are stated in thousands.'] }
    expect(read(print(around, ofFewLoans))).toEqual({
      dollars: Number.NaN,
      issues: ['scale-is-not-certain'],
    })
  })

  test('are not told by a sentence far above that speaks of no tables', () => {
    const words = Array(12).fill(
      'The seller chose the loans of the pool from those that it held when the trust was made.',
    )
    const around = { above: ['Amounts of the securities are stated in thousands.', ...words] }
    expect(read(print(around, ofFewLoans))).toEqual({ dollars: 50_000, issues: [] })
  })

  test.each(['in millions', 'dollars in billions'])('%s leave a loan of $200 as printed unread', scale => {
    expect(read(print({ title: `Geographic Distribution (${scale})` }, inThousands))).toEqual({
      dollars: Number.NaN,
      issues: ['scale-is-not-certain'],
    })
  })

  test('are not told by amounts that are only written in words', () => {
    const around = { above: ['The certificates of more than a thousand holders come to $500 million.'] }
    expect(read(print(around, inDollars))).toEqual({ dollars: 50_000_250, issues: [] })
  })
})

describe('a sentence that speaks of loans and dollars', () => {
  const rows = [
    ['Oregon', '12', '240,000', '48.00%'],
    ['Nevada', '7', '175,000', '35.00'],
    ['Utah', '6', '85,000', '17.00'],
    ['Total', '25', '500,000', '100.00%'],
  ]
  const totals = (printed: string) => {
    const answer = readFiling(Buffer.from(printed), 'invented.txt')
    const [table] = 'report' in answer ? answer.report.stratifications : []
    return table?.total?.values
  }
  test.each<[string, Around]>([
    ['below the table', { below: ['(Loans and dollars in thousands.)'] }],
    [
      'above it',
      { above: ['The following table shows the loans by state (loans and dollars in thousands):'] },
    ],
    [
      'in a note to its title',
      { title: 'Geographic Distribution(1)', below: ['(1) Number of loans and dollars in thousands.'] },
    ],
  ])('%s gives the scale of both', (_, around) => {
    for (const print of [asText, asHtml])
      expect(totals(print(around, rows))).toMatchObject({ loanCount: 25_000, balanceCents: 50_000_000_000 })
  })
  test('gives the scale of dollars alone where it speaks of these', () => {
    const below = ['Dollars in thousands.']
    for (const print of [asText, asHtml])
      expect(totals(print({ below }, inThousands))).toMatchObject({
        loanCount: 250,
        balanceCents: 5_000_000_000,
      })
  })
})
