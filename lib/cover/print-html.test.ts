import { describe, expect, it } from 'vitest'
import type { DecodedFile } from '../filing/decode-filing.ts'
import { printHtml } from './print-html.ts'
import { cellsOf, placeOnLine, type TextLine } from './text-lines.ts'

function print(html: string): { file: DecodedFile; lines: TextLine[] } {
  const text = `<html><body>\n${html}</body></html>`
  const file: DecodedFile = { text, lines: text.split('\n'), encoding: 'utf-8' }
  const lines = printHtml(file, { first: 1, last: file.lines.length }, 100_000)
  return { file, lines: lines.filter(({ isBoundary }) => !isBoundary) }
}

describe('HTML as printed lines', () => {
  it.each([
    ['a paragraph over lines of the file', '<p>Cobble Hill\n   Loan Trust</p>', ['Cobble Hill Loan Trust']],
    ['lines parted by br', '<p>One<br>Two<br><br>Three</p>', ['One', 'Two', '', 'Three']],
    ['a row with each cell on its own line', '<tr>\n<td>By:</td>\n<td>/s/ A</td>\n</tr>', ['By:   /s/ A']],
    [
      'cells of two lines beside each other',
      '<tr><td>A<br>B</td><td><p>C</p><p>D</p></td></tr>',
      ['A   C', 'B   D'],
    ],
    ['rows without closing tags', '<table><tr><td>A<td>B<tr><td>C<td>D</table>', ['A   B', 'C   D']],
    ['a table in a cell', '<table><tr><td><table><tr><td>A</td></tr></table></td></tr></table>', ['A']],
    ['preformatted text', '<pre>A   B\n  C</pre>', ['A   B', '  C']],
    ['no-break spaces', '<p>By:&nbsp;&nbsp;&#160;X</p>', ['By:   X']],
    ['a page break in a style', '<p>A</p><p style="page-break-before:always">B</p>', ['A', '<PAGE>', 'B']],
    ['what is hidden', '<ix:header><b>X</b></ix:header><style>p {}</style><p>A &lt; B</p>', ['A < B']],
    ['brackets that are no tags', '<p>A < B & C</p>', ['A < B & C']],
  ])('%s', (_, html, printed) => {
    expect(print(html).lines.map(({ text }) => text.trimEnd())).toEqual(printed)
  })

  it('places cells across the page by their columns, spans counted', () => {
    const { lines } = print(
      '<table><tr><td colspan="2">A</td><td>B</td><td>C</td></tr><tr><td>D</td><td></td><td>E</td></tr></table>',
    )
    expect(lines.map(line => cellsOf(line).map(({ text, left, right }) => [text, left, right]))).toEqual([
      [
        ['A', 0, 500],
        ['B', 500, 750],
        ['C', 750, 1000],
      ],
      [
        ['D', 0, 250],
        ['E', 500, 750],
      ],
    ])
  })

  it('knows the place of every piece, over lines too', () => {
    const { lines, file } = print('<p>A &amp; B\nof <b>Quillan</b></p>')
    const line = lines.find(({ text }) => text.startsWith('A'))
    expect(line?.text).toBe('A & B of Quillan')
    const at = line === undefined ? null : placeOnLine(line, 2, 16)
    expect(at).toEqual({ line: 2, start: 6, end: 14, lastLine: 3 })
    expect(file.lines[2]?.slice(0, 13)).toBe('of <b>Quillan')
  })
})
