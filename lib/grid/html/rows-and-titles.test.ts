import { describe, expect, test } from 'vitest'
import type { Grid } from '../grid.ts'
import { findHtmlGrids } from './find-html-grids.ts'

/** The tables of a document, each its title, headers and rows on lines of their own; a group stands before its rows. */
function read(...markup: string[]): string[] {
  const lines = markup.join('\n').split('\n')
  return findHtmlGrids(lines, 1, lines.length).flatMap(draw)
}

function draw({ title, stub, columns, rows, tail, notes }: Grid): string[] {
  const headers = [stub?.text ?? '', ...columns.map(({ header }) => header)].join(' | ')
  return [
    `${title.map(({ text }) => text).join(' / ')}: ${headers}`,
    ...rows.map(({ group, label, cells }) =>
      [
        group === null ? label?.text : `${group} > ${label?.text}`,
        ...cells.map(cell => cell?.text ?? ''),
      ].join(' | '),
    ),
    ...tail.map(({ text }) => `tail ${text}`),
    ...notes.map(({ mark, text }) => `note ${mark} ${text}`),
  ]
}

const row = (...cells: string[]) => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`
const table = (...rows: string[]) => `<table>\n${rows.join('\n')}\n</table>`
const head = row('Purpose', 'Loans', 'Balance')
const purposes = [row('Purchase', '30', '600'), row('Refinance', '10', '400'), row('Total', '40', '1,000')]
const states = [row('Texas', '30', '600'), row('Ohio', '10', '400'), row('Total', '40', '1,000')]
const drawn = ['Purchase | 30 | 600', 'Refinance | 10 | 400', 'Total | 40 | 1,000']
const drawnStates = ['Texas | 30 | 600', 'Ohio | 10 | 400', 'Total | 40 | 1,000']

test('no blank follows a slash at the end of a line', () => {
  const header = row('Purpose', 'Number/<br>Loans', 'Balance')
  expect(read(table(header, ...purposes))).toEqual([': Purpose | Number/Loans | Balance', ...drawn])
})

test('a line of dashes is no title', () => {
  const above = ['<p>Loan Purpose</p>', '<p>----------------</p>']
  expect(read(...above, table(head, ...purposes))[0]).toBe('Loan Purpose: Purpose | Loans | Balance')
})

test('stars on both sides set a title off; before words alone they begin a note', () => {
  const [title, ...rest] = read(
    '<p>** LOAN PURPOSE **</p>',
    table(head, ...purposes),
    '<p>** Of the pool.</p>',
  )
  expect(title).toBe('** LOAN PURPOSE **: Purpose | Loans | Balance')
  expect(rest).toEqual([...drawn, 'note ** Of the pool.'])
})

test('the lines of one paragraph are one title, and so is what a bracket holds open', () => {
  const titled = (title: string) => read(title, table(head, ...purposes))[0]
  expect(titled('<p>Original Principal Balances<br>Mortgage Loans of the Pool</p>')).toBe(
    'Original Principal Balances / Mortgage Loans of the Pool: Purpose | Loans | Balance',
  )
  expect(titled('<p>Loan Purposes (all amounts</p>\n<p>Shown in Dollars)</p>')).toBe(
    'Loan Purposes (all amounts / Shown in Dollars): Purpose | Loans | Balance',
  )
})

test('a heading under a subtotal begins the next group, where more than the group before follows', () => {
  const fixed = [row('Purchase', '30', '600'), row('Refinance', '10', '400'), row('Subtotal', '40', '1,000')]
  const adjustable = [row('Purchase', '5', '60'), row('Refinance', '1', '40'), row('Subtotal', '6', '100')]
  const sections = [...fixed, row('Adjustable Rate'), ...adjustable, row('Total', '46', '1,100')]
  expect(read(table(head, ...sections)).slice(4)).toEqual([
    'Adjustable Rate > Purchase | 5 | 60',
    'Adjustable Rate > Refinance | 1 | 40',
    'Subtotal | 6 | 100',
    'Total | 46 | 1,100',
  ])
})

test('a heading under a total opens a table only where its own rows go on to a total', () => {
  const groups = [row('Fixed Rate'), ...states.slice(0, 2), row('Adjustable Rate'), row('Texas', '3', '60')]
  const read3 = read(table(head, ...purposes, ...groups, row('Total', '43', '1,060')))
  expect(read3.filter(line => line.includes(': '))).toHaveLength(1)
})

test.each([
  ['Average balance: $25', 'tail Average balance: $25'],
  ['(1) As of the cut-off date.', 'note 1 As of the cut-off date.'],
])('%s below a total is of the table above', (words, below) => {
  const next = [row('State', 'Loans', 'Balance'), ...states]
  expect(read(table(head, ...purposes, row(words), ...next))).toEqual([
    ': Purpose | Loans | Balance',
    ...drawn,
    below,
    ': State | Loans | Balance',
    ...drawnStates,
  ])
})

test('cells of lines that hold words are no columns', () => {
  const broken = row('Arizona<br>Nevada<br>Total', '12<br>see note<br>42', '1.00<br>3.00<br>4.00')
  expect(read(table(head, broken))).toEqual([])
})

test('the number of a page inside a table is no group', () => {
  const [first = '', ...others] = purposes
  const page = '<tr><td colspan=3>S-33</td></tr>'
  expect(read(table(head, first, page, ...others))).toEqual([': Purpose | Loans | Balance', ...drawn])
})

test('figures that no dash parts are no range', () => {
  const rates = [row('5.0', '12', '3', '4', '9.00'), row('6.0', '5', '2', '3', '7.00')]
  const read5 = read(table(row('Rate', '', '', 'Loans', 'Balance'), ...rates))
  expect(read5.slice(1)).toEqual(['5.0 | 12 | 3 | 4 | 9.00', '6.0 | 5 | 2 | 3 | 7.00'])
})

test('a header in a table of its own goes over figures whose signs have cells, past rows that print nothing', () => {
  const signed = [row('Purchase', '30', '$', '600'), row('Refinance', '10', '$', '400')]
  const expected = [': Purpose | Loans | Balance', 'Purchase | 30 | 600', 'Refinance | 10 | 400']
  expect(read(table(head), table(...signed))).toEqual(expected)
  expect(read(table('<tr></tr>', head, '<tr></tr>'), table('<tr></tr>', ...purposes.slice(0, 2)))).toEqual(
    expected,
  )
})

test('a dash for no loans makes no range of a year and the figure behind it', () => {
  const header = row('Year', 'Loans', 'Loans Sold', 'Balance')
  const years = [row('2001', '-', '4', '9'), row('2002', '3', '4', '7'), row('Total', '3', '8', '16')]
  expect(read(table(header, ...years)).slice(1)).toEqual([
    '2001 | - | 4 | 9',
    '2002 | 3 | 4 | 7',
    'Total | 3 | 8 | 16',
  ])
})

test('a header over no column belongs to the nearest, where its row does not head each', () => {
  const headers = [row('', 'Number', '', ''), row('Purpose', 'of Loans', '', 'Balance')]
  const rows = [row('Purchase', '', '30', '600'), row('Refinance', '', '10', '400')]
  expect(read(table(...headers, ...rows))[0]).toBe(': Purpose | Number of Loans | Balance')
})

test('two figures of a row never share a column with one that spans both', () => {
  const over = (cell: string) => `<td colspan="2">${cell}</td>`
  const header = `<tr><td>State</td>${over('Loans')}<td>Rate</td><td>Age</td><td>Balance</td></tr>`
  const spanning = (label: string) => `<tr><td>${label}</td>${over('7')}<td></td><td>8</td><td>9</td></tr>`
  const rows = [row('Texas', '1', '2', '3', '', ''), spanning('Ohio'), spanning('Utah')]
  expect(read(table(header, ...rows)).slice(1)).toEqual([
    'Texas | 1 | 2 | 3',
    'Ohio | 7 | 8 | 9',
    'Utah | 7 | 8 | 9',
  ])
})

test('a label over three lines stays one where the figures beside it do not', () => {
  const rows = [row('Debt<br>to<br>Income', '30', '$<br>600'), row('Loan<br>to<br>Value', '10', '$<br>400')]
  expect(read(table(row('Ratio', 'Loans', 'Balance'), ...rows)).slice(1)).toEqual([
    'Debt to Income | 30 | 600',
    'Loan to Value | 10 | 400',
  ])
})

test('an average under rows without a total is a row of them', () => {
  const rows = [row('Loans:', '30'), row('Balance:', '600'), row('Average Balance:', '20')]
  expect(read(table(row('The Pool', 'All'), ...rows)).slice(1)).toEqual([
    'Loans: | 30',
    'Balance: | 600',
    'Average Balance: | 20',
  ])
})

describe('a row of words right under the header', () => {
  const grouped = (first: string, second: string, cell = (words: string) => row(words)) => [
    cell(first),
    row('purchase', '30', '600'),
    row('refinance', '10', '400'),
    cell(second),
    row('purchase', '3', '60'),
    row('refinance', '1', '40'),
    row('Total', '44', '1,100'),
  ]
  const across = (words: string) => `<tr><td colspan="3">${words}</td></tr>`
  const blank = (words: string) => row(words, '', '')

  test.each([
    ['in a cell of its own', grouped('First Mortgages', 'Second Mortgages')],
    ['in a cell over all columns', grouped('First Mortgages', 'Second Mortgages', across)],
    ['beside blank cells', grouped('First Mortgages', 'Second Mortgages', blank)],
  ])('heads a group as others like it do, %s', (_, rows) => {
    expect(read(table(head, ...rows)).slice(0, 6)).toEqual([
      ': Purpose | Loans | Balance',
      'First Mortgages > purchase | 30 | 600',
      'First Mortgages > refinance | 10 | 400',
      'Second Mortgages > purchase | 3 | 60',
      'Second Mortgages > refinance | 1 | 40',
      expect.stringContaining('Total | 44 | 1,100'),
    ])
  })

  const [purchase = '', refinance = '', total = ''] = purposes
  test.each([
    [
      'where the words above want more',
      row('Purposes of', 'Loans', 'Balance'),
      grouped('Mortgages', 'Mortgages', blank),
      'Purposes of Mortgages',
    ],
    ['where no other stands between the rows', head, [blank('Mortgages'), ...purposes], 'Purpose Mortgages'],
    [
      'where the other heads no rows',
      head,
      [blank('Mortgages'), purchase, refinance, blank('Construction'), total],
      'Purpose Mortgages',
    ],
  ])('goes on with the header %s', (_, header, rows, stub) => {
    expect(read(table(header, ...rows))[0]).toBe(`: ${stub} | Loans | Balance`)
  })
})

test.each<[string, string[], string[]]>([
  [
    'of which the second is over one row',
    [
      '<tr><td colspan="3">First Mortgages</td></tr>',
      row('Purchase', '30', '600'),
      row('Refinance', '10', '400'),
      '<tr><td colspan="3">Second Mortgages</td></tr>',
      row('Purchase', '5', '60'),
    ],
    [
      'First Mortgages > Purchase | 30 | 600',
      'First Mortgages > Refinance | 10 | 400',
      'Second Mortgages > Purchase | 5 | 60',
    ],
  ],
  [
    'under others',
    [
      row('First Lien', '', ''),
      row('Owner', '', ''),
      row('Purchase', '30', '600'),
      row('Refinance', '10', '400'),
      row('Investor', '', ''),
      row('Purchase', '5', '60'),
      row('Second Lien', '', ''),
      row('Owner', '', ''),
      row('Purchase', '3', '40'),
    ],
    [
      'First Lien: Owner > Purchase | 30 | 600',
      'First Lien: Owner > Refinance | 10 | 400',
      'First Lien: Investor > Purchase | 5 | 60',
      'Second Lien: Owner > Purchase | 3 | 40',
    ],
  ],
  [
    'over a label on two rows',
    [
      row('<b>Attached</b>', '', ''),
      row('Condominium of', '', ''),
      row('five stories', '30', '600'),
      row('Townhouse', '10', '400'),
      row('<b>Detached</b>', '', ''),
      row('Cottage', '5', '60'),
    ],
    [
      'Attached > Condominium of five stories | 30 | 600',
      'Attached > Townhouse | 10 | 400',
      'Detached > Cottage | 5 | 60',
    ],
  ],
  [
    'that go on from the page before',
    [
      '<tr><td colspan="3">Detached (continued)</td></tr>',
      row('Cottage', '30', '600'),
      row('Bungalow', '15', '460'),
    ],
    ['Detached > Cottage | 30 | 600', 'Detached > Bungalow | 15 | 460'],
  ],
])('headings %s', (_, rows, drawnRows) => {
  expect(read(table(head, ...rows, row('Total', '45', '1,060'))).slice(1, -1)).toEqual(drawnRows)
})

test('a cell left of the labels heads the rows that leave it blank', () => {
  const rows = [
    row('First Lien', 'Purchase', '30', '600'),
    row('', 'Refinance', '10', '400'),
    row('Second Lien', 'Purchase', '5', '60'),
    row('Total', '', '45', '1,060'),
  ]
  expect(read(table(row('Lien', 'Purpose', 'Loans', 'Balance'), ...rows)).slice(1)).toEqual([
    'First Lien > Purchase | 30 | 600',
    'First Lien > Refinance | 10 | 400',
    'Second Lien > Purchase | 5 | 60',
    'Total | 45 | 1,060',
  ])
})

test.each([
  ['Planned unit', 'development', 'Planned unit development'],
  ['Stated Income/', 'Stated Assets', 'Stated Income/Stated Assets'],
])('words in the row below end the label that wants them: %s / %s', (start, rest, label) => {
  const rows = [row('Full', '30', '600'), row(start, '10', '400'), row(rest, '', ''), row('None', '5', '60')]
  expect(read(table(head, ...rows, row('Total', '45', '1,060'))).slice(2, 4)).toEqual([
    `${label} | 10 | 400`,
    'None | 5 | 60',
  ])
})

test('a total that names its group does not end the table', () => {
  const group = (words: string) => [
    `<tr><td colspan="3">${words}</td></tr>`,
    row('Full', '30', '600'),
    row('Stated', '10', '400'),
    row(`Total ${words} Loans`, '40', '1,000'),
  ]
  const rows = [...group('Purchase'), ...group('Refinance'), row('Total', '80', '2,000')]
  expect(read(table(head, ...rows)).map(drawn => drawn.split(' | ')[0])).toEqual([
    ': Purpose',
    'Purchase > Full',
    'Purchase > Stated',
    'Total Purchase Loans',
    'Refinance > Full',
    'Refinance > Stated',
    'Total Refinance Loans',
    'Total',
  ])
})
