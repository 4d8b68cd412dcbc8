import { crc32, deflateRawSync, gunzipSync, gzipSync } from 'node:zlib'
import { expect, it, vi } from 'vitest'
import { inventedQuine } from '../testing/invented-quine.ts'
import { type InventedEntry, inventedZip, withZip64End, zip64Field } from '../testing/invented-zip.ts'
import { archiveLimits } from './archive-limits.ts'
import { byteRoom } from './byte-room.ts'
import type { FoundFile } from './found-file.ts'
import { openArchives } from './open-archives.ts'

vi.setConfig({ testTimeout: 120_000 })

const MB = 1024 * 1024

/** What an archive opens to, and what that cost: the least of three times where it seems too much, for others use the processor too. */
async function open(bytes: Uint8Array) {
  let least = await openOnce(bytes)
  for (let again = 0; again < 2 && least.seconds >= mostSeconds; again++) {
    const { seconds } = await openOnce(bytes)
    least = { ...least, seconds: Math.min(least.seconds, seconds) }
  }
  return least
}

/** A line a file; how much was opened, at most at once, and processor time. */
async function openOnce(bytes: Uint8Array) {
  async function* sent(): AsyncGenerator<FoundFile> {
    yield { name: 'bomb', bytes }
  }
  const lines: string[] = []
  let opened = 0
  let most = 0
  const before = process.memoryUsage().arrayBuffers
  const started = process.cpuUsage()
  for await (const file of openArchives(sent(), byteRoom({ mostBytes: 1e9, patienceMs: 1000 }))) {
    lines.push(`${file.name}: ${'bytes' in file ? file.bytes.length : file.problem}`)
    if ('bytes' in file) opened += file.bytes.length
    most = Math.max(most, process.memoryUsage().arrayBuffers - before)
  }
  const { user, system } = process.cpuUsage(started)
  return { lines, opened, most, seconds: (user + system) / 1e6 }
}

/** Processor time of all threads, in seconds: the clock would measure what else the machine does. */
const mostSeconds = 2

/** Blanks and figures of which each entry opens to as much as its ratio lets it. */
const content = Buffer.alloc(MB, ' ')
const packed = deflateRawSync(content)
const whole = { packed, size: content.length, crc: crc32(content) }

/** As many entries as a directory may have, all of the same data. */
const overlapping = (count: number): InventedEntry[] =>
  Array.from({ length: count }, (_, at) => ({ name: String(at), ...whole, ...(at > 0 && { headerAt: 0 }) }))

/**
 * Entries each of whose data holds the next whole entry in a block that is not packed, so that what they open to grows
 * with the square of their number, and no two headers are at one place.
 */
function quoting(count: number): Buffer {
  const nameLength = 5
  const kernel = deflateRawSync(content)
  let held: { bytes: Buffer; content: Buffer } = { bytes: kernel, content }
  const entries: { name: string; packed: Buffer; content: Buffer }[] = []
  for (let at = 0; at < count; at++) {
    const name = String(at).padStart(nameLength, '0')
    entries.unshift({ name, packed: held.bytes, content: held.content })
    const file = inventedZip([
      { name, packed: held.bytes, size: held.content.length, crc: crc32(held.content) },
    ]).subarray(0, 30 + name.length)
    const block = Buffer.alloc(5)
    block.writeUInt16LE(file.length, 1)
    block.writeUInt16LE(0xffff - file.length, 3)
    held = { bytes: Buffer.concat([block, file, held.bytes]), content: Buffer.concat([file, held.content]) }
  }
  let headerAt = 0
  const [outer, ...inner] = entries
  const first = { name: outer?.name ?? '', packed: outer?.packed ?? Buffer.alloc(0) }
  return inventedZip([
    { ...first, size: outer?.content.length ?? 0, crc: crc32(outer?.content ?? Buffer.alloc(0)) },
    ...inner.map(entry => {
      headerAt += 30 + nameLength + 5
      const { length } = entry.content
      return { ...entry, size: length, crc: crc32(entry.content), headerAt, packedSize: entry.packed.length }
    }),
  ])
}

it.each([2, 2000, 65_535])('opens none of %d entries that all point to the same data', async count => {
  const { lines, opened, seconds } = await open(inventedZip(overlapping(count)))
  expect(lines[0]).toBe('bomb: archive-entries-overlap')
  expect(lines.slice(1)).toEqual(count > archiveLimits.files ? ['bomb: archive-holds-too-much'] : [])
  expect(opened).toBe(0)
  expect(seconds).toBeLessThan(mostSeconds)
})

it('opens none of the entries that hold one another, and all that lie apart', async () => {
  const quoted = await open(quoting(100))
  expect(quoted.lines).toEqual(['bomb: archive-entries-overlap'])
  expect(quoted.seconds).toBeLessThan(mostSeconds)
  const mixed = await open(inventedZip([...overlapping(3), { name: 'apart', content: 'a filing' }]))
  expect(mixed.lines).toEqual(['apart: 8', 'bomb: archive-entries-overlap'])
})

