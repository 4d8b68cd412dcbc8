import { expect, it } from 'vitest'
import { blankBoxes } from './blank-boxes.ts'

it('makes rules of the borders of boxes, which touch or stand apart', () => {
  const borders = ['+---+---+', '+---++---+', '+---+  +---+']
  expect(borders.map(border => blankBoxes([border], 0, 1)?.[0])).toEqual([
    '---------',
    '----------',
    '-----  -----',
  ])
})

it('takes no longer for a line that is nearly a border than it is long', () =>
  expect(blankBoxes([`+${'-+'.repeat(5_000)}x`], 0, 1)).toBeNull())
