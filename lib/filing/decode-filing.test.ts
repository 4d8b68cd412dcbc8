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
    ['LFCR', 'a\n\r\n\rb\n\r'],
    ['CRCRLF', 'a\r\r\n\r\r\nb\r\r\n'],
    ['CRLFCR', 'a\r\n\r\r\n\rb\r\n\r'],
    ['vertical tabs', 'a\v\vb\v'],
    ['next line', 'a\u0085\u0085b\u0085'],
    ['line separators', 'a\u2028\u2028b\u2028'],
    ['paragraph separators', 'a\u2029\u2029b\u2029'],
  ])('end with %s alike, and no line follows the last terminator', (_, text) => {
    expect(linesOf(Buffer.from(`${FILING}\n${text}`))).toEqual([FILING, 'a', '', 'b'])
  })

  it('end in CR behind CRLF where most others end in LF', () => {
    const text = `${FILING}\na\nb\r\n\rc\n`
    expect(linesOf(Buffer.from(text))).toEqual([FILING, 'a', 'b', '', 'c'])
  })

  it('keep form feeds as white space that ends no line', () => {
    expect(linesOf(Buffer.from(`${FILING}\n\fPage two\f`))).toEqual([FILING, '\fPage two\f'])
  })

  it('end at a form feed between printed characters', () => {
    const lines = linesOf(Buffer.from(`${FILING}\n 12   30\f\f  Page two\f`))
    expect(lines).toEqual([FILING, ' 12   30', '\f\f  Page two\f'])
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
  it('takes UTF-16 in either order that does not say so', () => {
    const little = Buffer.from(`${FILING}\n50%`, 'utf16le')
    expect(encodingOf(little)).toEqual(['utf-16', '50%'])
    expect(encodingOf(Buffer.from(little).swap16())).toEqual(['utf-16', '50%'])
  })
})

