import { deflateRawSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPacked, type PackedFile } from '../filing/packed-file.ts'
import { type InventedEntry, inventedZip } from '../testing/invented-zip.ts'
import { type ArchiveLimits, archiveLimits } from './archive-limits.ts'
import { byteRoom } from './byte-room.ts'
import type { FoundFile } from './found-file.ts'
import { openArchives } from './open-archives.ts'

const small: ArchiveLimits = {
  fileBytes: 1000,
  exhibitBytes: 1000,
  totalBytes: 3000,
  files: 5,
  ratio: 20,
  ratioFreeBytes: 500,
  directoryBytes: 10_000,
}

const roomy = () => byteRoom({ mostBytes: 1e9, patienceMs: 1000 })

async function* sent(files: FoundFile[]): AsyncGenerator<FoundFile> {
  yield* files
}

async function open(files: FoundFile[], limits = archiveLimits): Promise<FoundFile[]> {
  const found: FoundFile[] = []
  for await (const file of openArchives(sent(files), roomy(), limits)) found.push(file)
  return found
}

const openBytes = (bytes: Uint8Array, limits?: ArchiveLimits, name = 'pools.zip') =>
  open([{ name, bytes }], limits)
const openZipOf = (entries: InventedEntry[], limits?: ArchiveLimits) =>
  openBytes(inventedZip(entries), limits)
/** The bytes of a file that is small. */
function held(bytes: Uint8Array | PackedFile): Uint8Array {
  if (isPacked(bytes)) throw new Error('It was packed.')
  return bytes
}
const decode = (bytes: Uint8Array | PackedFile) => new TextDecoder().decode(held(bytes))
const tell = (file: FoundFile) => `${file.name}: ${'bytes' in file ? decode(file.bytes) : file.problem}`
/** Figures that no packer makes much smaller. */
const noise = (length: number) => Array.from({ length }, (_, at) => ((at * at * 7919) % 9973) % 10).join('')

describe('an archive of another kind', () => {
  it.each<[string, Uint8Array]>([
    ['7z', Buffer.from('7z\xbc\xaf\x27\x1c rest', 'latin1')],
    ['rar', Buffer.from('Rar!\x1a\x07\x01\0 rest', 'latin1')],
    ['bzip2', Buffer.from('BZh91AY&SY rest', 'latin1')],
    ['xz', Buffer.from('\xfd7zXZ\0 rest', 'latin1')],
    ['zstd', Buffer.from('\x28\xb5\x2f\xfd rest', 'latin1')],
    ['compress', Buffer.from('\x1f\x9d\x90 rest', 'latin1')],
  ])('is refused for what it is: %s', async (_, bytes) => {
    expect((await openBytes(bytes, archiveLimits, 'pools')).map(tell)).toEqual([
      'pools: archive-packing-is-unknown',
    ])
  })

  it('is not seen in a text that merely begins like one', async () => {
    const text = Buffer.from('BZh9 is the fund’s name; Rar! says nobody.')
    expect((await openBytes(text, archiveLimits, 'a.txt')).map(tell)).toEqual([
      'a.txt: BZh9 is the fund’s name; Rar! says nobody.',
    ])
  })
})

