import { expect, it } from 'vitest'
import { limitRefusals } from './refused-acts.ts'

it('notes a few refusals of each in a minute, and tells how many were left out', () => {
  let time = 0
  const limit = limitRefusals(() => time)
  const knocks = (who: string, times: number) => Array.from({ length: times }, () => limit(who))
  expect(knocks('eve', 8)).toEqual([0, 0, 0, 0, 0, null, null, null])
  expect(limit('mal')).toBe(3)
  for (let other = 0; other < 100; other++) limit(`program ${other}`)
  expect(limit('bo')).toBeNull()
  time = 60_000
  expect(limit('eve')).toBe(47)
  expect(limit('eve')).toBe(0)
})
