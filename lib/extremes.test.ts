import { expect, it } from 'vitest'
import { largest, smallest } from './extremes.ts'

it('finds the ends of more numbers than a call takes arguments', () => {
  const numbers = Array.from({ length: 500_000 }, (_, order) => (order + 250_000) % 500_000)
  expect([largest(numbers), smallest(numbers)]).toEqual([499_999, 0])
})

it('has none of none', () => {
  expect([largest([]), smallest([])]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])
})