it('opens a zip as a whole to no more than 250 times its size', async () => {
  const entries = Array.from({ length: 500 }, (_, at) => ({ name: String(at), ...whole }))
  const zip = inventedZip(entries)
  const { lines, opened, seconds } = await open(zip)
  expect(opened).toBeLessThanOrEqual(250 * zip.length)
  expect(opened).toBeGreaterThan(100 * zip.length)
  expect(lines.at(-1)).toBe('499: archive-opens-too-far')
  expect(seconds).toBeLessThan(mostSeconds)
})

it.each<[string, (inner: Buffer) => Buffer]>([
  ['zip', inner => inventedZip([{ name: 'inner.zip', content: inner }])],
  ['gzip', inner => gzipSync(inner)],
])('opens no archive in an archive, however deep they go: %s', async (_, wrap) => {
  let nest: Buffer = gzipSync(content)
  for (let depth = 0; depth < 100; depth++) nest = wrap(nest)
  const { lines } = await open(nest)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/: archive-in-archive$/)
})

it('opens a file that opens to itself once, and then no further', async () => {
  const quine = inventedQuine()
  expect(gunzipSync(quine)).toEqual(quine)
  expect((await open(quine)).lines).toEqual(['bomb: archive-in-archive'])
  expect((await open(inventedZip([{ name: 'self.gz', content: quine }]))).lines).toEqual([
    'self.gz: archive-in-archive',
  ])
})

it.each<[string, Partial<InventedEntry>]>([
  ['more than it opens to', { size: 40 * MB, packedSize: packed.length }],
  ['less than it opens to', { size: 10 }],
  ['nothing', { size: 0 }],
])('refuses an entry that says %s, and gives the others', async (_, lie) => {
  const { lines, most } = await open(
    inventedZip([
      { name: 'a', content: 'before' },
      { name: 'b', ...whole, ...lie },
      { name: 'c', content: 'after' },
    ]),
  )
  expect(lines).toEqual(['a: 6', expect.stringMatching(/^b: archive-(is-damaged|opens-too-far)$/), 'c: 5'])
  expect(most).toBeLessThan(10 * MB)
})

const all = 0xffffffff
it.each<[string, Partial<InventedEntry>, string]>([
  ['size', { size: all, extra: zip64Field(2n ** 62n) }, 'file-is-too-large'],
  ['packed size', { packedSize: all, extra: zip64Field(2n ** 62n) }, 'archive-is-damaged'],
  ['place', { headerAt: all, extra: zip64Field(2n ** 53n - 1n) }, 'archive-is-damaged'],
  ['place of an earlier one', { headerAt: all, extra: zip64Field(0n) }, 'overlap'],
])('refuses an entry whose %s is a lie in zip64 words, and gives the others', async (_, lie, problem) => {
  const { lines } = await open(
    inventedZip([
      { name: 'a', content: 'before' },
      { name: 'c', content: 'after' },
      { name: 'b', content: 'within', ...lie },
    ]),
  )
  expect(lines).toEqual(
    problem === 'overlap' ? ['c: 5', 'bomb: archive-entries-overlap'] : ['a: 6', 'c: 5', `b: ${problem}`],
  )
})

it.each<[string, { count: bigint; directoryAt: bigint }, string[]]>([
  ['more entries than there are', { count: 2n ** 62n, directoryAt: 0n }, ['bomb: archive-is-damaged']],
  ['a directory past its end', { count: 1n, directoryAt: 2n ** 53n - 1n }, ['bomb: archive-is-damaged']],
  ['no entries', { count: 0n, directoryAt: 0n }, ['bomb: archive-holds-no-filing']],
])('comes to an end with a zip64 directory that says: %s', async (_, told, expected) => {
  expect((await open(withZip64End(inventedZip([{ name: 'a' }]), told))).lines).toEqual(expected)
})

it('reads the truth in zip64 words', async () => {
  const zip = inventedZip([{ name: 'a', content: 'a filing', size: all, extra: zip64Field(8n) }])
  const directoryAt = BigInt(zip.lastIndexOf('PK\x01\x02', undefined, 'latin1'))
  expect((await open(withZip64End(zip, { count: 1n, directoryAt }))).lines).toEqual(['a: 8'])
})

const fields = Buffer.alloc(65_532)
const manyPaths = Buffer.concat(
  Array.from({ length: 6000 }, () => Buffer.from([0x75, 0x70, 6, 0, 1, 0, 0, 0, 0, 65])),
)
it.each<[string, Partial<InventedEntry>]>([
  ['fields of nothing', { extra: fields }],
  ['names in fields', { name: 'n'.repeat(65_535), extra: manyPaths }],
  ['comments', { comment: 'c'.repeat(65_535) }],
  ['names', { name: 'n'.repeat(65_535) }],
])('follows a directory of endless %s no further than its limit', async (_, much) => {
  const entries = Array.from({ length: 700 }, (_, at) => ({ name: String(at), ...much }))
  const { lines, seconds } = await open(inventedZip(entries))
  expect(lines.at(-1)).toBe('bomb: archive-list-is-too-long')
  expect(lines.length).toBeLessThan(50)
  expect(seconds).toBeLessThan(mostSeconds)
})

