import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { chooseCoding, compressFor } from './compress-page.ts'

describe('chooseCoding', () => {
  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1.0, br;q=0', 'gzip'],
    ['gzip;q=0.0', null],
    ['identity', null],
    ['brotli', null],
    [undefined, null],
  ])('answers %j with %j', (header, coding) => expect(chooseCoding(header)).toBe(coding))
})

describe('compressFor', () => {
  const body = Buffer.from('Aggregate Principal Balance '.repeat(500))
  it('keeps every byte in every coding', async () => {
    expect(await compressFor(null, body)).toEqual(body)
    expect(gunzipSync(await compressFor('gzip', body))).toEqual(body)
    expect(brotliDecompressSync(await compressFor('br', body))).toEqual(body)
  })
})
