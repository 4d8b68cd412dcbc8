import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findOverlapping, type Span } from './find-overlapping.ts'

const overlap = (a: Span, b: Span) => a !== b && a.from < b.to && b.from < a.to

it('finds every span that shares a byte with another, and no other', () => {
  const span = fc
    .record({ from: fc.nat(40), length: fc.integer({ min: 1, max: 15 }) })
    .map(({ from, length }) => ({ from, to: from + length }))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), spans => {
      const expected = spans.filter(one => spans.some(other => overlap(one, other)))
      expect(findOverlapping(spans)).toEqual(new Set(expected))
    }),
    { numRuns: 2000, seed: 1 },
  )
})

it('takes spans that touch for apart', () => {
  expect(
    findOverlapping([
      { from: 5, to: 9 },
      { from: 0, to: 5 },
    ]).size,
  ).toBe(0)
})
