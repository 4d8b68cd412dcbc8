import { expect, test } from 'vitest'
import type { Grid } from './grid.ts'
import { findHtmlGrids } from './html/find-html-grids.ts'
import { findTextGrids } from './text/find-text-grids.ts'

/** The tables of a text or of HTML, each its title, the header over its labels and their group, and its labels. */
function draw(text: string): string[] {
  const lines = text.split('\n')
  const find = text.startsWith('<') ? findHtmlGrids : findTextGrids
  return [...find(lines, 1, lines.length)].map(({ title, stub, rows }: Grid) => {
    const over = [...title, stub]
      .map(line => line?.text)
      .concat(rows[0]?.group ?? '')
      .filter(Boolean)
      .join(' / ')
    return `${over}: ${rows.map(({ label }) => label?.text ?? '').join(', ')}`
  })
}

type Line = readonly string[]
const sums: Line = ['', '40', '4,000,000.00']
const head: Line = ['', 'Loans', 'Balance']
const scores = (total: Line, indent = ''): Line[] => [
  [`${indent}600 - 699`, '10', '1,500,000.00'],
  [`${indent}700 - 799`, '30', '2,500,000.00'],
  total,
]
const liens = (total: Line, indent = ''): Line[] => [
  [`${indent}First`, '15', '1,000,000.00'],
  [`${indent}Second`, '25', '3,000,000.00'],
  total,
]

const cellsOf = ([label = '', ...figures]: Line) =>
  `${label.padEnd(30)}${figures.map(figure => figure.padStart(16)).join('')}`.trimEnd()
const inText = (...blocks: Line[][]) =>
  [
    'Pool Summary',
    '',
    cellsOf(head),
    '-'.repeat(62),
    blocks.map(rows => rows.map(cellsOf).join('\n')).join('\n\n'),
  ].join('\n')
const inHtml = (...blocks: Line[][]) =>
  `<p>Pool Summary</p><table>${[head, ...blocks.flat()]
    .map(line => `<tr>${[0, 1, 2].map(at => `<td>${line[at]?.trim() ?? ''}</td>`).join('')}</tr>`)
    .join('\n')}</table>`

test('rows that are no deeper than words under the rule have those as title, as the next rows have', () => {
  const total = ['Total', ...sums.slice(1)]
  const both = [
    [['Scores'], ...scores(total)],
    [['Liens'], ...liens(total)],
  ]
  const read = ['Scores: 600 - 699, 700 - 799, Total', 'Liens: First, Second, Total']
  expect(draw(inText(...both))).toEqual(read)
  expect(draw(inHtml(...both)).map(line => line.replace('Pool Summary / ', ''))).toEqual(read)
  // Nothing but the words below the total tells that they are no beginning of a label.
  expect(draw(inText([['Planned Unit'], ['Development', '15', '1,000,000.00'], total]))).toEqual([
    'Pool Summary: Planned Unit Development, Total',
  ])
})

test('sums without labels that are the same end tables, others end groups', () => {
  const both = (other: Line): Line[][] => [
    [['Scores:'], ...scores(sums, '  ')],
    [['Liens:'], ...liens(other, '  ')],
  ]
  const same = both(['', '40', '$4,000,000.00'])
  const read = ['Scores:: 600 - 699, 700 - 799, ', 'Liens:: First, Second, ']
  expect(draw(inText(...same))).toEqual(
    read
      .map(line => `Pool Summary / ${line}`)
      .map((line, order) => (order === 0 ? line : line.replace('Pool Summary / ', ''))),
  )
  expect(draw(inHtml(...same))).toHaveLength(2)
  expect(draw(inText(...both(['', '41', '4,100,000.00'])))).toHaveLength(1)
  expect(draw(inHtml(...both(['', '41', '4,100,000.00'])))).toHaveLength(1)
})
