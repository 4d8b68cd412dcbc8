import { expect, it } from 'vitest'
import { nearestPlace } from './nearest-place.ts'

const places = [
  { name: 'left', x: 10, y: 10 },
  { name: 'right', x: 40, y: 10 },
  { name: 'below', x: 40, y: 80 },
]

it.each([
  [12, 14, 'left'],
  [30, 10, 'right'],
  [42, 70, 'below'],
  [100, 200, undefined],
  [40, 45, undefined],
])('finds at %d, %d the point %s', (x, y, name) => {
  expect(nearestPlace(places, x, y, 24)?.name).toBe(name)
})

it('finds none among none', () => {
  expect(nearestPlace([], 0, 0, 24)).toBeNull()
})
