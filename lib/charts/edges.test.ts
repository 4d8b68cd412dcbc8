import { describe, expect, test } from 'vitest'
import { doOverlap, joinEdges } from './edges.ts'

type Ends = [number | null, number | null]

function join(...ranges: Ends[]): Ends[] {
  const spans = joinEdges(
    ranges.map(([low, high], bucket) => ({
      bucket,
      range: { low, high, lowIncluded: true, highIncluded: true },
    })),
  )
  return spans.map(({ low, high }) => [low, high])
}

describe('joinEdges', () => {
  test.each<[string, Ends[], Ends[]]>([
    [
      'hundredths above a round edge',
      [
        [null, 50],
        [50.01, 55],
        [55.01, 60],
      ],
      [
        [null, 50],
        [50, 55],
        [55, 60],
      ],
    ],
    [
      'scores below a round edge',
      [
        [500, 519],
        [520, 539],
        [540, 559],
      ],
      [
        [500, 520],
        [520, 540],
        [540, 560],
      ],
    ],
    [
      'rates below a round edge',
      [
        [5, 5.499],
        [5.5, 5.999],
      ],
      [
        [5, 5.5],
        [5.5, 6],
      ],
    ],
    [
      'whole dollars in cents',
      [
        [15000000, 20000000],
        [20000100, 25000000],
      ],
      [
        [15000000, 20000000],
        [20000000, 25000000],
      ],
    ],
    [
      'edges that touch already',
      [
        [60, 65],
        [65, 70],
      ],
      [
        [60, 65],
        [65, 70],
      ],
    ],
    [
      'an outer end a unit off',
      [
        [50.01, 55],
        [55.01, 60],
      ],
      [
        [50, 55],
        [55, 60],
      ],
    ],
    ['a single range', [[75.01, 80]], [[75, 80]]],
  ])('joins %s', (_, printed, joined) => {
    expect(join(...printed)).toEqual(joined)
  })

  test.each<[string, Ends[]]>([
    [
      'a row left out',
      [
        [50, 60],
        [70, 80],
      ],
    ],
    [
      'a row left out among round hundreds',
      [
        [100, 200],
        [300, 400],
      ],
    ],
    [
      'ranges that overlap',
      [
        [50, 70],
        [60, 80],
      ],
    ],
  ])('leaves %s as printed', (_, printed) => {
    expect(join(...printed)).toEqual(printed)
  })

  test('puts rows in the order of the axis', () => {
    expect(join([90, null], [80, 90], [null, 80])).toEqual([
      [null, 80],
      [80, 90],
      [90, null],
    ])
  })
})

describe('doOverlap', () => {
  test.each<[boolean, Ends[]]>([
    [
      false,
      [
        [60, 65],
        [65, 70],
      ],
    ],
    [
      false,
      [
        [null, 60],
        [60, null],
      ],
    ],
    [
      true,
      [
        [50, 70],
        [60, 80],
      ],
    ],
    [
      true,
      [
        [null, 60],
        [null, 70],
      ],
    ],
    [
      true,
      [
        [60, null],
        [70, 80],
      ],
    ],
  ])('is %s', (expected, printed) => {
    expect(doOverlap(printed.map(([low, high], bucket) => ({ bucket, low, high })))).toBe(expected)
  })
})
