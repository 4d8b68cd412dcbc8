import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillPacked, packPage } from './packed-page.ts'
import { cutPage, fillPage } from './page-template.ts'

const texts = { placeholders: ['NONCE', 'ORIGIN'], mark: '<missing>' }

function unpackFilled(page: string, fillings: string[]): string {
  const template = cutPage(Buffer.from(page), texts)
  const plain = fillPage(template, fillings)
  return gunzipSync(Buffer.concat(fillPacked(template, packPage(template), plain))).toString()
}

describe('fillPacked', () => {
  it('unpacks to the page with every slot filled', () => {
    const page = `NONCE<p>${'Aggregate Principal Balance – '.repeat(3000)}</p>ORIGINNONCE</html>NONCE`
    const filled = page.replaceAll('NONCE', 'n0nce==').replaceAll('ORIGIN', 'http://127.0.0.1:3000')
    expect(unpackFilled(page, ['n0nce==', 'http://127.0.0.1:3000'])).toBe(filled)
  })

  it('unpacks whatever stands between the slots', () => {
    const piece = fc.string({ unit: 'binary' }).filter(text => !/NONCE|ORIGIN/.test(text))
    const slot = fc.constantFrom('NONCE', 'ORIGIN')
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, slot)), fc.base64String(), (parts, nonce) => {
        const page = parts.join('')
        fc.pre(
          page.split(/NONCE|ORIGIN/).length - 1 ===
            parts.filter(part => /^(NONCE|ORIGIN)$/.test(part)).length,
        )
        const expected = parts
          .map(part => (part === 'NONCE' ? nonce : part === 'ORIGIN' ? 'o' : part))
          .join('')
        expect(unpackFilled(page, [nonce, 'o'])).toBe(Buffer.from(expected).toString())
      }),
      { seed: 7, numRuns: 200 },
    )
  })
})
