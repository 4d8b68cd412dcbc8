import { describe, expect, test } from 'vitest'
import { draw, read, row, table } from '../../testing/html-grids.ts'
import { gridSettings } from '../settings.ts'
import { parseHtml } from './parse-html.ts'

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
