import { expect, test } from 'vitest'
import { joinParts } from './join-parts.ts'
import { findTextGrids } from './text/find-text-grids.ts'

function readParts(...parts: string[]) {
  const lines = parts.join('\n<PAGE>\n').split('\n')
  return [...joinParts(findTextGrids(lines, 1, lines.length))].map(grid =>
    grid.rows.map(({ label, cells }) => [label, ...cells].map(cell => cell?.text ?? '').join(' | ')),
  )
}

const first = `Terms

Months         Loans     Balance
360               12    1,200.00
180                5      800.00`

test('joins rows below a repeated header whose title says that it goes on', () => {
  const second = `Terms (continued)

Months         Loans     Balance
120                3      300.00
Total             20    2,300.00`
  expect(readParts(first, second)).toEqual([
    ['360 | 12 | 1,200.00', '180 | 5 | 800.00', '120 | 3 | 300.00', 'Total | 20 | 2,300.00'],
  ])
})

test('joins rows that go on without a header in the same columns', () => {
  const second = `120                3      300.00
Total             20    2,300.00`
  expect(readParts(first, second)).toHaveLength(1)
})

test('joins rows below a line that runs over every page', () => {
  const foot = `
These figures are given by the seller alone, and not by
the trust or anyone who acts for it. They are early ones
and will be followed by those of the final prospectus.`
  const head = 'ALDER LOANS            Term Sheet'
  const rows = `120                3      300.00
Total             20    2,300.00`
  expect(readParts(`${head}\n\n${first}\n${foot}`, `${head}\n\n${rows}`)).toHaveLength(1)
  expect(readParts(`${first}\n${foot}`, `${head}\n\n${rows}`)).toHaveLength(2)
})

test('joins columns that go on in a second half with the same rows', () => {
  const second = `Terms (cont'd)

Months          Rate        FICO
360            6.100         700
180            5.900         710`
  expect(readParts(first, second)).toEqual([
    ['360 | 12 | 1,200.00 | 6.100 | 700', '180 | 5 | 800.00 | 5.900 | 710'],
  ])
})

test('leaves tables apart that have a total, another title or other columns', () => {
  const total = `${first}\nTotal             17    2,000.00`
  expect(readParts(total, total)).toHaveLength(2)
  expect(readParts(first, first.replace('Terms', 'Ages'))).toHaveLength(2)
  expect(readParts(first, 'Terms (continued)\n\nMonths   Loans\n120         3\n60          4')).toHaveLength(
    2,
  )
})

test('leaves tables of two loan groups apart, though title and rows are the same', () => {
  const group = (name: string) => `Terms

Months         Loans   Percent of ${name}
360               12         70.59
180                5         29.41`
  expect(readParts(group('Group 1'), group('Group 2'))).toHaveLength(2)
})

test('joins a column whose figures are those of another, under a header of its own', () => {
  const half = (header: string) => `Terms

Months         ${header}
360               10.00
180               15.29`
  expect(readParts(half('Primary'), half('Single'))).toEqual([['360 | 10.00 | 10.00', '180 | 15.29 | 15.29']])
})

test('leaves out columns that the second half prints again', () => {
  const second = `Terms (continued)

Months         Loans        Rate
360               12       6.100
180                5       5.900`
  expect(readParts(first, second)).toEqual([['360 | 12 | 1,200.00 | 6.100', '180 | 5 | 800.00 | 5.900']])
})
