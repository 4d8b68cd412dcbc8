import { describe, expect, test } from 'vitest'
import { sampleSource } from '../testing/sample-source.ts'
import { areStates, shadeLimits, shadeOf, stateShares, stateSwatches } from './state-shares.ts'
import { findTile, stateTiles } from './state-tiles.ts'

test('has a tile of its own for fifty states and the District of Columbia', () => {
  expect(stateTiles).toHaveLength(51)
  expect(new Set(stateTiles.map(({ code }) => code)).size).toBe(51)
  expect(new Set(stateTiles.map(({ column, row }) => `${column},${row}`)).size).toBe(51)
})

test.each([
  ['AK', 0, 0],
  ['ME', 10, 0],
  ['WA', 0, 2],
  ['NY', 8, 2],
  ['CA', 0, 4],
  ['HI', 0, 7],
  ['TX', 3, 7],
  ['FL', 8, 7],
])('%s is at column %d, row %d', (code, column, row) => {
  expect(findTile(code)).toEqual({ code, column, row })
})

test.each(['other', 'PR', 'ZZ', '', null])('has no tile for %s', code => {
  expect(findTile(code)).toBeNull()
})

describe('shades', () => {
  test.each<[number[], number[]]>([
    [
      [50.35, 3.23, 2.08],
      [2, 3, 5, 10],
    ],
    [
      [30, 1.2],
      [1, 2, 5, 10],
    ],
    [
      [30, 0.4],
      [0, 1, 3, 10],
    ],
    [[], [0, 1, 3, 10]],
  ])('of %j have the limits %j', (shares, limits) => {
    expect(shadeLimits(shares)).toEqual(limits)
  })

  test.each([
    [2, 1],
    [2.99, 1],
    [3, 2],
    [5, 3],
    [10, 3],
    [10.01, 4],
  ])('%d percent has shade %d', (share, shade) => {
    expect(shadeOf(share, [2, 3, 5, 10])).toBe(shade)
  })
})

describe('stateShares', () => {
  const source = sampleSource([
    { code: 'CA', dollars: 50, loans: 1 },
    { code: 'PR', label: 'Puerto Rico', dollars: 10, loans: 1 },
    { code: 'NY', dollars: 20, loans: 6 },
    { code: 'other', label: 'Other', dollars: 20, loans: 2 },
  ])

  test('keeps the residual and territories off the map, never spread over states', () => {
    const { named, offMap } = stateShares(source, 'percent')
    expect(named.map(({ tile, share }) => [tile.code, share])).toEqual([
      ['CA', 50],
      ['NY', 20],
    ])
    expect(offMap.map(({ label, share, isResidual }) => [label, share, isResidual])).toEqual([
      ['Puerto Rico', 10, false],
      ['Other', 20, true],
    ])
  })

  test('shades by loans when loans are shown', () => {
    expect(stateShares(source, 'count').named.map(({ tile }) => tile.code)).toEqual(['NY', 'CA'])
  })

  test('gives the table the same swatches', () => {
    expect(stateSwatches(source, 'percent')).toEqual([4, 'plain', 4, 'residual'])
    expect(stateSwatches(sampleSource([{ dollars: 1 }]), 'percent')).toBeNull()
  })

  test('gives no shade to a share below nothing, nor to one that is not printed', () => {
    const odd = sampleSource([
      { code: 'CA', dollars: 50, loans: 1 },
      { code: 'NY', dollars: -20, loans: 6 },
      { code: 'TX', loans: 2 },
      { code: 'WA', dollars: 0, loans: 2 },
    ])
    const shades = stateShares(odd, 'percent').named.map(({ tile, shade }) => [tile.code, shade])
    expect(new Map(shades as [string, number | null][])).toEqual(
      new Map([
        ['CA', 4],
        ['NY', null],
        ['TX', null],
        ['WA', 1],
      ]),
    )
    expect(stateSwatches(odd, 'percent')).toEqual([4, 'residual', 'residual', 1])
  })

  test('is for tables whose rows are mostly states', () => {
    expect(areStates(source)).toBe(true)
    expect(areStates(sampleSource([{ code: 'CA' }, {}, {}]))).toBe(false)
    expect(areStates(sampleSource([]))).toBe(false)
  })
})
