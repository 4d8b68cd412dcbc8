import { describe, expect, it } from 'vitest'
import { type EdgeAxis, edgeAtPart, edgeByKey, percentAt } from './move-edge.ts'

const axis: EdgeAxis = { from: 30, to: 100, stops: [50, 75, 80, 90], step: 0.5 }

describe('an edge that is dragged', () => {
  it.each([
    [0, 30],
    [1, 100],
    [2, 100],
    [(77.3 - 30) / 70, 77.5],
    [(75.5 - 30) / 70, 75],
    [(79.6 - 30) / 70, 80],
  ])('stands at part %d at %d', (part, at) => {
    expect(edgeAtPart(axis, part)).toBe(at)
  })
})

describe('an edge that keys move', () => {
  it.each([
    [77, 'ArrowRight', 80],
    [80, 'ArrowUp', 90],
    [77, 'ArrowLeft', 75],
    [75, 'ArrowDown', 50],
    [77, 'PageUp', 77.5],
    [77.5, 'PageDown', 77],
    [30, 'PageDown', 30],
    [77, 'Home', 50],
    [77, 'End', 90],
    [90, 'ArrowRight', null],
    [50, 'ArrowLeft', null],
    [77, 'Tab', null],
  ])('goes from %d by %s to %s', (at, key, to) => {
    expect(edgeByKey(axis, at, key)).toBe(to)
  })
})

it('stands at an end of the axis where it lies beyond', () => {
  expect([20, 65, 120].map(at => percentAt(axis, at))).toEqual([0, 50, 100])
})
