import { describe, expect, it } from 'vitest'
import { cutPage, fillPage, pageCutter } from './page-template.ts'

const texts = { placeholders: ['NONCE', 'ORIGIN'], mark: '<missing>' }
const filled = (body: Buffer, ...fillings: string[]) =>
  Buffer.concat(fillPage(cutPage(body, texts), fillings))

describe('cutPage and fillPage', () => {
  it('put each text in its own slots, wherever they stand', () => {
    const page = Buffer.from('NONCE<a>ORIGIN/–/NONCE</a>ORIGIN')
    expect(filled(page, 'n1', 'http://o').toString()).toBe('n1<a>http://o/–/n1</a>http://o')
  })

  it('keep bytes that are no text', () => {
    const page = Buffer.from([0xff, 0x00, ...Buffer.from('NONCE'), 0xc3, 0x28])
    expect(filled(page, 'xyz', '')).toEqual(Buffer.from([0xff, 0x00, 0x78, 0x79, 0x7a, 0xc3, 0x28]))
  })

  it('leave a page without placeholders as it is', () => {
    expect(filled(Buffer.from('plain'), 'a', 'b').toString()).toBe('plain')
  })

  it('say whether the page holds the mark', () => {
    expect(cutPage(Buffer.from('a <missing> b'), texts).isMarked).toBe(true)
    expect(cutPage(Buffer.from('a &lt;missing> b'), texts).isMarked).toBe(false)
  })
})

describe('pageCutter', () => {
  it('cuts the same page once, and no more than it can keep', () => {
    const cut = pageCutter(texts)
    const first = cut('page 0 NONCE')
    expect(cut('page 0 NONCE')).toBe(first)
    for (let page = 1; page <= 50; page++) cut(`page ${page} NONCE`)
    expect(cut('page 0 NONCE')).not.toBe(first)
  })
})
