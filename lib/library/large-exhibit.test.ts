import { describe, expect, it } from 'vitest'
import { isPacked, wholeBytes } from '../filing/packed-file.ts'
import { exhibitOf, inventMonths } from '../testing/invented-months.ts'
import { libraryForTests } from '../testing/library-for-tests.ts'
import { packFile } from '../testing/pack-file.ts'

const opened = libraryForTests()
const [month] = inventMonths(1)
if (!month) throw new Error('There is no month.')

/** An exhibit of nine megabytes, most of them blank lines. */
const blanks = `${' '.repeat(999)}\n`.repeat(9000)
const text = exhibitOf(month).replace('</assetData>', `${blanks}</assetData>`)
const bytes = Buffer.from(text)

describe('a large exhibit', () => {
  it('is kept as it is packed, with its loans, its lines and its bytes', async () => {
    const { library } = opened
    const { sha256, status, deal } = await library.keepFiling(await packFile(bytes), 'large.xml')
    expect([status, deal === null]).toEqual(['added', false])
    expect((await library.findLoans(sha256))?.rows.length).toBe(month.assets.length)
    const lines = text.trimEnd().split('\n')
    for (const from of [1, 4, 40, lines.length - 1])
      expect(await library.findLines(sha256, { from, to: from + 1 })).toEqual({
        lineCount: lines.length,
        first: from,
        lines: lines.slice(from - 1, from + 1),
      })
    const source = await library.findSource(sha256)
    if (source === null || !isPacked(source.bytes)) throw new Error('It is not packed.')
    expect(Buffer.from((await wholeBytes(source.bytes)) ?? []).equals(bytes)).toBe(true)
    expect(await wholeBytes({ ...source.bytes, length: 60 * 1024 * 1024 })).toBeNull()
  })

  it('is known again, packed or not', async () => {
    const { library } = opened
    for (const again of [await packFile(bytes, 1000), bytes])
      expect(await library.keepFiling(again, 'again.xml')).toMatchObject({ status: 'known' })
  })
})
