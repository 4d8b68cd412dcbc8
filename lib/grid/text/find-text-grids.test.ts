import { describe, expect, test } from 'vitest'
import { draw, headersOf, read, readOne, textOf } from '../../testing/text-grids.ts'
import type { Grid } from '../grid.ts'

describe('columns', () => {
  test('come from where figures stand, not from how many there are', () => {
    const grid = readOne(`Loan Types

Type        Loans     Balance    Rate    FICO
Fixed          12    1,200.00   6.100     700
ARM             5      800.00   7.000     650
Total          17    2,000.00`)
    expect(draw(grid)).toEqual([
      'Fixed | 12 | 1,200.00 | 6.100 | 700',
      'ARM | 5 | 800.00 | 7.000 | 650',
      'Total | 17 | 2,000.00 |  | ',
    ])
  })

  test('leave a figure that a dash joins to a label in the label, though half of the rows have none', () => {
    const grid = readOne(`Programs

Program                   Loans     Balance
2/28 LIB6M                   12    1,200.00
3/27 LIB6M - IO - 60          5      800.00`)
    expect(draw(grid)).toEqual(['2/28 LIB6M | 12 | 1,200.00', '3/27 LIB6M - IO - 60 | 5 | 800.00'])
  })

  test('leave the marks of labels that are figures to the labels', () => {
    const grid = readOne(`Rates

Rate          Loans     Balance
5.125%(2)        12    1,200.00
5.250%            5      800.00`)
    expect(draw(grid)).toEqual(['5.125%(2) | 12 | 1,200.00', '5.250% | 5 | 800.00'])
  })

  test('leave digits that end a name in the name', () => {
    const grid = readOne(`Programs

Program       Loans     Balance
Reduced          12    1,200.00
Reduced 2         5      800.00
Select 30         7      900.00
Total            24    2,900.00`)
    expect(draw(grid)).toEqual([
      'Reduced | 12 | 1,200.00',
      'Reduced 2 | 5 | 800.00',
      'Select 30 | 7 | 900.00',
      'Total | 24 | 2,900.00',
    ])
  })

  test('leave them there when every name ends in a digit', () => {
    const grid = readOne(`Credit Grades

Grade          Loans     Balance
Level 1           12    1,200.00
Level 2            5      800.00
Level 3            7      900.00
                  24    2,900.00`)
    expect(draw(grid)).toEqual([
      'Level 1 | 12 | 1,200.00',
      'Level 2 | 5 | 800.00',
      'Level 3 | 7 | 900.00',
      ' | 24 | 2,900.00',
    ])
  })

  test('keep exact values as labels', () => {
    const grid = readOne(`Terms

Months         Loans     Balance
360               12    1,200.00
180                5      800.00
                  17    2,000.00`)
    expect(draw(grid)).toEqual(['360 | 12 | 1,200.00', '180 | 5 | 800.00', ' | 17 | 2,000.00'])
  })
})

describe('labels', () => {
  test('are joined when their figures stand on the second line', () => {
    const grid = readOne(`Documentation

Type              Loans     Balance
Full                 12    1,200.00
Stated Income/
Stated Asset          5      800.00
Limited with
Assets                3      700.00
                     20    2,700.00`)
    expect(draw(grid).slice(1, 3)).toEqual([
      'Stated Income/Stated Asset | 5 | 800.00',
      'Limited with Assets | 3 | 700.00',
    ])
    expect(grid.rows[1]?.label?.at).toEqual({ line: 5, start: 1, lastLine: 6, end: 13 })
  })

  test('are joined when their figures stand on the first line', () => {
    const grid = readOne(`Documentation

Type              Loans     Balance
Full                 12    1,200.00
Limited                5      800.00
  with Assets
                     17    2,000.00`)
    expect(draw(grid)[1]).toBe('Limited with Assets | 5 | 800.00')
  })

  test('under a heading belong to its group', () => {
    const grid = readOne(`Programs

Type              Loans     Balance
Fixed:
  15 Year            12    1,200.00
  30 Year             5      800.00
Unknown               3      700.00`)
    expect(grid.rows.map(({ group }) => group)).toEqual(['Fixed:', 'Fixed:', null])
  })
})

describe('notes', () => {
  const source = `States(1)

State             Loans     Balance
Utah                 12    1,200.00
Other(2)              5      800.00
                     17    2,000.00


-------
(1)  As of the cut-off
     date.

(2)  Five states.

The trust will hold more.`

  test('are read with their marks, lines joined, up to the next words that are none', () => {
    expect(readOne(source).notes.map(({ mark, text }) => [mark, text])).toEqual([
      ['1', 'As of the cut-off date.'],
      ['2', 'Five states.'],
    ])
  })

  test('have a place over all their lines', () => {
    expect(readOne(source).notes[0]?.at).toEqual({ line: 10, start: 1, lastLine: 11, end: 11 })
  })
})

test('finds tables one after another, and lines after a total as its tail', () => {
  const grids = read(`Terms

Months         Loans     Balance
360               12    1,200.00
180                5      800.00
Total             17    2,000.00
Minimum: 180   Maximum: 360

States

State          Loans     Balance
Utah              12    1,200.00
Iowa               5      800.00
Total             17    2,000.00`)
  expect(grids.map(grid => grid.title.map(textOf))).toEqual([['Terms'], ['States']])
  expect(grids[0]?.tail.map(textOf)).toEqual(['Minimum: 180 Maximum: 360'])
  expect(grids[0]?.at).toEqual({ line: 1, start: 1, lastLine: 7, end: 28 })
})

