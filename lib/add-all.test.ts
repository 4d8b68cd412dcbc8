import { expect, it } from 'vitest'
import { addAll } from './add-all.ts'

it('adds more items than a call takes arguments, in place and in their order', () => {
  const list = [-1]
  expect(
    addAll(
      list,
      Array.from({ length: 500_000 }, (_, order) => order),
    ),
  ).toBe(list)
  expect([list.length, list[0], list[500_000]]).toEqual([500_001, -1, 499_999])
})
