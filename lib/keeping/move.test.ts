import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openLibrary } from '../library/open-library.ts'
import { writeWith } from '../library/writer.ts'
import { inventedBytes, inventedReader } from '../testing/invented-reader.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'strata-moving-'))
afterAll(() => rmSync(folder, { recursive: true }))
const within = (name: string) => path.join(folder, name)

function move(...args: string[]) {
  const script = path.join(import.meta.dirname, 'move.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

it('copies a library, and never over one that holds something', async () => {
  const library = openLibrary({
    folder: within('one'),
    writer: writeWith(inventedReader),
    readerVersion: '1',
  })
  const { sha256 } = await library.keepFiling(inventedBytes({ trust: 'Alder Trust 2004-1' }), 'a.txt')
  await library.close()
  expect(move(within('one'), within('other'))).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^1 filing of 1 deal copied \(.+\)\. Every original was read back/),
  })
  const copy = openLibrary({ folder: within('other'), writer: writeWith(inventedReader), readerVersion: '1' })
  expect((await copy.findSource(sha256))?.name).toBe('a.txt')
  await copy.close()
  expect(move(within('one'), within('other'))).toMatchObject({
    status: 1,
    stderr: 'There is a library already that holds something. Nothing was changed.\n',
  })
}, 120_000)

it.each([
  [[], 2, 'Name the library that is copied and the one to be made: npm run move -- FROM TO\n'],
  [[within('none'), within('two')], 1, expect.stringContaining('was deleted, moved or replaced')],
  [
    ['postgres://strata@127.0.0.1:1/none', within('two')],
    1,
    expect.stringContaining('The database that holds the library cannot be reached'),
  ],
])(
  'refuses %j',
  (args, status, stderr) => {
    expect(move(...args)).toMatchObject({ status, stderr })
  },
  120_000,
)
