import { describe, expect, it } from 'vitest'
import { readFigure } from './read-cell.ts'

describe('figures of cells', () => {
  it.each([
    ['113,346,210.62', 113346210.62],
    ['268', 268],
    ['\u22121,430.00', -1430],
    ['50.35', 50.35],
  ])('reads %s', (text, figure) => expect(readFigure(text)).toBe(figure))
  it.each(['', '\u2013', 'not read', 'Other (less than 2%)', '1-4 Units', '12e3'])(
    'takes %j for no figure',
    text => expect(readFigure(text)).toBeNull(),
  )
})
