import { describe, expect, test } from 'vitest'
import { sampleSource } from '../testing/sample-source.ts'
import { tinyOfChart, tinyOfRows, tinyOfStates } from './tiny-drawing.ts'

const size = { width: 80, height: 20 }

/** Boxes of a path drawn by `boxPath`: left, top, width, height. */
function boxesOf(path = ''): number[][] {
  return [...path.matchAll(/M([\d.-]+) ([\d.-]+)h([\d.-]+)v([\d.-]+)/g)].map(match =>
    match.slice(1).map(Number),
  )
}

describe('tinyOfRows', () => {
  test('draws ranges over their place on the axis, open ones apart', () => {
    const { fill, open } = tinyOfRows(
      [
        { low: null, high: 50, pct: 20 },
        { low: 50.01, high: 60, pct: 30 },
        { low: 60.01, high: 70, pct: 50 },
      ],
      size,
    )
    expect(boxesOf(open)).toHaveLength(1)
    expect(boxesOf(fill).map(([left]) => left)).toEqual([26.7, 53.3])
  })

  test('draws exact values as stems, the largest to the top', () => {
    const { stroke } = tinyOfRows(
      [
        { low: 6, high: 6, pct: 10 },
        { low: 7, high: 7, pct: 90 },
      ],
      size,
    )
    expect(stroke).toMatch(/v-18$/)
  })

  test.each([[[]], [[{ low: null, high: null, pct: 100 }]]])('draws nothing for %j', rows => {
    expect(tinyOfRows(rows, size)).toEqual({})
  })
})

test('a strip of states is as wide as their shares, its rest hatched', () => {
  const { shades, residual } = tinyOfStates(
    [
      { code: 'CA', pct: 50 },
      { code: 'NY', pct: 25 },
      { code: 'other', pct: 25 },
    ],
    { width: 101, height: 10 },
  )
  expect(shades?.flatMap(([, path]) => boxesOf(path)).map(([left, , width]) => [left, width])).toEqual([
    [0.5, 49],
    [50.5, 24],
  ])
  expect(boxesOf(residual)).toEqual([[75.5, 0.5, 25, 9]])
})

test.each([
  [
    'a map',
    [
      { code: 'CA', dollars: 5 },
      { code: 'other', dollars: 5 },
    ],
    ['fill', 'empty', 'residual'],
  ],
  ['bars', [{ dollars: 5 }, { dollars: 5 }], ['fill']],
  ['stems', [{ low: 6, dollars: 5 }], ['stroke', 'base']],
  ['a histogram', [{ low: 6, high: 7, dollars: 5 }], ['fill', 'open', 'base']],
])('a table becomes %s with few paths', (_, rows, paths) => {
  expect(Object.keys(tinyOfChart(sampleSource(rows), size))).toEqual(paths)
})
