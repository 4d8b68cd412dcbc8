import { describe, expect, test } from 'vitest'
import { readFiling } from '../read-filing.ts'
import { kinds, type Line, printText, read } from '../testing/grouped-tables.ts'

const fixed: readonly Line[] = [
  ['Thirty Year Fixed', 40],
  ['Fifteen Year Fixed', 20],
]
const adjustable: readonly Line[] = [
  ['2/28 ARM', 30],
  ['3/27 ARM', 10],
]
const rows = ['Thirty Year Fixed', 'Fifteen Year Fixed', '2/28 ARM', '3/27 ARM']
const products = (...lines: Line[]) => ({ title: 'Product Types', stub: 'Product Type', lines })

describe.each(kinds)('the sum of a group ends no table, in %s', (_, print) => {
  test.each<[string, Line[]]>([
    [
      'a sum of all is below both',
      [...fixed, ['Total Fixed', 60], ...adjustable, ['Total ARM', 40], ['Total', 100]],
    ],
    ['the last rows have no sum of their own', [...fixed, ['Total', 60], ...adjustable, ['Total', 100]]],
    ['a blank line parts them', [...fixed, ['Total', 60], '', ...adjustable, ['Pool Total', 100]]],
    ['sums have no labels', [...fixed, ['', 60], ...adjustable, ['', 40], ['', 100]]],
  ])('where %s', (_, lines) => {
    expect(read(print(products(...lines)))).toMatchObject({ rows, total: 100, issues: [] })
  })

  test('nor is the last one the total, where none of all is printed', () => {
    const lines: Line[] = [...fixed, ['Total Fixed', 60], ...adjustable, ['Total ARM', 40]]
    expect(read(print(products(...lines)))).toMatchObject({ rows, total: undefined, issues: [] })
  })

  test('words over the next rows head them, where the shares of both sums come to a hundred', () => {
    const lines: Line[] = [
      'Fixed Rate',
      ...fixed,
      ['Total', 60],
      'Adjustable Rate',
      ...adjustable,
      ['Total', 40],
    ]
    expect(read(print(products(...lines)))).toMatchObject({
      rows: rows.map((row, order) => `${order < 2 ? 'Fixed' : 'Adjustable'} Rate: ${row}`),
      total: undefined,
    })
  })

  test('words over the next rows head them, where the total comes to the sum above and the rows below', () => {
    const lines: Line[] = [
      ...fixed,
      ['Total Fixed', 60],
      'Adjustable Rate Mortgage Loans',
      ...adjustable,
      ['Total', 100],
    ]
    expect(read(print(products(...lines)))).toMatchObject({
      rows: [...rows.slice(0, 2), ...rows.slice(2).map(row => `Adjustable Rate Mortgage Loans: ${row}`)],
      total: 100,
    })
  })
})

describe('rows below the total that nothing adds up are told', () => {
  const issuesOf = (lines: Line[]) => {
    const answer = readFiling(Buffer.from(printText(products(...lines))), 'rows.txt')
    return 'refusal' in answer ? [] : answer.report.issues.map(({ code, at }) => [code, at?.line])
  }
  test('right below', () => {
    expect(issuesOf([...fixed, ['Total', 60], ['Interest Only', 15]])).toEqual([
      ['row-stands-below-the-total', 13],
    ])
  })
  test('by themselves below words', () => {
    expect(issuesOf([...fixed, ['Total', 60], 'Of Which', ['Interest Only', 15]])).toEqual([
      ['row-stands-below-the-total', 14],
    ])
  })
  test('but averages and extremes', () => {
    expect(issuesOf([...fixed, ['Total', 60], 'Minimum: 5.250   Maximum: 7.500'])).toEqual([])
  })
})
