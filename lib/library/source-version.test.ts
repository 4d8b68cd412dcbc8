import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { versionOfSources } from './source-version.ts'

const folder = mkdtempSync(join(tmpdir(), 'strata-version-'))
afterAll(() => rmSync(folder, { recursive: true }))
const write = (name: string, source: string) => writeFileSync(join(folder, name), source)
const version = () => versionOfSources(join(folder, 'entry.ts'))

it('changes with any module that is reached, and with no other', () => {
  mkdirSync(join(folder, 'stage'))
  write(
    'entry.ts',
    "import { a } from './stage/a.ts'\nimport { sep } from 'node:path'\nimport './aside.ts'\n",
  )
  write('stage/a.ts', "import {\n  b,\n  type C,\n} from '../b.ts'\nexport const a = 1\n")
  write('b.ts', "export * from './stage/a.ts'\nexport const b = 1\n")
  write('aside.ts', '')
  write('unrelated.ts', '')
  const first = version()
  expect(version()).toBe(first)
  write('unrelated.ts', 'changed')
  expect(version()).toBe(first)
  const versions = ['b.ts', 'aside.ts', 'stage/a.ts'].map(name => {
    appendFileSync(join(folder, name), '// changed')
    return version()
  })
  expect(new Set([first, ...versions]).size).toBe(4)
})
