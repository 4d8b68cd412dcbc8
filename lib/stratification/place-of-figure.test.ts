import { expect, it } from 'vitest'
import { findMeasure } from '../measures/index.ts'
import { figureFor, placeOfFigure } from './read-figures.ts'

it.each([
  ['$37,338,943', 11, 21],
  ['$ 1.00', 12, 16],
  ['50.35 %', 10, 15],
  ['268', 10, 13],
])('covers the figure of %s and no more', (text, start, end) => {
  const at = { line: 4, start: 10, end: 10 + text.length }
  expect(placeOfFigure({ text, at })).toEqual({ line: 4, start, end })
})

it('stays whole where the text is not what the place covers', () => {
  const at = { line: 4, start: 10, end: 30 }
  expect(placeOfFigure({ text: '$268', at })).toEqual(at)
})

it('leaves out brackets that set a percent off, and keeps those of one below nothing', () => {
  const at = { line: 4, start: 10, end: 18 }
  const percent = { decimals: 2, percent: true, money: false }
  expect(placeOfFigure({ text: '(15.70%)', at }, { ...percent, digits: 1570 })).toEqual({
    line: 4,
    start: 11,
    end: 16,
  })
  expect(placeOfFigure({ text: '(15.70%)', at }, { ...percent, digits: -1570 })).toEqual(at)
})

it('takes no share in brackets for one below nothing, but leaves averages so', () => {
  const cell = { text: '(58.23%)', at: { line: 4, start: 10, end: 18 } }
  const figure = { digits: -5823, decimals: 2, percent: true, money: false }
  expect(figureFor(findMeasure('balancePct'), cell, figure)?.digits).toBe(5823)
  expect(figureFor(findMeasure('waMarginPct'), cell, figure)?.digits).toBe(-5823)
})
