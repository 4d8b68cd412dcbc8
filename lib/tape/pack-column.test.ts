import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openLines, openParts, openRising, packLines, packParts, packRising } from './pack-column.ts'

const lineList = fc.array(fc.integer({ min: 1, max: 4e9 }), { maxLength: 40 })
const offsets = fc.array(fc.option(fc.integer({ min: 0, max: 1e8 })), { maxLength: 40 })
const isSame = (one: Float64Array, other: Float64Array) =>
  one.length === other.length && one.every((value, row) => Object.is(value, other[row]))

describe('a packed column', () => {
  it('opens to the figures that it was packed of, and none where there is none', () => {
    const figure = fc.oneof(
      fc.constant(Number.NaN),
      fc.integer(),
      fc.constantFrom(-0, 2 ** 31 - 1, 1 - 2 ** 31, 2 ** 31, -(2 ** 31), Number.MAX_SAFE_INTEGER),
      fc.double({ noNaN: true }),
    )
    fc.assert(
      fc.property(fc.array(figure), list => {
        const numbers = Float64Array.from(list)
        const opened = openParts(packParts({ numbers, words: [] }), list.length)
        return isSame(opened.numbers, numbers) && opened.words.length === 0
      }),
    )
  })

  it('keeps whole figures in half the room', () => {
    expect(packParts({ numbers: Float64Array.of(1, 2), words: [] })).toHaveLength(9)
    expect(packParts({ numbers: Float64Array.of(1, 2.5), words: [] })).toHaveLength(17)
  })

  it('opens to its words, whatever letters they have', () => {
    const words = ['Über “Harbor” | Łódź', '', '["a"]', '𝔘nited']
    const numbers = Float64Array.of(3, Number.NaN, 0, 1, 2)
    const opened = openParts(packParts({ numbers, words }), numbers.length)
    expect(opened.words).toEqual(words)
    expect(isSame(opened.numbers, numbers)).toBe(true)
  })

  it('opens to the lines of its values, none where there is no value', () => {
    fc.assert(
      fc.property(lineList, offsets, (firsts, behind) => {
        const from = Uint32Array.from(firsts)
        // A value stands where its row begins, or behind.
        const lines = Uint32Array.from(firsts, (first, row) =>
          behind[row] == null ? 0 : first + behind[row],
        )
        expect(openLines(packLines(lines, from), from)).toEqual(lines)
        expect(openRising(packRising(from))).toEqual(from)
      }),
    )
  })
})
