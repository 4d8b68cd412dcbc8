import { expect, test } from 'vitest'
import { readFiling } from '../read-filing.ts'

const placed = (rows: readonly string[][], attribute: (top: number, left: number) => string) =>
  [
    '<html><body><p>The certificates represent interests in a pool of mortgage loans.</p>',
    ...rows.flatMap((row, down) =>
      row.map((printed, across) => `<div ${attribute(120 + 20 * down, 50 + 120 * across)}>${printed}</div>`),
    ),
    '</body></html>',
  ].join('\n')

const rows = [
  ['Credit Score', 'Number of Mortgage Loans', 'Balance', '%'],
  ['620 - 679', '600', '$60,000,000', '60.00%'],
  ['680 - 739', '400', '40,000,000', '<b>40.00</b>'],
  ['Total', '1,000', '$100,000,000', '100.00%'],
]

const codes = (source: string) => {
  const result = readFiling(Buffer.from(source), 'pool.htm')
  return 'report' in result ? result.report.issues.map(({ code }) => code) : null
}

test('tells that a table of pieces placed by coordinates is not read', () => {
  const styled = placed(rows, (top, left) => `style="position:absolute; top:${top}px; left:${left}px"`)
  expect(codes(styled)).toContain('figures-are-placed-by-coordinates')
  expect(codes(styled.replaceAll('\n', ''))).toContain('figures-are-placed-by-coordinates')
})

test('tells nothing of a few pieces, nor of those that stand in the flow of the page', () => {
  const few = placed(rows.slice(0, 2), (top, left) => `style="top:${top}px; left:${left}px"`)
  expect(codes(few)).not.toContain('figures-are-placed-by-coordinates')
  const flowing = placed(rows, top => `style="margin-top:${top}px"`)
  expect(codes(flowing)).not.toContain('figures-are-placed-by-coordinates')
})
