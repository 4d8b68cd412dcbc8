import { expect, it } from 'vitest'
import type { ComparedRow } from '../distributions/index.ts'
import { labelEdge, pickRows, placeBars } from './compared-bars.ts'

const rowOf = (label: string, ...values: ([number, number] | null)[]): ComparedRow => ({
  label,
  range: null,
  values: values.map(value => value && { low: value[0], high: value[1], printed: null, open: [] }),
})

it('gives each pool its place in every group, also where another tells nothing', () => {
  const rows = [rowOf('80', [16, 16], null, [41, 79]), rowOf('90', [6, 6], [3, 3], [10, 10])]
  const { axis, groups } = placeBars({ rows, widest: rows[0] ?? null, labelOf: ({ label }) => label })
  expect(axis.top).toBeGreaterThanOrEqual(79)
  expect(
    groups.map(({ label, isWidest, bars }) => [label, isWidest, bars.map(({ series }) => series)]),
  ).toEqual([
    ['80', true, [0, 2]],
    ['90', false, [0, 1, 2]],
  ])
  for (const { from, width, bars } of groups)
    for (const bar of bars) {
      expect(bar.x).toBeGreaterThanOrEqual(from)
      expect(bar.x + bar.width).toBeLessThanOrEqual(from + width)
    }
  const [first, second] = groups
  expect((second?.bars[2]?.x ?? 0) - (first?.bars[1]?.x ?? 0)).toBeCloseTo(50)
})

it('draws as many rows as there is room for, the marked one among them, in their order', () => {
  const rows = Array.from({ length: 20 }, (_, order) =>
    rowOf(String(order), [100 - order * 5, 100 - order * 5]),
  )
  const must = rows[19] ?? null
  const picked = pickRows(rows, 6, must)
  expect(picked).toHaveLength(6)
  expect(picked).toContain(must)
  expect(picked.map(row => rows.indexOf(row))).toEqual(
    picked.map(row => rows.indexOf(row)).toSorted((a, b) => a - b),
  )
  expect(pickRows(rows.slice(0, 3), 6, null)).toHaveLength(3)
})

it.each([
  [80, 'percent', '80'],
  [7.125, 'percent', '7.125'],
  [41_700_000, 'cents', '$417\u00a0k'],
  [2002, 'years', '2002'],
] as const)('labels the edge %d of %s as %s', (at, unit, says) => {
  expect(labelEdge(at, unit)).toBe(says)
})
