import { describe, expect, test } from 'vitest'
import type { Grid } from '../grid.ts'
import { gridSettings } from '../settings.ts'
import { findHtmlGrids } from './find-html-grids.ts'
import { parseHtml } from './parse-html.ts'

function read(markup: string): Grid[] {
  const lines = markup.split('\n')
  return findHtmlGrids(lines, 1, lines.length)
}

const draw = ({ rows }: Grid) =>
  rows.map(({ label, cells }) => [label, ...cells].map(cell => cell?.text ?? '').join(' | '))
const row = (...cells: string[]) => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('\n')}</tr>`
const table = (...rows: string[]) => `<table>\n${rows.join('\n')}\n</table>`

describe('a table of HTML', () => {
  const plain = table(
    row('Purpose', 'Loans', 'Balance'),
    row('Purchase', '30', '$6,000.00'),
    row('Refinance', '10', '$4,000.00'),
  )

  test('becomes the grid that the same table in text becomes', () => {
    const [grid] = read(`<p>Loan Purpose</p>\n${plain}`)
    expect(grid?.title.map(({ text }) => text)).toEqual(['Loan Purpose'])
    expect([grid?.stub?.text, ...(grid?.columns ?? []).map(({ header }) => header)]).toEqual([
      'Purpose',
      'Loans',
      'Balance',
    ])
    expect(grid && draw(grid)).toEqual(['Purchase | 30 | 6,000.00', 'Refinance | 10 | 4,000.00'])
  })

  test('has its figures at their place in the markup', () => {
    const cell = read(plain)[0]?.rows[0]?.cells[1]
    expect(cell).toEqual({ text: '6,000.00', at: { line: 7, start: 6, end: 14 } })
  })

  test('takes $, % and ) in cells of their own to the figure beside them', () => {
    const [grid] = read(
      table(
        row('Type', '', 'Balance', '', '%', ''),
        row('A', '$', '(5.00', ')', '60.0', '%'),
        row('B', '$', '9.00', '', '40.0', '%'),
      ),
    )
    expect(grid && draw(grid)).toEqual(['A | (5.00) | 60.0', 'B | 9.00 | 40.0'])
    expect(grid?.columns.map(({ money, percent }) => [money, percent])).toEqual([
      [true, false],
      [false, true],
    ])
  })

  test('has bounds in two columns under From and To', () => {
    const [grid] = read(
      table(
        row('From', 'To', 'Loans', 'Balance'),
        row('$', '0', '$', '100', '4', '9.00'),
        row('$', '101', '$', '200', '3', '7.00'),
        row('Total', '', '7', '16.00'),
      ),
    )
    expect(grid?.rows.map(({ label }) => label?.text)).toEqual(['$0 - $100', '$101 - $200', 'Total'])
  })

  test('goes on with another after a subtotal that comes to the same, under the same header', () => {
    const section = (...labels: [string, string, string]) => [
      row(labels[0], '', ''),
      row(labels[1], '4', '9.00'),
      row(labels[2], '3', '7.00'),
      row('Subtotal', '7', '16.00'),
    ]
    const grids = read(
      table(
        row('Purpose', 'Loans', 'Balance'),
        ...section('Purpose', 'Buy', 'Refinance').slice(1),
        ...section('Lien', 'First', 'Second'),
      ),
    )
    expect(grids.map(({ stub, columns }) => [stub?.text, ...columns.map(({ header }) => header)])).toEqual([
      ['Purpose', 'Loans', 'Balance'],
      ['Lien', 'Loans', 'Balance'],
    ])
  })

  test('has groups in cells that span the rows left of the labels', () => {
    const [grid] = read(
      table(
        row('Lien', 'Type', 'Loans', 'Balance'),
        '<tr><td rowspan=2>First</td><td>Fixed</td><td>4</td><td>9.00</td></tr>',
        row('ARM', '3', '7.00'),
        row('Second', 'Fixed', '1', '2.00'),
      ),
    )
    expect(grid && draw(grid)).toEqual(['Fixed | 4 | 9.00', 'ARM | 3 | 7.00', 'Fixed | 1 | 2.00'])
    expect(grid?.rows.map(({ group }) => group)).toEqual(['First', 'First', 'Second'])
  })

  test('may lack closing tags', () => {
    const [grid] = read(
      '<table><tr><td>T<td>Loans<td>Balance<tr><td>A<td>1<td>2.00<tr><td>B<td>3<td>4.00</table>',
    )
    expect(grid && draw(grid)).toEqual(['A | 1 | 2.00', 'B | 3 | 4.00'])
  })

  test('decodes entities, the code points of Windows among them', () => {
    const [grid] = read(
      table(
        row('T', 'Loans', 'Balance'),
        row('500&#150;559', '1', '2.00'),
        row('Smith &amp; Co', '3', '4.00'),
      ),
    )
    expect(grid && draw(grid)).toEqual(['500–559 | 1 | 2.00', 'Smith & Co | 3 | 4.00'])
  })

  test('inside a layout table is read, and the layout table is not', () => {
    expect(read(`<table><tr><td>Pool</td><td>${plain}</td></tr></table>`)).toHaveLength(1)
  })

  test('takes its caption for its title', () => {
    const [grid] = read(`<p>Page 4</p>${plain.replace('<table>', '<table><caption>Loan Purpose</caption>')}`)
    expect(grid?.title.map(({ text }) => text)).toEqual(['Loan Purpose'])
    expect(grid?.stub?.text).toBe('Purpose')
  })

  test('has words over several columns in their headers, never as its title', () => {
    const over = '<tr><td></td><td></td><td colspan=2>Weighted Average</td></tr>'
    const [grid] = read(
      `<p>Occupancy</p><table>${over}${row('T', 'Loans', 'Rate', 'FICO')}${row('A', '1', '5.1', '700')}${row('B', '2', '5.2', '710')}</table>`,
    )
    expect(grid?.title.map(({ text }) => text)).toEqual(['Occupancy'])
    expect(grid?.columns.map(({ header }) => header)).toEqual([
      'Loans',
      'Weighted Average Rate',
      'Weighted Average FICO',
    ])
  })

  test('keeps signs and marks of figures that are labels', () => {
    const [grid] = read(
      table(
        row('Rate', 'Loans', 'Balance'),
        row('5.125%<SUP>(2)</SUP>', '1', '2.00'),
        row('$600', '3', '4.00'),
      ),
    )
    expect(grid?.rows.map(({ label }) => label?.text)).toEqual(['5.125%(2)', '$600'])
  })

  test('without figures is none', () => {
    expect(read(table(row('(State)', '(File Number)'), row('Delaware', 'none')))).toEqual([])
  })
})

test('reads notes below a table, up to the first words that are none', () => {
  const rows = table(row('T', 'Loans', 'Balance'), row('A', '1', '2.00'), row('B', '3', '4.00'))
  const [grid] = read(`${rows}<p>(1) At origination.</p><p>(2) Rounded.</p><p>The end.</p><p>(3) No.</p>`)
  expect(grid?.notes.map(({ mark, text }) => [mark, text])).toEqual([
    ['1', 'At origination.'],
    ['2', 'Rounded.'],
  ])
})

describe('averages and extremes under a total are its tail', () => {
  const rows = [
    row('T', 'Loans', 'Balance'),
    row('A', '1', '2.00'),
    row('B', '3', '4.00'),
    row('Total', '4', '6.00'),
  ]
  const tailOf = (markup: string) => read(markup).map(({ tail }) => tail.map(({ text }) => text))
  const tail = ['Minimum: 5.750', 'Maximum: 10.500']

  test.each([
    ['in rows of the table', table(...rows, row('Minimum:', '5.750'), row('Maximum:', '10.500'))],
    [
      'in one cell of the table',
      table(...rows, '<tr><td colspan=3>Minimum: 5.750<br>Maximum: 10.500</td></tr>'),
    ],
    ['in paragraphs below it', `${table(...rows)}<p>Minimum: 5.750</p><p>Maximum: 10.500</p>`],
    [
      'in a table of their own',
      `${table(...rows)}${table(row('Minimum:', '5.750'), row('Maximum:', '10.500'))}`,
    ],
  ])('%s', (_, markup) => {
    expect(tailOf(`${markup}<p>(1) At origination.</p>`)).toEqual([tail])
    expect(read(`${markup}<p>(1) At origination.</p>`)[0]?.notes).toHaveLength(1)
  })

  test('and never the title of the next table', () => {
    const grids = read(`${table(...rows)}<p>Minimum: 5.750</p>${table(...rows)}`)
    expect(grids.map(({ title }) => title)).toEqual([[], []])
  })

  test('but a title that begins so is one', () => {
    expect(read(`<p>Maximum Mortgage Rates(1)</p>${table(...rows)}`)[0]?.title[0]?.text).toBe(
      'Maximum Mortgage Rates(1)',
    )
  })
})

describe('a table that a page break cuts', () => {
  const head = row('T', 'Loans', 'Balance')
  const above = `<p>Occupancy</p>${table(head, row('A', '1', '2.00'), row('B', '3', '4.00'))}`

  test('goes on without a header, over a page number and a rule', () => {
    const grids = read(`${above}<p>4</p><hr>${table(row('C', '11', '12.00'), row('Total', '15', '18.00'))}`)
    expect(grids.map(draw)).toEqual([
      ['A | 1 | 2.00', 'B | 3 | 4.00', 'C | 11 | 12.00', 'Total | 15 | 18.00'],
    ])
  })

  test('does not go on under words', () => {
    expect(
      read(`${above}<p>Purpose</p>${table(row('C', '11', '12.00'), row('Total', '15', '18.00'))}`),
    ).toHaveLength(2)
  })
})

test.each([
  '<SUP>1</SUP>',
  '<FONT STYLE="font-size: 7pt; vertical-align: super">1</FONT>',
  '<span style="font-size:6.5pt;line-height:100%;vertical-align:top">1</span>',
  '<SPAN STYLE="position: relative; top: -4pt"><SPAN>1</SPAN></SPAN>',
])('a number that is raised behind a figure is a mark: %s', raised => {
  const plain = '<FONT STYLE="font-size: 10pt; color: black">2</FONT>'
  const [grid] = read(
    table(
      row('T', 'Loans', 'Rate'),
      row('A', `472${raised}`, `6.250${raised}`),
      row('B', plain, `6.2${plain}`),
    ),
  )
  expect(grid?.rows.map(({ cells }) => cells.map(cell => cell?.text.replace(/\(1\)$/, '')))).toEqual([
    ['472', '6.250'],
    ['2', '6.22'],
  ])
})

test('a style that sets a whole cell to its top raises nothing', () => {
  const set = (text: string) => `<span style="vertical-align:top">${text}</span>`
  const [grid] = read(
    table(row('T', 'Loans', 'Rate'), row('A', set('40'), set('6.250')), row('B', set('7'), '6.2')),
  )
  expect(grid?.rows.map(({ cells }) => cells.map(cell => cell?.text))).toEqual([
    ['40', '6.250'],
    ['7', '6.2'],
  ])
})

test('points at the figure itself, past the marks of a tag and across references', () => {
  const markup = table(
    row('T', 'Loans', 'Balance'),
    row('A', '<FONT>$</FONT><FONT SIZE=2>2</FONT>', '1&#44;000.00<SUP>1</SUP>'),
    row('B', '3', '(4.00&nbsp;)'),
  )
  const [grid] = read(markup)
  const lines = markup.split('\n')
  const printed = grid?.rows.map(({ cells }) =>
    cells.map(cell => [
      cell?.text,
      lines[(cell?.at.line ?? 0) - 1]?.slice((cell?.at.start ?? 0) - 1, (cell?.at.end ?? 0) - 1),
    ]),
  )
  expect(printed).toEqual([
    [
      ['2', '2'],
      ['1,000.00', '1&#44;000.00'],
    ],
    [
      ['3', '3'],
      ['(4.00)', '(4.00&nbsp;)'],
    ],
  ])
})

test('keeps a row whose figures have signs and marks in cells of their own', () => {
  const [grid] = read(
    table(
      row('T', 'Loans', '', 'Balance', ''),
      row('A', '1', '$(', '2.00', ')'),
      row('B', '3', '', '4.00', '(1)'),
    ),
  )
  expect(grid && draw(grid)).toEqual(['A | 1 | (2.00)', 'B | 3 | 4.00'])
})

test('reads a preformatted stretch as text', () => {
  const [grid] = read(
    '<body><pre>\nTerms\n\nMonths   Loans    Balance\n360         12   1,200.00\n180          5     800.00\n</pre></body>',
  )
  expect(grid && draw(grid)).toEqual(['360 | 12 | 1,200.00', '180 | 5 | 800.00'])
})

test('spans make a rectangle', () => {
  const markup =
    '<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr></table>'
  const [first] = parseHtml(markup).tables
  expect(first?.rows.map(cells => cells.map(({ text, left, right }) => `${text} ${left}-${right}`))).toEqual([
    ['a 0-1', 'b 1-3'],
    ['c 1-2', 'd 2-3'],
  ])
})

test('reads a preformatted stretch that is never closed', () => {
  expect(
    read(
      '<body><pre>\nTerms\n\nMonths   Loans    Balance\n360         12   1,200.00\n180          5     800.00\n',
    ),
  ).toHaveLength(1)
})

test('reads a table whose rows stand in a preformatted stretch', () => {
  const rows = table(row('T', 'Loans', 'Balance'), row('A', '1', '2.00'), row('B', '3', '4.00'))
  expect(read(`<pre>Occupancy ${rows}`)).toHaveLength(1)
})

test('reads no text of scripts and styles', () => {
  expect(
    parseHtml('<style>p { color: red }</style><script>alert(1)</script><p>Pool</p>').blocks.map(
      ({ text }) => text,
    ),
  ).toEqual(['Pool'])
})

test('a row with cells left out gives no figure to a column, for nothing tells which', () => {
  const row = (...cells: string[]) => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`
  const [grid] = read(
    `<table>${row('Year', 'Loans', 'Balance', 'Rate')}${row('2001', '12', '1,204.00', '5.125')}${row(
      '2002',
      '6.250',
    )}${row('2003', '', '30.00', '')}${row('Total', '42', '1,234.00')}</table>`,
  )
  expect(grid && draw(grid)).toEqual([
    '2001 | 12 | 1,204.00 | 5.125',
    '2002 |  |  | ',
    '2003 |  | 30.00 | ',
    'Total | 42 | 1,234.00 | ',
  ])
  expect(grid?.rows.map(({ astray }) => astray?.map(({ text }) => text))).toEqual([
    undefined,
    ['6.250'],
    undefined,
    undefined,
  ])
})

