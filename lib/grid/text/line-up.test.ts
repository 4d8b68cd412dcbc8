import { expect, test } from 'vitest'
import { countLinedUp, type Extent, findBetterShift, isLinedUp, linedUpWith } from './line-up.ts'

/** Where each run of one letter stands. */
function extentsOf(drawn: string): Extent[] {
  return [...drawn.matchAll(/([a-z])\1*/g)].map(({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
  }))
}

const columns = extentsOf('        aaa    bbbbbbbb     ccccc')

test('pieces line up by either end or by their middle', () => {
  const pieces = extentsOf('   dddddddd    eeeee    ffffffff')
  expect(pieces.map(piece => countLinedUp([piece], columns))).toEqual([1, 1, 1])
  expect(countLinedUp(extentsOf('  d              e    '), columns)).toBe(0)
})

test('words that stand shifted as a block would line up when moved back', () => {
  const header = extentsOf('      ddddd    eeeeeeee     fffff')
  expect(findBetterShift(header, columns)).toBe(0)
  const shifted = header.map(({ start, end }) => ({ start: start + 5, end: end + 5 }))
  expect(Math.abs(findBetterShift(shifted, columns) + 5)).toBeLessThanOrEqual(1)
})

test('one more piece that would line up is no reason to move a line', () => {
  expect(findBetterShift(extentsOf('      ddddd  ee'), columns)).toBe(0)
})

test('words over others that line up are in place with them', () => {
  const below = extentsOf('   dddddddd  eeeeeeeeee ffffffffff')
  const over = extentsOf('     gggg       hhhh      iiii')
  expect(findBetterShift(over, columns)).not.toBe(0)
  expect(findBetterShift(over, columns, [...columns, ...below])).toBe(0)
})

test('a piece lines up with one of many columns where it does with that alone', () => {
  const many = Array.from({ length: 60 }, (_, order) => ({
    start: 13 * order,
    end: 13 * order + 3 + (order % 7),
  }))
  const isInLine = linedUpWith(many)
  for (let start = 0; start < 800; start++)
    for (const width of [1, 4, 9]) {
      const piece = { start, end: start + width }
      expect(isInLine(piece)).toBe(isLinedUp(piece, many))
    }
})
