import { expect, test } from 'vitest'
import { draw, read, row, table } from '../../testing/html-grids.ts'

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

test.each([
  [['1,000.00 USD', '40.00%']],
  [['1,000.00 $', '40.00%']],
  [['1,000.00 U.S. dollars', '40.00%']],
  [['1,000.00', 'USD', '40.00%']],
  [['1,000.00', 'USD', '40.00', '%']],
  [['USD', '1,000.00', '40.00%']],
  [['USD 1,000.00', '40.00%']],
])('dollars named beside an amount are its own, and no share is of dollars: %j', cells => {
  const header = row('T', 'Balance', ...cells.slice(2).map(() => ''), 'Share')
  const [grid] = read(table(header, row('A', ...cells), row('B', ...cells)))
  const printed = grid?.columns.map(({ money, percent }, order) => {
    return { money, percent, text: grid.rows[0]?.cells[order]?.text }
  })
  expect(printed).toEqual([
    { money: true, percent: false, text: '1,000.00' },
    { money: false, percent: true, text: '40.00' },
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