test('a header with a cell left out heads no column for certain', () => {
  const [grid] = read(
    '<table><tr><td>Balance<td>Loans<td>Rate<tr><td>Full<td>1,204.00<td>12<td>5.125<tr><td>Reduced<td>30.00<td>2<td>6.250</table>',
  )
  expect(grid?.columns.map(({ header, inDoubt }) => [header, inDoubt])).toEqual([
    ['Balance', true],
    ['Loans', true],
    ['Rate', true],
  ])
})

test('a header over the cell of a sign alone heads the figures behind it', () => {
  const [grid] = read(
    '<table><tr><td>Type<td>Loans<td>Balance<tr><td>Full<td>12<td>$<td>1,204.00<tr><td>Reduced<td>2<td><td>30.00</table>',
  )
  expect(grid?.stub?.text).toBe('Type')
  expect(grid?.columns.map(({ header, inDoubt }) => [header, inDoubt])).toEqual([
    ['Loans', undefined],
    ['Balance', undefined],
  ])
})

test('a parenthesis in a cell of its own makes a figure negative only where another closes it', () => {
  const cells = (...own: string[]) => `<tr>${own.map(cell => `<td>${cell}</td>`).join('')}</tr>`
  const [grid] = read(
    `<table>${cells('Type', '', 'Balance', '')}${cells('Full', '(', '838.00', ')')}${cells('Reduced', '(', '12.00', '')}</table>`,
  )
  expect(grid && draw(grid)).toEqual(['Full | (838.00)', 'Reduced | 12.00'])
})

