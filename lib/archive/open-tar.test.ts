import { gzipSync } from 'node:zlib'
import { packTar, type TarEntry } from 'modern-tar'
import { describe, expect, it } from 'vitest'
import { isPacked } from '../filing/packed-file.ts'
import { type ArchiveLimits, archiveLimits } from './archive-limits.ts'
import { byteRoom } from './byte-room.ts'
import type { FoundFile } from './found-file.ts'
import { openArchives } from './open-archives.ts'

const small: ArchiveLimits = { ...archiveLimits, fileBytes: 1000, totalBytes: 3000, files: 5 }

async function openBytes(
  bytes: Uint8Array,
  limits = archiveLimits,
  name = 'pools.tar',
): Promise<FoundFile[]> {
  async function* sent(): AsyncGenerator<FoundFile> {
    yield { name, bytes }
  }
  const found: FoundFile[] = []
  const room = byteRoom({ mostBytes: 1e9, patienceMs: 1000 })
  for await (const file of openArchives(sent(), room, limits)) found.push(file)
  return found
}

const tell = (file: FoundFile) =>
  `${file.name}: ${'bytes' in file ? (isPacked(file.bytes) ? 'packed' : new TextDecoder().decode(file.bytes)) : file.problem}`
/** Figures that no packer makes much smaller. */
const noise = (length: number) => Array.from({ length }, (_, at) => ((at * at * 7919) % 9973) % 10).join('')

describe('a tar', () => {
  const file = (name: string, content: string): TarEntry => ({
    header: { name, size: content.length, type: 'file' },
    body: content,
  })
  const folder: TarEntry = { header: { name: 'feed/', size: 0, type: 'directory' } }
  const link: TarEntry = { header: { name: 'feed/link', size: 0, type: 'symlink', linkname: '/etc/passwd' } }
  const entries = [
    folder,
    file('feed/a.nc', 'first'),
    link,
    file('feed/._a.nc', 'litter'),
    file('feed/b.nc', ''),
  ]
  const told = ['feed/a.nc: first', 'feed/b.nc: ']

  it('is replaced by its files; folders, links and litter are left out', async () => {
    expect((await openBytes(await packTar(entries), archiveLimits, 'no-ending')).map(tell)).toEqual(told)
  })

  it('in a gzip file is too, as a day of EDGAR comes', async () => {
    const packed = gzipSync(await packTar(entries))
    const found = await openBytes(packed, archiveLimits, '20020301.nc.tar.gz')
    expect(found.map(tell)).toEqual(told)
    expect(found.map(({ archive }) => archive)).toEqual(['20020301.nc.tar.gz', '20020301.nc.tar.gz'])
  })

  it('with names longer than its heads have room for keeps them', async () => {
    const name = `${'folder/'.repeat(40)}a.nc`
    expect((await openBytes(await packTar([file(name, 'first')]))).map(tell)).toEqual([`${name}: first`])
  })

  it.each<[string, TarEntry[], Partial<ArchiveLimits>, string[]]>([
    [
      'a file that is too large',
      [file('a', noise(1200)), file('b', 'second')],
      {},
      ['a: file-is-too-large', 'b: second'],
    ],
    [
      'an archive',
      [file('a', 'PK\x03\x04'), file('b', 'second')],
      {},
      ['a: archive-in-archive', 'b: second'],
    ],
    [
      'too many files',
      [file('a', '1'), file('b', '2')],
      { files: 1 },
      ['a: 1', 'pools.tar: archive-holds-too-much'],
    ],
    [
      'too much',
      [file('a', '12'), file('b', '3')],
      { totalBytes: 2 },
      ['a: 12', 'pools.tar: archive-holds-too-much'],
    ],
    ['nothing', [folder], {}, ['pools.tar: archive-holds-no-filing']],
  ])('with %s says so and gives the rest', async (_, those, limits, expected) => {
    expect((await openBytes(await packTar(those), { ...small, ...limits })).map(tell)).toEqual(expected)
  })

  it('that breaks off gives what came whole', async () => {
    const whole = await packTar([file('a', 'first'), file('b', noise(900))])
    for (const bytes of [whole.subarray(0, 1600), gzipSync(whole).subarray(0, -200)])
      expect((await openBytes(bytes)).map(tell)).toEqual(['a: first', 'pools.tar: archive-is-damaged'])
  })

  it('that opens to more than 250 times its size is given up', async () => {
    const blank = gzipSync(await packTar([file('a', ' '.repeat(300_000)), file('b', ' '.repeat(300_000))]))
    const limits = { ...archiveLimits, ratio: 250, ratioFreeBytes: 400_000 }
    expect((await openBytes(blank, limits)).map(({ name }) => name)).toEqual(['a', 'pools.tar'])
  })
})
