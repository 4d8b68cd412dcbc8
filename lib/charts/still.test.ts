import { expect, test } from 'vitest'
import type { Drawing, Shape } from './drawing.ts'
import { stillOf } from './still.ts'

const shapes: Shape[] = [
  { ink: 'grid', d: 'M0 0h9' },
  { ink: 'axis', x: 0, y: 11, anchor: 'start', runs: [{ text: 'a “quoted” </script> label' }] },
  { ink: 'axis', x: 4.5, y: 22, anchor: 'start', runs: [{ text: '10' }] },
  { ink: 'axis', x: 9, y: 22, anchor: 'end', runs: [{ text: '20' }] },
  { ink: 'data', d: '' },
  { ink: 'words', x: 1, y: 2, anchor: 'middle', runs: [{ text: '5.02', strong: true }, { text: ' at 6.5' }] },
]

test('a still draws the frame behind the marks and the notes over all', () => {
  const [grid, label, , , bar, note] = shapes.map(shape => [shape])
  const box = { x: 0, y: 0, width: 1, height: 1 }
  const drawing: Drawing = {
    width: 1,
    height: 1,
    plot: box,
    x: { from: 0, to: 1 },
    y: { from: 0, to: 1 },
    frame: grid ?? [],
    marks: bar ?? [],
    line: label ?? [],
    notes: note ?? [],
    targets: [],
  }
  expect(stillOf(drawing).shapes).toEqual([grid, bar, label, note].flat())
})