describe('a table wider than any printed', () => {
  const cells = (word: string, count: number) => Array.from({ length: count }, () => word)
  const wide = (count: number) =>
    table(
      row('Rate', ...cells('Loans', count)),
      row('A', ...cells('1', count)),
      row('B', ...cells('2', count)),
    )

  test('is read in its first columns, and says where the others begin', () => {
    const [grid] = read(wide(7400))
    const { mostColumns } = gridSettings
    expect(grid?.columns).toHaveLength(mostColumns)
    expect(grid?.rows.map(one => one.cells.filter(cell => cell !== null).length)).toEqual([
      mostColumns,
      mostColumns,
    ])
    expect(grid?.issues).toMatchObject([{ code: 'columns-are-not-read', at: { line: 2 + mostColumns + 1 } }])
  })

  test('says so too where words and figures mix in its rows', () => {
    const mixed = row('Class', '1.50', ...cells('A', 400))
    const [grid] = read(table(mixed, mixed, mixed))
    expect([grid?.isPlain, grid?.columns.length, grid?.issues?.[0]?.code]).toEqual([
      true,
      gridSettings.mostColumns,
      'columns-are-not-read',
    ])
  })

  test('has words over all of its columns once in each, up to as many as a header has', () => {
    const spanned = table(
      ...cells(`<tr><td>Rate<td colspan=200>${'Loans '.repeat(20)}</tr>`, 50),
      row('A', ...cells('1', 200)),
      row('B', ...cells('2', 200)),
    )
    const [grid] = read(spanned)
    expect(grid?.columns).toHaveLength(200)
    for (const { header } of grid?.columns ?? [])
      expect(header.length).toBeLessThan(gridSettings.longestHeader * 2)
  })
})
