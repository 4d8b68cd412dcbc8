import { expect, it } from 'vitest'
import type { FoundFile } from '../archive/found-file.ts'
import type { KeptFiling } from '../library/index.ts'
import { LibraryFault } from '../library/library-fault.ts'
import { importFiles } from './import-files.ts'
import { sayImport, sayProgress } from './say-import.ts'

const kept: KeptFiling = {
  status: 'added',
  sha256: '0'.repeat(64),
  deal: null,
  stratifications: 0,
  checks: null,
  problem: null,
}
const file = (name: string, content = name): FoundFile => ({ name, bytes: Buffer.from(content) })

async function* found(files: FoundFile[], asked: string[] = []): AsyncGenerator<FoundFile> {
  for (const one of files) {
    asked.push(one.name)
    yield one
  }
}

const settings = { atOnce: 2, mayStop: () => false, told: () => undefined }

it('counts what became of each file, by its path and its archive’s', async () => {
  const keepFiling = async (_: Uint8Array, name: string): Promise<KeptFiling> =>
    name === 'b.txt' ? { ...kept, status: 'known' } : kept
  const files: FoundFile[] = [
    file('in/a.txt'),
    file('b.txt', 'four'),
    { name: 'c.txt', archive: 'in/feed.tar', problem: 'file-is-too-large' },
    file('empty.txt', ''),
  ]
  const { tally, fault } = await importFiles({ keepFiling }, found(files), settings)
  expect(fault).toBeNull()
  expect(tally).toMatchObject({ added: 1, known: 1, bytes: 12 })
  expect(tally.refused.map(({ name, code }) => [name, code])).toEqual([
    ['in/feed.tar › c.txt', 'file-is-too-large'],
    ['empty.txt', 'file-is-empty'],
  ])
})

it('begins nothing more once the library fails, and counts what it had begun', async () => {
  const asked: string[] = []
  const keepFiling = async (_: Uint8Array, name: string): Promise<KeptFiling> => {
    if (name === 'b') throw new LibraryFault('library-full', 'no room')
    return kept
  }
  const files = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(name => file(name))
  const { tally, fault } = await importFiles({ keepFiling }, found(files, asked), settings)
  expect(fault).toBe('library-full')
  expect(asked.length).toBeLessThan(files.length)
  expect(tally.refused.map(({ name }) => name)).toEqual(['b'])
  expect(tally.added).toBe(asked.length - 1)
})

it('stops between files when it is told to', async () => {
  let isStopping = false
  const { tally } = await importFiles(
    { keepFiling: async () => kept },
    found(['a', 'b', 'c', 'd', 'e', 'f'].map(name => file(name))),
    {
      ...settings,
      mayStop: () => isStopping,
      told: () => {
        isStopping = true
      },
    },
  )
  expect(tally.added).toBeLessThan(6)
  expect(tally.added).toBeGreaterThan(0)
})

it('never reads more files at once than it may', async () => {
  let [now, most] = [0, 0]
  const keepFiling = async (): Promise<KeptFiling> => {
    now++
    most = Math.max(most, now)
    await new Promise(resolve => setTimeout(resolve, 1))
    now--
    return kept
  }
  await importFiles({ keepFiling }, found(Array.from({ length: 30 }, (_, at) => file(`${at}`))), settings)
  expect(most).toBe(2)
})

it('says how far it is and what became of it', () => {
  const refused = Array.from({ length: 12 }, (_, at) => ({
    name: `scan-${at}.pdf`,
    code: 'file-is-a-pdf',
    message: 'This is a PDF.',
  }))
  const tally = { added: 1200, known: 30, refused, bytes: 2_000_000 }
  expect(sayProgress({ tally, readBytes: 25, ofBytes: 100, seconds: 60 })).toBe(
    '25% · 1,242 files · 1,200 added · 30 known · 12 refused · 20.7 files/s · 3 min 0 s left',
  )
  const said = sayImport(tally, 7265)
  expect(said).toContain('1,242 files in 2 h 1 min: 1,200 added, 30 known, 12 refused; 2.0 MB of filings.')
  expect(said).toContain('12 refused: This is a PDF.\n  scan-0.pdf')
  expect(said).toContain('and 2 more (all are named with --json)')
})
