import { describe, expect, it } from 'vitest'
import { decodePlainly } from './plain-decoding.ts'

const bytes = (...parts: (string | number)[]) =>
  Buffer.concat(parts.map(part => (typeof part === 'number' ? Buffer.of(part) : Buffer.from(part))))

describe('decodePlainly', () => {
  it.each<[string, Uint8Array, string, number, string[]]>([
    ['ASCII', bytes('a\r\nb\n'), 'ascii', 5, ['a', 'b']],
    ['what prints nothing', bytes('a\0b\u001bc'), 'ascii', 5, ['a\0b\u001bc']],
    ['UTF-8 behind its mark', bytes('\ufeffé\n'), 'utf-8', 6, ['é']],
    ['UTF-8 that ends inside a character', bytes('é–', 0xe2, 0x80), 'utf-8', 5, ['é–']],
    ['UTF-8 that ends after one byte of two', bytes('é–', 0xc3), 'utf-8', 5, ['é–']],
    ['windows-1252', bytes('a', 0x96, 'b'), 'windows-1252', 3, ['a–b']],
    ['UTF-16', Buffer.from('\ufeffab\n', 'utf16le'), 'utf-16le', 8, ['ab']],
    [
      'UTF-16 that ends inside a character',
      Buffer.concat([Buffer.from('\ufeffab', 'utf16le'), Buffer.of(0x63)]),
      'utf-16le',
      6,
      ['ab'],
    ],
    ['a form feed between words', bytes('a\fb'), 'ascii', 3, ['a', '\fb']],
  ])('gives %s', (_, file, encoding, length, lines) =>
    expect(decodePlainly(file)).toEqual({ decoding: { encoding, bytes: length }, lines }),
  )
})
