import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Theme } from '../chart-inks.ts'
import { framePicture, textAt, wordsIn } from '../picture.ts'
import { drawPng } from './draw-png.ts'

/** A picture of a word, in light or dark. */
function pictureOf(word: string, theme: Theme = 'light', weight = 400): string {
  return framePicture({
    title: word,
    describedAs: word,
    theme,
    width: 200,
    height: 40,
    head: wordsIn(word, 200, { size: 16, colour: 'ink', weight }),
    foot: [],
    hatches: {},
    shapes: [textAt(0, 20, 'start', word)],
  })
}

type Pixels = { width: number; height: number; at: (x: number, y: number) => number[]; bytes: Buffer }

/** The pixels of a PNG of eight bits to each of red, green, blue and opacity, which no line filters or all do. */
function pixelsOf(png: Uint8Array): Pixels {
  const file = Buffer.from(png)
  expect(file.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
  const parts: Buffer[] = []
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at)
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)]
  expect([...file.subarray(24, 26)]).toEqual([8, 6])
  const packed = inflateSync(Buffer.concat(parts))
  const wide = width * 4
  const bytes = Buffer.alloc(wide * height)
  for (let row = 0; row < height; row++) {
    const filter = packed[row * (wide + 1)] ?? 0
    for (let place = 0; place < wide; place++) {
      const raw = packed[row * (wide + 1) + 1 + place] ?? 0
      const left = place >= 4 ? (bytes[row * wide + place - 4] ?? 0) : 0
      const up = row > 0 ? (bytes[(row - 1) * wide + place] ?? 0) : 0
      const corner = row > 0 && place >= 4 ? (bytes[(row - 1) * wide + place - 4] ?? 0) : 0
      bytes[row * wide + place] = (raw + predicted(filter, left, up, corner)) & 0xff
    }
  }
  return {
    width,
    height,
    bytes,
    at: (x, y) => [...bytes.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)],
  }
}

/** What a filter of PNG adds to a byte: those to the left, above, and in the corner. */
function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  const around = left + up - corner
  const [a, b, c] = [left, up, corner].map(one => Math.abs(around - one)) as [number, number, number]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** How many pixels are not of the ground. */
function inked({ bytes }: Pixels): number {
  const ground = bytes.readUInt32BE(0)
  let count = 0
  for (let at = 0; at < bytes.length; at += 4) if (bytes.readUInt32BE(at) !== ground) count++
  return count
}

describe('a picture as PNG', () => {
  it('has twice its pixels, on paper or on the dark', async () => {
    const light = pixelsOf(await drawPng(pictureOf('Purchase')))
    expect([light.width, light.height]).toEqual([
      496,
      2 * Number(/ height="(\d+)"/.exec(pictureOf('Purchase'))?.[1]),
    ])
    expect(light.at(2, 2)).toEqual([0xff, 0xff, 0xff, 0xff])
    const dark = pixelsOf(await drawPng(pictureOf('Purchase', 'dark')))
    expect(dark.at(2, 2)).toEqual([0x0f, 0x12, 0x15, 0xff])
  })

  it.each(['Purchase', '80.01 – 90.00', '≤ 70', 'Łódź', 'Größe'])(
    'is set in the font that it holds: %s',
    async word => {
      expect(inked(pixelsOf(await drawPng(pictureOf(word))))).toBeGreaterThan(
        inked(pixelsOf(await drawPng(pictureOf('')))) + 100,
      )
    },
  )

  it('has letters of the weights that pictures use', async () => {
    const [plain, medium, bold] = await Promise.all(
      [400, 500, 600].map(async weight =>
        inked(pixelsOf(await drawPng(pictureOf('Purchase', 'light', weight)))),
      ),
    )
    expect(medium).toBeGreaterThan(plain ?? 0)
    expect(bold).toBeGreaterThan(medium ?? 0)
  })

  it('is refused where it has more pixels than memory for it', async () => {
    const huge = pictureOf('Purchase').replace(/ height="\d+"/, ' height="90000"')
    await expect(drawPng(huge)).rejects.toThrow('too large')
  })

  it('gives back the memory of each', async () => {
    const svg = pictureOf('Purchase')
    await drawPng(svg)
    const before = process.memoryUsage().external
    for (let count = 0; count < 40; count++) await drawPng(svg)
    expect(process.memoryUsage().external - before).toBeLessThan(20e6)
  }, 60_000)
})