describe('characters that print nothing', () => {
  const opening = `${FILING}, ${'as amended, '.repeat(40)}`
  const decode = (text: string) => {
    const decoded = decodeFiling(Buffer.from(`${opening}\n${text}`))
    if ('refusal' in decoded) throw new Error(decoded.refusal.message)
    return { line: decoded.file.lines.at(-1), issues: decoded.issues }
  }

  it.each([
    ['NULs strewn in', 'Ohio   1\0,234\0\0.00', 'Ohio   1,234.00', 'nuls-are-left-out'],
    ['NULs that pad a field', 'Ohio\0\0\0\0\0 1,234', 'Ohio      1,234', 'nuls-are-left-out'],
    ['controls', 'Ohio \x0f 1,234\x1a', 'Ohio  1,234', 'controls-are-left-out'],
    ['colours of a terminal', 'Ohio \x1b[1;31m1,234\x1b[0m', 'Ohio 1,234', 'controls-are-left-out'],
    [
      'marks without width',
      'Ohio 1,\u200b2\ufeff34\u200e',
      'Ohio 1,234',
      'invisible-characters-are-left-out',
    ],
    ['soft hyphens in a word', 'Docu\u00admentation', 'Documentation', 'invisible-characters-are-left-out'],
  ])('leaves out %s, and says where', (_, text, printed, code) => {
    const { line, issues } = decode(text)
    expect(line).toBe(printed)
    expect(issues.map(one => one.code)).toEqual([code])
    expect(issues[0]?.at?.line).toBe(2)
  })

  it('tells at the end of the file what stands behind its last line break', () => {
    const { line, issues } = decode('Ohio 1,234\n\0')
    expect(line).toBe('Ohio 1,234')
    expect(issues[0]).toMatchObject({ code: 'nuls-are-left-out', at: { line: 2, start: 11, end: 11 } })
  })

  it('tells how many there were, and the place of the first', () => {
    const [issue] = decode('Ohio   1\0,2\x0034').issues
    expect(issue).toMatchObject({ at: { line: 2, start: 9, end: 9 } })
    expect(issue?.message).toContain('2 NUL characters')
  })

  it('never joins what separators part, nor figures that a soft hyphen stands between', () => {
    expect(decode('12\x1f345').line).toBe('12 345')
    expect(decode('60.01\u00ad65.00').line).toBe('60.01-65.00')
  })

  it('reads characters that are printed over others as they look on paper', () => {
    const { line, issues } = decode('_\bT_\bo_\bt_\ba_\bl   1\b12\b2')
    expect(line).toBe('Total   12')
    expect(issues).toMatchObject([{ code: 'characters-are-printed-over-others', at: { line: 2 } }])
  })

  it('raises nothing where nothing is left out', () => {
    expect(decode('Ohio   1,234.00').issues).toEqual([])
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

/** Text of a mainframe: letters, digits and a few signs of code page 37. */
function toEbcdic(text: string): Buffer {
  const letters = 'abcdefghi·······jklmnopqr········stuvwxyz'
  return Buffer.from(
    [...text].map(character => {
      const small = character.toLowerCase()
      if (/[a-z]/.test(small)) return 0x81 + letters.indexOf(small) - (character === small ? 0 : -0x40)
      if (/\d/.test(character)) return 0xf0 + Number(character)
      return { ' ': 0x40, ',': 0x6b, '-': 0x60 }[character] ?? 0x4b
    }),
  )
}

describe('refusals', () => {
  const deck = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from(FILING)])
  it.each([
    ['file-is-empty', Buffer.alloc(0)],
    ['file-is-empty', Buffer.from(' \r\n\t\n')],
    ['file-is-a-pdf', Buffer.from(`%PDF-1.4\n${FILING}`)],
    ['file-is-binary', deck],
    ['file-is-binary', Buffer.from(`${FILING.padEnd(257, '\0')}ustar\0`)],
    ['file-is-empty', Buffer.alloc(2000)],
    ['file-is-in-ebcdic', toEbcdic(`${FILING}, as of the cut-off date, loans 1,234 in all `.repeat(9))],
    ['file-is-binary', Buffer.from(`${FILING}${'\x01\x02'.repeat(9)}`)],
    ['file-is-too-large', Buffer.alloc(50 * 1024 * 1024 + 1, 'loan ')],
    ['file-is-not-a-filing', Buffer.from('Dear Ann,\n\nthe train leaves at 9.15, bring 2 sandwiches.\n')],
    [
      'file-is-not-a-filing',
      Buffer.from('\ufeff[\n  { "dimension": "Principal Balance", "trust": 2002 }\n]\n'),
    ],
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
        const decoded = decodeFiling(bytes)
        expect('file' in decoded).toBe(!('refusal' in decoded))
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

describe('a file cut in the middle of a character', () => {
  const text = `${FILING}\nTotal — 100.00%\n`
  const read = (bytes: Uint8Array) => {
    const decoded = decodeFiling(bytes)
    if ('refusal' in decoded) throw new Error(decoded.refusal.message)
    return { lines: decoded.file.lines, issues: decoded.issues.map(({ code, at }) => [code, at?.line]) }
  }
  it.each([
    ['UTF-16', Buffer.from(text, 'utf16le').subarray(0, -1)],
    ['UTF-8, after one byte', Buffer.from(`${text}é`).subarray(0, -1)],
    ['UTF-8, after three', Buffer.from(`${text}😀`).subarray(0, -1)],
  ])('of %s keeps all lines before, and says so', (_, bytes) => {
    const { lines, issues } = read(bytes)
    expect(lines.slice(0, 2)).toEqual(text.trimEnd().split('\n'))
    expect(issues).toEqual([['file-ends-inside-a-character', lines.length]])
  })
  it('is none where a byte beyond ASCII ends a file of windows-1252', () => {
    const { lines, issues } = read(Buffer.from(`${FILING}\nCaf\xe9`, 'latin1'))
    expect(lines[1]).toBe('Café')
    expect(issues).toEqual([])
  })
})