it.each([
  ['2,000 of 65,535 empty files', '', archiveLimits.files + 1],
  ['10,000 of 65,535 empty folders', '/', 1],
])('looks at no more than %s', async (_, ending, count) => {
  const entries = Array.from({ length: 65_535 }, (_, at) => ({ name: `${at}${ending}`, stored: true }))
  const { lines, seconds } = await open(inventedZip(entries))
  expect(lines).toHaveLength(count)
  expect(lines.at(-1)).toBe('bomb: archive-holds-too-much')
  expect(seconds).toBeLessThan(mostSeconds)
})

/** Sixteen empty blocks, each with the tables of a code that it does not use: 184 bytes that open to nothing. */
const emptyBlocks = (() => {
  const bits: number[] = []
  const put = (value: number, width: number) => {
    for (let at = 0; at < width; at++) bits.push((value >> at) & 1)
  }
  const lengths = [0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]
  for (let block = 0; block < 16; block++) {
    put(0b100, 3)
    put(0, 5)
    put(0, 5)
    put(14, 4)
    for (const length of lengths) put(length, 3)
    // 256 codes of no length in two runs, one for the end of the block, none for distances; then that end.
    put(0, 1)
    put(138 - 11, 7)
    put(0, 1)
    put(118 - 11, 7)
    put(0b11, 2)
    put(0b01, 2)
    put(0, 1)
  }
  const bytes = Buffer.alloc(bits.length / 8)
  for (const [at, bit] of bits.entries()) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (bit << (at & 7))
  return bytes
})()
const lastBlock = Buffer.from([1, 0, 0, 0xff, 0xff])
const times = (bytes: Buffer, length: number) => Buffer.alloc(length - (length % bytes.length), bytes)

it('stops at blocks that open to nothing, in a zip and in a gzip file', async () => {
  const blocks = Buffer.concat([times(emptyBlocks, 49 * MB), lastBlock])
  const zip = await open(inventedZip([{ name: 'a', packed: blocks, size: 0, crc: 0 }]))
  expect(zip.lines).toEqual(['a: archive-is-padded'])
  const gzip = await open(Buffer.concat([gzipSync('').subarray(0, 10), blocks, Buffer.alloc(8)]))
  expect(gzip.lines).toEqual(['bomb: archive-is-padded'])
  expect(zip.seconds + gzip.seconds).toBeLessThan(mostSeconds)
})

it('takes few empty blocks for what they are', async () => {
  const { lines } = await open(
    inventedZip([{ name: 'a', packed: Buffer.concat([emptyBlocks, lastBlock]), size: 0, crc: 0 }]),
  )
  expect(lines).toEqual(['a: 0'])
})

it.each<[string, string, string]>([
  ['empty files', '', 'bomb: archive-is-padded'],
  ['files of one letter', 'x', 'bomb: archive-is-padded'],
  ['files of blanks', ' '.repeat(5000), 'bomb: file-is-too-large'],
])('stops in a gzip file of many: %s', async (_, one, expected) => {
  const { lines, seconds } = await open(times(gzipSync(one), 49 * MB))
  expect(lines).toEqual([expected])
  expect(seconds).toBeLessThan(mostSeconds)
})

it('reads a gzip file of a few, one behind the other', async () => {
  expect((await open(Buffer.concat([gzipSync('a fil'), gzipSync('ing')]))).lines).toEqual(['bomb: 8'])
})

it('stops at a name without end in a gzip file', async () => {
  const head = Buffer.from(gzipSync('').subarray(0, 10))
  head[3] = 8
  expect((await open(Buffer.concat([head, Buffer.alloc(49 * MB, 'n')]))).lines).toEqual([
    'bomb: archive-is-padded',
  ])
})

it.each([
  ['true', {}],
  ['a lie', { size: 2 ** 31, packedSize: 1, crc: 7 }],
])('opens a file whose sizes stand behind it, %s or not', async (_, toldAfter) => {
  const { lines } = await open(
    inventedZip([
      { name: 'a', content: 'a filing', toldAfter },
      { name: 'b', content: 'another', toldAfter },
    ]),
  )
  expect(lines).toEqual(['a: 8', 'b: 7'])
})

it('opens what no packer makes much smaller, whole', async () => {
  const noise = Buffer.from(Array.from({ length: 3 * MB }, (_, at) => ((at * at * 7919) % 99_733) % 256))
  const zip = await open(inventedZip([{ name: 'a', content: noise }]))
  expect(zip.lines).toEqual([`a: ${noise.length}`])
  expect((await open(gzipSync(noise, { level: 0 }))).lines).toEqual([`bomb: ${noise.length}`])
})
