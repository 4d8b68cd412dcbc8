import { expect, test } from 'vitest'
import { countLinedUp, type Extent, findBetterShift } from './line-up.ts'

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
