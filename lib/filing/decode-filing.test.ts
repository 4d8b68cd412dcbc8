import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeFiling } from './decode-filing.ts'

/** A line that makes any text a filing. */
const FILING = 'Pooling and Servicing Agreement'

function linesOf(bytes: Uint8Array): string[] {
  const decoded = decodeFiling(bytes)
  return 'file' in decoded ? decoded.file.lines : [decoded.refusal.code]
}

function refusalOf(bytes: Uint8Array): string | null {
  const decoded = decodeFiling(bytes)
  return 'refusal' in decoded ? decoded.refusal.code : null
}

describe('lines', () => {
  it.each([
    ['LF', 'a\n\nb\n'],
    ['CRLF', 'a\r\n\r\nb\r\n'],
    ['CR', 'a\r\rb\r'],
  ])('end with %s alike, and no line follows the last terminator', (_, text) => {
    expect(linesOf(Buffer.from(`${FILING}\n${text}`))).toEqual([FILING, 'a', '', 'b'])
  })

  it('keep form feeds as white space that ends no line', () => {
    expect(linesOf(Buffer.from(`${FILING}\n\fPage two`))).toEqual([FILING, '\fPage two'])
  })
})

describe('encodings', () => {
  const encodingOf = (bytes: Uint8Array) => {
    const decoded = decodeFiling(bytes)
    return 'file' in decoded ? [decoded.file.encoding, decoded.file.lines[1]] : decoded.refusal
  }

  it('takes bytes below 128 as ASCII', () => {
    expect(encodingOf(Buffer.from(`${FILING}\n50.00%`))).toEqual(['ascii', '50.00%'])
  })
  it('takes UTF-8 with its mark off', () => {
    expect(encodingOf(Buffer.from(`\uFEFF${FILING}\n5.001%—6.000%`))).toEqual(['utf-8', '5.001%—6.000%'])
  })
  it('takes other bytes as windows-1252, quotes and dashes included', () => {
    const bytes = Buffer.concat([
      Buffer.from(`${FILING}\n`),
      Buffer.from([0x93, 0xe9, 0x94, 0x96, 0x97, 0x80]),
    ])
    expect(encodingOf(bytes)).toEqual(['windows-1252', '“é”–—€'])
  })
  it('takes UTF-16 that says so', () => {
    expect(encodingOf(Buffer.from(`\uFEFF${FILING}\n50%`, 'utf16le'))).toEqual(['utf-16', '50%'])
  })
})

describe('a PEM wrapper', () => {
  const wrapped = (line: string) =>
    linesOf(Buffer.from(`-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n\n${FILING}\n${line}`)).at(-1)

  it.each([
    ['- -----  ----', '-----  ----'],
    ['- - -----', '-----'],
    ['- - a bullet', '- a bullet'],
    ['-1.25', '-1.25'],
    ['- - - - -', '- - -'],
  ])('has its escapes taken off: %s', (stored, printed) => {
    expect(wrapped(stored)).toBe(printed)
  })
  it('is what makes an escape; other files keep such lines', () => {
    expect(linesOf(Buffer.from(`${FILING}\n- ----`)).at(-1)).toBe('- ----')
  })
})

describe('refusals', () => {
  const deck = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from(FILING)])
  it.each([
    ['file-is-empty', Buffer.alloc(0)],
    ['file-is-empty', Buffer.from(' \r\n\t\n')],
    ['file-is-a-pdf', Buffer.from(`%PDF-1.4\n${FILING}`)],
    ['file-is-binary', deck],
    ['file-is-binary', Buffer.from(`${FILING}${'\x01\x02'.repeat(9)}`)],
    ['file-is-too-large', Buffer.alloc(50 * 1024 * 1024 + 1, 'loan ')],
    ['file-is-not-a-filing', Buffer.from('Dear Ann,\n\nthe train leaves at 9.15, bring 2 sandwiches.\n')],
    [
      'file-is-not-a-filing',
      Buffer.from('for (let i = 0; i < 10; i += 1) {\n  total += rows[i]  // 3\n}\n'.repeat(9)),
    ],
  ])('%s', (code, bytes) => {
    expect(refusalOf(bytes)).toBe(code)
  })

  it('let a bare pool table through, words of a filing or not', () => {
    const table =
      'Ohio      12    $ 1,200,000.00   40.00%\nUtah      18    $ 1,800,000.00   60.00%\n          30    $ 3,000,000.00  100.00%'
    const leaders =
      'Ohio........ $ 1,200,000  40.00 \nUtah........ $ 1,800,000  60.00 \n......... $ 3,000,000  100.00%'
    expect(refusalOf(Buffer.from(table))).toBeNull()
    expect(refusalOf(Buffer.from(leaders))).toBeNull()
    expect(refusalOf(Buffer.from('<TABLE><TR><TD>Ohio</TD><TD>12</TD></TR></TABLE>'))).toBeNull()
  })
  it('let one stray control in a filing through', () => {
    expect(refusalOf(Buffer.from(`${FILING}, ${'as amended, '.repeat(20)}\x1a`))).toBeNull()
  })
})

describe('any bytes', () => {
  it('are decoded or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), bytes => {
        expect(Object.keys(decodeFiling(bytes))).toHaveLength(1)
      }),
      { seed: 7, numRuns: 400 },
    )
  })

  it('give a text that is their lines joined', () => {
    const noise = fc.array(fc.constantFrom('\r', '\n', '\r\n', '\f', '\t', 'a', '- -', 'é', ' '), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(noise, parts => {
        const decoded = decodeFiling(Buffer.from(FILING + parts.join('')))
        if ('refusal' in decoded) throw new Error(decoded.refusal.message)
        expect(decoded.file.text).toBe(decoded.file.lines.join('\n'))
        expect(decoded.file.lines.some(line => /[\r\n]/.test(line))).toBe(false)
      }),
      { seed: 7, numRuns: 400 },
    )
  })
})
