import { describe, expect, it } from 'vitest'
import { cleanFileName, cleanPath } from './file-name.ts'

describe('cleanFileName', () => {
  it.each([
    ['filing.txt', 'filing.txt'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\filings\\ex99-1.htm', 'ex99-1.htm'],
    ['folder/', 'folder'],
    ['', 'filing.txt'],
    ['\u0000\u0007', 'filing.txt'],
    ['a\r\nSet-Cookie: b.txt', 'aSet-Cookie: b.txt'],
    ['invoice\u202Etxt.exe', 'invoicetxt.exe'],
    ['<b>bold</b>.txt', 'b>.txt'],
  ])('shows %j as %j', (sent, shown) => expect(cleanFileName(sent)).toBe(shown))

  it('keeps the ending of a long name', () => {
    const name = cleanFileName(`${'é'.repeat(1000)}.htm`)
    expect([...name]).toHaveLength(160 + 0)
    expect(name.endsWith('….htm')).toBe(true)
  })
})

describe('cleanPath', () => {
  it.each([
    ['2002/q1/filing.txt', '2002/q1/filing.txt'],
    ['../../etc/passwd', 'etc/passwd'],
    ['/etc/./passwd', 'etc/passwd'],
    ['a\\b.txt', 'a/b.txt'],
    ['a/\u202Etxt.exe', 'a/txt.exe'],
    ['..', '..'],
    ['', 'filing.txt'],
    [`${'folder/'.repeat(30)}a.txt`, 'a.txt'],
  ])('shows %j as %j', (sent, shown) => expect(cleanPath(sent)).toBe(shown))
})
