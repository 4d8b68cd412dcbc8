import { describe, expect, it } from 'vitest'
import { formatCsv, guard } from './csv.ts'
import { formatTsv } from './tsv.ts'

describe('formatCsv', () => {
  it.each([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("http://a.test","b")', '"\'=HYPERLINK(""http://a.test"",""b"")"'],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+1', "'+1"],
    ['-', "'-"],
    ['＝1', "'＝1"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
    ['﹦1', "'﹦1"],
    [' =1', "' =1"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['\u0000=1', "'\u0000=1"],
    ['\ufeff=1', "'\ufeff=1"],
    ['\u200b@x', "'\u200b@x"],
    ['50.00 and Below', '50.00 and Below'],
  ])('writes the text %j as %s', (text, written) =>
    expect(formatCsv({ headers: ['h'], rows: [[{ text }]] })).toBe(`\ufeffh\r\n${written}\r\n`),
  )

  it.each([
    [{ figure: 113346210.62, decimals: 2 }, '113346210.62'],
    [{ figure: -12.5, decimals: 2 }, '-12.50'],
    [{ figure: 100, decimals: 2 }, '100.00'],
    [{ figure: 6.317, decimals: 2 }, '6.317'],
    [{ figure: 0.1 + 0.2, decimals: null }, '0.30000000000000004'],
    [null, ''],
  ])('writes the figure %j as %s', (cell, written) =>
    expect(formatCsv({ headers: ['h'], rows: [[cell]] })).toBe(`\ufeffh\r\n${written}\r\n`),
  )

  it('guards headers too', () => expect(formatCsv({ headers: ['=x'], rows: [] })).toBe("\ufeff'=x\r\n"))
})

describe('formatTsv', () => {
  it('keeps cells apart whatever is in them', () =>
    expect(
      formatTsv({ headers: ['a', 'b'], rows: [[{ text: 'x\ty\nz' }, { figure: 1, decimals: 0 }]] }),
    ).toBe('a\tb\nx y z\t1'))

  it('guards what would run', () =>
    expect(formatTsv({ headers: ['a'], rows: [[{ text: '\t=1' }]] })).toBe("a\n' =1"))
})

describe('guard', () => {
  it('leaves ordinary text alone', () =>
    expect(guard('Stated Income/Stated Asset')).toBe('Stated Income/Stated Asset'))
})
