import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** The flags of Node and the settings of memory that a source starts the server with. */
function optionsIn(file: string): string[] {
  const source = readFileSync(path.join(import.meta.dirname, '..', file), 'utf8')
  return source.match(/'--[\w-]+=\d+'|MALLOC_\w+: '\d+'/g)?.sort() ?? []
}

test('servers under test take memory as one that npm start starts does', () => {
  const options = optionsIn('setup/start.mjs')
  expect(options).toHaveLength(4)
  expect(optionsIn('testing/strata-process.ts')).toEqual(options)
})