describe('a zip', () => {
  it('is replaced by its files, in their order, and other files stay where they are', async () => {
    const bytes = inventedZip([
      { name: 'a.txt', content: 'first' },
      { name: 'b.txt', content: 'second', stored: true },
    ])
    const plain = { name: 'plain.txt', bytes: Buffer.from('as it is') }
    const late: FoundFile = { name: 'late.txt', problem: 'upload-was-cut-off' }
    const found = await open([plain, { name: 'no-ending', bytes }, late])
    expect(found.map(tell)).toEqual([
      'plain.txt: as it is',
      'a.txt: first',
      'b.txt: second',
      'late.txt: upload-was-cut-off',
    ])
    expect(found.map(file => file.archive)).toEqual([undefined, 'no-ending', 'no-ending', undefined])
  })

  it('gives each file memory of its own, for threads take all that a view lies in', async () => {
    const bytes = inventedZip([{ name: 'a.txt', content: noise(100_000), stored: true }])
    const [file] = await openBytes(bytes)
    expect(file && 'bytes' in file && held(file.bytes).buffer.byteLength).toBe(100_000)
  })

  it('is opened no further than its files are asked for', async () => {
    let taken = 0
    async function* counted(): AsyncGenerator<FoundFile> {
      for (const name of ['one.zip', 'two.zip']) {
        taken++
        yield { name, bytes: inventedZip([{ name: 'a' }, { name: 'b' }]) }
      }
    }
    const found = openArchives(counted(), roomy())
    await found.next()
    await found.next()
    expect(taken).toBe(1)
    await found.next()
    expect(taken).toBe(2)
  })

  it('keeps folders and what systems leave behind to itself', async () => {
    const litter = [
      '2002/',
      '__MACOSX/2002/._a.txt',
      '2002/.DS_Store',
      'Thumbs.db',
      'x/desktop.ini',
      '.git/x',
    ]
    const found = await openZipOf([...litter, '2002/a.txt'].map(name => ({ name })))
    expect(found.map(file => file.name)).toEqual(['2002/a.txt'])
  })

  it.each(['../../etc/passwd', '/etc/passwd', 'C:\\filings\\a.txt', '..\\a.txt', ''])(
    'takes the name %j for a name, and loses no other file by it',
    async name => {
      const found = await openZipOf([
        { name, content: 'x' },
        { name: 'b.txt', content: 'y' },
      ])
      expect(found.map(tell)).toEqual([`${name.replaceAll('\\', '/')}: x`, 'b.txt: y'])
    },
  )

  it.each<[string, Partial<InventedEntry>]>([
    ['archive-is-encrypted', { flags: 1 }],
    ['archive-packing-is-unknown', { method: 12 }],
    ['archive-is-damaged', { crc: 1 }],
    ['archive-is-damaged', { packed: Buffer.from('not deflated') }],
    ['archive-is-damaged', { size: 9 }],
    ['archive-is-damaged', { size: 11 }],
    ['archive-is-damaged', { size: 0 }],
    ['archive-is-damaged', { stored: true, size: 9 }],
    ['archive-is-damaged', { packedSize: 4 }],
    ['archive-is-damaged', { packedSize: 100_000 }],
    ['file-is-too-large', { size: 51 * 1024 * 1024 }],
    ['archive-in-archive', { content: inventedZip([{ name: 'x' }]) }],
    ['archive-in-archive', { content: gzipSync('x') }],
  ])('refuses one file with %s and gives the others', async (problem, spoiled) => {
    const found = await openZipOf([
      { name: 'a', content: 'before' },
      { name: 'b', content: '0123456789', ...spoiled },
      { name: 'c', content: 'after' },
    ])
    expect(found.map(tell)).toEqual(['a: before', `b: ${problem}`, 'c: after'])
  })

  it.each<[string, Uint8Array]>([
    ['archive-holds-no-filing', inventedZip([])],
    ['archive-holds-no-filing', inventedZip([{ name: 'folder/' }, { name: '__MACOSX/._a' }])],
    ['archive-is-damaged', Buffer.from('PK\x03\x04')],
    ['archive-is-damaged', inventedZip([{ name: 'a', content: 'x' }]).subarray(0, -30)],
    ['archive-is-encrypted', inventedZip([{ name: 'a', content: 'x', flags: 0x41 }])],
  ])('with nothing to give says %s under its own name', async (problem, bytes) => {
    expect((await openBytes(bytes)).map(tell)).toEqual([`pools.zip: ${problem}`])
  })

  it('whose directory breaks off gives what came before', async () => {
    const bytes = inventedZip([{ name: 'a', content: 'x' }, { name: 'b' }])
    bytes[bytes.lastIndexOf('PK\x01\x02')] = 0
    expect((await openBytes(bytes)).map(tell)).toEqual(['a: x', 'pools.zip: archive-is-damaged'])
  })

  it('that is a sheet or a text document is left as it is', async () => {
    const sheet = inventedZip([{ name: '[Content_Types].xml' }, { name: 'xl/workbook.xml' }])
    expect(await openBytes(sheet)).toEqual([{ name: 'pools.zip', bytes: sheet }])
  })
})

describe('the limits of a zip', () => {
  it('end the list of files, and litter cannot fill it', async () => {
    const many = Array.from({ length: 6 }, (_, at) => ({ name: String(at) }))
    const names = (await openZipOf(many, small)).map(tell)
    expect(names.slice(4)).toEqual(['4: ', 'pools.zip: archive-holds-too-much'])
    const litter = Array.from({ length: 26 }, () => ({ name: 'x/' }))
    expect((await openZipOf(litter, small)).map(tell)).toEqual(['pools.zip: archive-holds-too-much'])
  })

  it('pass over a file too large or packed too well, and over what goes past the whole', async () => {
    const found = await openZipOf(
      [
        { name: 'large', content: noise(1001) },
        { name: 'full', content: noise(1000) },
        { name: 'blank', content: ' '.repeat(900) },
        { name: 'short blank', content: ' '.repeat(500) },
        { name: 'more', content: noise(1000) },
        { name: 'last', content: noise(501) },
      ],
      { ...small, files: 6 },
    )
    expect(found.map(file => ('problem' in file ? file.problem : file.bytes.length))).toEqual([
      'file-is-too-large',
      1000,
      'archive-opens-too-far',
      500,
      1000,
      'archive-holds-too-much',
    ])
  })

  it('count what a damaged file said it holds, for inflating it took as much', async () => {
    const liar = { content: noise(500), size: 1000 }
    const found = await openZipOf(
      ['a', 'b', 'c', 'd'].map(name => ({ name, ...liar })),
      small,
    )
    expect(found.map(file => 'problem' in file && file.problem)).toEqual([
      ...Array.from({ length: 3 }, () => 'archive-is-damaged'),
      'archive-holds-too-much',
    ])
  })
})

