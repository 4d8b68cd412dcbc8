import { describe, expect, test } from 'vitest'
import { drawHtml } from './draw-html.ts'
import type { DrawnTable } from './drawn.ts'

/** Draw the markup from its first to its last character, or from a line and column on. */
function draw(markup: string, from = { line: 1, start: 1 }) {
  const lines = markup.split('\n')
  const end = (lines[lines.length - 1]?.length ?? 0) + 1
  return drawHtml(lines, { ...from, lastLine: lines.length, end })
}

function tableOf(markup: string): DrawnTable {
  const table = draw(markup).find(part => part.kind === 'table')
  if (table?.kind !== 'table') throw new Error('no table is drawn')
  return table
}

/** A cell as `text@column`, with its spans where they are more than one. */
const sketch = ({ rows }: DrawnTable) =>
  rows.map(cells =>
    cells.map(
      ({ text, column, colspan, rowspan }) =>
        `${text}@${column}${colspan > 1 ? ` wide ${colspan}` : ''}${rowspan > 1 ? ` high ${rowspan}` : ''}`,
    ),
  )

describe('a drawn table', () => {
  test('has the printed text and the spans of its cells, none of its markup', () => {
    const table = tableOf(
      '<table><tr><th rowspan=2 bgcolor=red>Rate<th colspan=2><script>x()</script><b>Loans</b><tr><td>No.<td>&lt;b&gt;<tr><td>5.5%<td>12<td>3.0</table>',
    )
    expect(sketch(table)).toEqual([
      ['Rate@0 high 2', 'Loans@1 wide 2'],
      ['No.@1', '<b>@2'],
      ['5.5%@0', '12@1', '3.0@2'],
    ])
    expect(table.head).toBe(2)
  })

  test('leaves out columns that only space things out, and keeps cells over each other', () => {
    const table = tableOf(
      '<table><tr><td>Type<td>&nbsp;<td colspan=3>Balance<tr><td>A<td><td>$<td><td>6.00<tr><td><td><td><td><td>9.00</table>',
    )
    expect(table.columns).toBe(3)
    expect(sketch(table)).toEqual([
      ['Type@0', 'Balance@1 wide 2'],
      ['A@0', '$@1', '6.00@2'],
      ['@0 wide 2', '9.00@2'],
    ])
  })

  test('leaves out rows that only draw a rule, spans past them shortened', () =>
    expect(
      sketch(tableOf('<table><tr><td rowspan=3>A<td>1<tr><td colspan=2><hr><tr><td>2<tr><td>B<td>3</table>')),
    ).toEqual([['A@0 high 2', '1@1'], ['2@1'], ['B@0', '3@1']]))

  test('keeps a caption over all its columns', () =>
    expect(sketch(tableOf('<table><caption>Rates</caption><tr><td>A<td>1</table>'))[0]).toEqual([
      'Rates@0 wide 2',
    ]))

  test('ends spans with its last row', () =>
    expect(sketch(tableOf('<table><tr><td rowspan=9>A<td>1<tr><td>2</table>'))).toEqual([
      ['A@0 high 2', '1@1'],
      ['2@1'],
    ]))

  test('has no header where a cell of the header reaches into the rows', () =>
    expect(tableOf('<table><tr><td rowspan=2>A<td>No.<tr><td>1</table>').head).toBe(0))
})

describe('a drawn stretch of HTML', () => {
  test('tells where each text stands in the file', () => {
    const table = tableOf('x\n<table><tr>\n<td>A</td><td align=right>\n  6,000.00</td></tr></table>')
    expect(table.rows[0]?.map(({ at }) => at)).toEqual([
      { line: 3, start: 5, end: 6 },
      { line: 4, start: 3, end: 11 },
    ])
  })

  test('begins and ends at its place, whatever is open around it', () => {
    const inner = '<table><tr><td>A<td>1</table>'
    const lines = [`<p>Before<table><tr><td>Pool${inner}`, '<td>After</table>']
    const start = (lines[0]?.indexOf(inner) ?? 0) + 1
    const [first, ...more] = drawHtml(lines, { line: 1, start, end: start + inner.length })
    expect(more).toEqual([])
    expect(first?.kind === 'table' && sketch(first)).toEqual([['A@0', '1@1']])
  })

  test('begins with the whole row of its first cell where it is a part of a table', () => {
    const lines = [
      '<table><tr><td>FICO<td>1',
      '<tr><td><td>',
      '<b>LTV</b><td>Loans',
      '<tr><td>80<td>90<td>2</table>',
    ]
    const [only, ...more] = drawHtml(lines, { line: 3, start: 4, lastLine: 4, end: 26 })
    expect(more).toEqual([])
    expect(only?.kind === 'table' && sketch(only)).toEqual([
      ['@0', 'LTV@1', 'Loans@2'],
      ['80@0', '90@1', '2@2'],
    ])
    expect(only?.kind === 'table' && only.rows[0]?.[1]?.at).toEqual({ line: 3, start: 4, end: 7 })
  })

  test('holds the title above its table', () => {
    expect(draw('<p><b>Loan</b> Purpose</p>\n<table><tr><td>A<td>1</table>')[0]).toEqual({
      kind: 'text',
      text: 'Loan Purpose',
      at: { line: 1, start: 7, end: 23 },
    })
  })

  test('without a table, beyond the file, or too large, shows nothing', () => {
    expect(draw('<p>A 1</p>')).toEqual([])
    expect(drawHtml(['<table><tr><td>A</table>'], { line: 7, start: 3, lastLine: 9, end: 4 })).toEqual([])
    expect(draw(`<table>${'<tr><td>1'.repeat(20_001)}</table>`)).toEqual([])
  })
})