test('finds no table in prose, contents or a page number', () => {
  expect(
    read(`The pool was formed as of September 1, 2002
and has 553 loans with a balance of $225,112,214.

                    2
<PAGE>
                    3`),
  ).toEqual([])
})

test('takes words under the line of <S> and <C> for the first label', () => {
  const grid = readOne(`<TABLE>
<CAPTION>
Occupancy Types

Occupancy          Loans       Balance ($)
<S>                <C>         <C>
Primary
Residence             12          1,200.00
Second Home            5            800.00
Total                 17          2,000.00
</TABLE>`)
  expect(headersOf(grid)).toEqual(['Occupancy', 'Loans', 'Balance ($)'])
  expect(draw(grid)[0]).toEqual('Primary Residence | 12 | 1,200.00')
})

test('takes a grade with a minus for no beginning of the heading below it', () => {
  const grid = readOne(`Grades

Grade         Loans     Balance ($)
Fixed Rate:
  A-             12        1,200.00
Adjustable Rate:
  B               5          800.00
Total            17        2,000.00`)
  expect(grid.rows.map(({ label, group }) => [label?.text, group])).toEqual([
    ['A-', 'Fixed Rate:'],
    ['B', 'Adjustable Rate:'],
    ['Total', null],
  ])
})

test('tells the title of another profile from the labels of one', () => {
  const [first, second] = read(`Pool

Number of Loans      2,114
Average Balance    289,499


Group 1

Number of Loans      1,114
Average Balance    189,499`)
  expect([first?.rows.length, second?.rows.length]).toEqual([2, 2])
})

describe('the end of a page in the middle of a table', () => {
  const first = `Lien Position

Lien               Loans       Balance ($)
First                 12          1,200.00
Second                 5            800.00

                  S-31
`
  const second = `
Third                  3            300.00
Total                 20          2,300.00`
  const rows = ['First | 12 | 1,200.00', 'Second | 5 | 800.00', 'Third | 3 | 300.00', 'Total | 20 | 2,300.00']

  test.each([
    ['its number alone', first + second],
    ['its number and a tag', `${first}<PAGE>${second}`],
    ['a line that runs over every page', `${first}\n        Some Mortgage Trust 2005-2\n${second}`],
  ])('is no end of the table where it shows in %s', (_, text) => {
    expect(draw(readOne(text))).toEqual(rows)
  })

  test('is the end of the table where figures do not go on under one another', () => {
    expect(read(`${first}\nThird    3   300.00\nTotal   20  2,300.00`).length).toBe(2)
  })
})

test('does not count lines below the total among the rows that tell its columns', () => {
  const grid = readOne(`Years of Origination

Year                     Balance        Percent
1997 and earlier        1,200.00          60.00
1999                      500.00          25.00
2000                      300.00          15.00
Total                   2,000.00         100.00
Minimum:            4.125%
Maximum:            9.875%
Weighted Average:   6.412%`)
  expect(draw(grid)[1]).toBe('1999 | 500.00 | 25.00')
  expect(grid.tail.length).toBe(3)
})

test('gives every header a place that ends no earlier than it begins', () => {
  const shifted = `      Lien Position
      Lien                Balance ($)  Loans % of Total Avg Bal ($)    WAC WA FICO
<= 20.00             70,336,788    289       28.7     243,380  5.611     683
20.01 - 25.00        17,862,333    122        7.3     146,413  7.197     622
      1st Lien             28,703,499    189       47.9     151,870  6.384     717
2nd Lien             31,209,551     93       52.1     335,587  7.269     712`
  for (const grid of read(shifted))
    for (const { at } of grid.columns)
      if (at.lastLine === undefined) expect(at.end).toBeGreaterThanOrEqual(at.start)
})

describe('a region wider than any table', () => {
  const rows = (columns: number) => `Rates${'    123'.repeat(columns)}`
  const table =
    'Loan Types\n\nType        Loans     Balance\nFixed          12    1,200.00\nARM             5      800.00'
  const issuesOf = (grids: Grid[]) =>
    grids.flatMap(({ issues = [] }) => issues.map(({ code, at }) => ({ code, at })))

  test.each([
    ['more columns', [rows(301), rows(301)]],
    ['more characters', [`Rates${' '.repeat(4000)}12     30`, rows(900)]],
    ['more fields between tabs', [`Rates${'\t123'.repeat(600)}`, `Rates${'\t123'.repeat(600)}`]],
  ])('is told with its place and not read: %s', (_, wide) => {
    const grids = read(`${wide.join('\n')}\n\n\n\n\n${table}`)
    expect(issuesOf(grids)).toEqual([
      { code: 'region-is-too-wide', at: expect.objectContaining({ line: 1, start: 1, lastLine: 2 }) },
    ])
    expect(grids.filter(({ rows }) => rows.length > 0).map(draw)).toEqual([
      ['Fixed | 12 | 1,200.00', 'ARM | 5 | 800.00'],
    ])
  })

  test('is read where it is just as wide as one may be', () => {
    const [grid, ...more] = read(`${rows(300)}\n${rows(300)}`)
    expect([grid?.columns.length, grid?.rows.length, more.length]).toEqual([300, 2, 0])
  })

  test('is none where a long line is a sentence', () => {
    expect(issuesOf(read(`${'The loans are as of the date. '.repeat(300)}\n\n${table}`))).toEqual([])
  })
})