/** Blanks, 120 MB, a byte for a thousand of them. */
const bomb = Buffer.alloc(120 * 1024 * 1024, ' ')

describe('a bomb', () => {
  it('in a zip is not touched when its header says what it is, and inflated no further than a header that lies', async () => {
    const packed = deflateRawSync(bomb, { level: 1 })
    const before = process.memoryUsage().arrayBuffers
    const found = await openZipOf([
      { name: 'honest', packed, size: bomb.length },
      { name: 'modest', packed, size: 40 * 1024 * 1024, packedSize: 1000 },
      { name: 'lying', packed, size: 10_000 },
    ])
    expect(found.map(tell)).toEqual([
      'honest: file-is-too-large',
      'modest: archive-opens-too-far',
      'lying: archive-is-damaged',
    ])
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024)
  })

  it('in a gzip file is stopped on the way: what follows the limit is never reached', async () => {
    const packed = gzipSync(bomb.subarray(0, 60 * 1024 * 1024), { level: 9 })
    const broken = Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8, 1)])
    expect((await openBytes(broken, undefined, 'a.nc.gz')).map(tell)).toEqual(['a.nc: archive-opens-too-far'])
    const roomy = { ...archiveLimits, ratio: 5000 }
    expect((await openBytes(broken, roomy, 'a.nc.gz')).map(tell)).toEqual(['a.nc: file-is-too-large'])
    const wider = { ...roomy, fileBytes: 100 * 1024 * 1024 }
    expect((await openBytes(broken, wider, 'a.nc.gz')).map(tell)).toEqual(['a.nc: archive-is-damaged'])
  })
})

describe('a gzip file', () => {
  it('is its one file, under the name without the ending', async () => {
    const found = await openBytes(gzipSync('<SUBMISSION>'), undefined, '0000-95-1.nc.gz')
    expect(found.map(tell)).toEqual(['0000-95-1.nc: <SUBMISSION>'])
    expect((await openBytes(gzipSync('x'), undefined, 'nameless')).map(tell)).toEqual(['nameless: x'])
  })

  it.each([
    ['archive-is-damaged', gzipSync('x'.repeat(100)).subarray(0, -9)],
    ['archive-in-archive', gzipSync(gzipSync('x'))],
    ['archive-in-archive', gzipSync(inventedZip([{ name: 'x' }]))],
  ])('refuses with %s', async (problem, bytes) => {
    expect((await openBytes(bytes, undefined, 'a.gz')).map(tell)).toEqual([`a: ${problem}`])
  })
})

/** Two files as Python's zipfile streams them. */
const piped = [
  'UEsDBBQACAgIAAAAIVwAAAAAAAAAAAAAAAAIAAAAcC/DqS50eHTLz0tVyB8GGABQSwcIvgVgmAkAAADIAAAAUEsDBBQACAAA',
  'AAAAIVwAAAAAAAAAAAAAAAAFAAAAYi50eHR0d29QSwcIZorKEQMAAAADAAAAUEsBAhQDFAAICAgAAAAhXL4FYJgJAAAAyAAA',
  'AAgAAAAAAAAAAAAAAIABAAAAAHAvw6kudHh0UEsBAhQDFAAIAAAAAAAhXGaKyhEDAAAAAwAAAAUAAAAAAAAAAAAAAIABPwAA',
  'AGIudHh0UEsFBgAAAAACAAIAaQAAAHUAAAAAAA==',
].join('')

describe('whatever comes', () => {
  it('opens a zip that was written to a pipe, sizes after the data', async () => {
    const found = await openBytes(Buffer.from(piped, 'base64'))
    expect(found.map(tell)).toEqual([`p/é.txt: ${'one '.repeat(50)}`, 'b.txt: two'])
  })

  it('never throws, never gives other bytes than were packed, and stays within its limits', async () => {
    const contents = ['first filing', noise(800), ' '.repeat(400)]
    const whole = inventedZip(contents.map((content, at) => ({ name: `${at}.txt`, content })))
    const change = fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255) })
    const changes = fc.array(change, { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(changes, fc.nat(40), async (spots, cut) => {
        const bytes = Buffer.from(whole)
        for (const { at, to } of spots) bytes[at] = to
        const found = await openBytes(bytes.subarray(0, bytes.length - (cut > 30 ? cut : 0)), small)
        for (const file of found)
          if ('bytes' in file && file.archive) expect(contents).toContain(decode(file.bytes))
      }),
      { numRuns: 1500, seed: 20260 },
    )
  })
})
