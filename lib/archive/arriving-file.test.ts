import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { isPacked } from '../filing/packed-file.ts'
import { inventedZip } from '../testing/invented-zip.ts'
import { printExhibit } from '../testing/print-exhibit.ts'
import { archiveLimits } from './archive-limits.ts'
import { ArrivingFile, fileLimits, gatherFile } from './arriving-file.ts'
import { byteRoom } from './byte-room.ts'
import type { FoundFile } from './found-file.ts'
import { openArchives } from './open-archives.ts'

const mega = 1024 * 1024
/** An exhibit of so many megabytes, most of them blank lines. */
const exhibitOf = (megabytes: number) => {
  const text = printExhibit('auto-loan', [
    { assetNumber: '1', reportingPeriodActualEndBalanceAmount: '5.00' },
  ])
  const filler = `${' '.repeat(1023)}\n`.repeat(megabytes * 1024)
  return Buffer.from(text.replace('</assetData>', `${filler}</assetData>`))
}

function* piecesOf(bytes: Uint8Array, length = 65_536): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

describe('a file that arrives', () => {
  it('is held as it is where it is small, or no exhibit', async () => {
    for (const bytes of [exhibitOf(1), Buffer.alloc(9 * mega, 'Principal balance\n')]) {
      const file = await gatherFile(piecesOf(bytes), fileLimits)
      expect(file !== null && !isPacked(file) && Buffer.from(file).equals(bytes)).toBe(true)
    }
  })

  it('is packed while it comes where it is a large exhibit', async () => {
    const file = new ArrivingFile(fileLimits)
    const bytes = exhibitOf(12)
    let most = 0
    for (const piece of piecesOf(bytes)) {
      expect(await file.add(piece)).toBe(true)
      most = Math.max(most, file.heldBytes)
    }
    expect(most).toBeLessThan(8.2 * mega)
    const whole = await file.whole()
    expect(isPacked(whole) && [whole.length, whole.encoding]).toEqual([bytes.length, 'ascii'])
  })

  it('may be larger than others where it is an exhibit, up to a bound of its own', async () => {
    const limits = { fileBytes: 9 * mega, exhibitBytes: 11 * mega }
    expect(await gatherFile(piecesOf(Buffer.alloc(10 * mega, 'Loans\n')), limits)).toBeNull()
    expect(await gatherFile(piecesOf(exhibitOf(10)), limits)).not.toBeNull()
    expect(await gatherFile(piecesOf(exhibitOf(11)), limits)).toBeNull()
  })

  it('is known to be too large as soon as it shows that it is no exhibit', async () => {
    const file = new ArrivingFile(fileLimits, 60 * mega)
    let taken = 0
    for (const piece of piecesOf(Buffer.alloc(20 * mega, 'Loans\n'))) {
      if (!(await file.add(piece))) break
      taken += piece.length
    }
    expect(taken).toBeLessThan(8.2 * mega)
  })
})

describe('an archive with a large exhibit', () => {
  const exhibit = exhibitOf(12)
  const open = async (name: string, bytes: Uint8Array, limits = archiveLimits) => {
    async function* sent(): AsyncGenerator<FoundFile> {
      yield { name, bytes }
    }
    const room = byteRoom({ mostBytes: 1e9, patienceMs: 1000 })
    const found: FoundFile[] = []
    for await (const file of openArchives(sent(), room, { ...limits, ratio: 1e6 })) found.push(file)
    return { found, held: room.heldBytes }
  }
  const tight = { ...archiveLimits, fileBytes: 9 * mega, exhibitBytes: 13 * mega }

  it.each([
    ['ex102.xml.gz', gzipSync(exhibit)],
    ['all.zip', inventedZip([{ name: 'ex102.xml', content: exhibit.toString() }])],
  ])('%s opens to it, packed, and holds no more room than that takes', async (name, bytes) => {
    const { found, held } = await open(name, bytes, tight)
    expect(
      found.map(file => [file.name, 'bytes' in file && isPacked(file.bytes) && file.bytes.length]),
    ).toEqual([['ex102.xml', exhibit.length]])
    expect(held).toBeLessThan(100_000)
  })

  it('refuses what is as large and no exhibit', async () => {
    const text = Buffer.alloc(12 * mega, 'Principal balance\n')
    const { found } = await open('large.txt.gz', gzipSync(text), tight)
    expect(found).toEqual([{ name: 'large.txt', archive: 'large.txt.gz', problem: 'file-is-too-large' }])
  })
})
