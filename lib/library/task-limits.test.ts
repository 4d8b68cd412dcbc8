import { expect, it } from 'vitest'
import { limitsFor } from './task-limits.ts'

it('gives any file some seconds, and larger ones more', () => {
  expect(limitsFor(0).cpuMs).toBe(5_000)
  expect(limitsFor(10_000_000).cpuMs).toBe(35_000)
  expect(limitsFor(50_000_000).cpuMs).toBeLessThan(180_000)
})

it('lets the clock run far longer than the processor, for many threads may share one', () => {
  for (const bytes of [0, 1e6, 50e6]) {
    const { cpuMs, wallMs } = limitsFor(bytes)
    expect(wallMs).toBeGreaterThan(8 * cpuMs)
  }
})
