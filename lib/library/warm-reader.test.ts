import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { warmReader } from './warm-reader.ts'

const { readFiling } = vi.hoisted(() => ({ readFiling: vi.fn() }))
vi.mock('../read-filing.ts', () => ({ readFiling }))

test('a sample that stands beside the sources is read', () => {
  warmReader()
  expect(readFiling).toHaveBeenCalledTimes(1)
  const sample = path.join('public/samples', String(readFiling.mock.calls[0]?.[1]))
  expect(readFiling.mock.calls[0]?.[0]).toEqual(readFileSync(sample))
})
