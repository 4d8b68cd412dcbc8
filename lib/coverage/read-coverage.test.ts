import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DecodedFile } from '../filing/decode-filing.ts'
import type { LineClaim } from '../filing/line-claim.ts'
import type { FilingDocument } from '../report.ts'
import { classifyLines } from './classify-lines.ts'
import { readCoverage } from './read-coverage.ts'

function fileOf(lines: string[]): DecodedFile {
  return { text: lines.join('\n'), lines, encoding: 'ascii' }
}

function whole(lines: string[], format: FilingDocument['format'] = 'text'): FilingDocument {
  return { sequence: null, type: null, filename: null, description: null, format, lines: [1, lines.length] }
}

/** The kind of the line in the middle, with prose around it so that it stands at no end. */
function kindOf(line: string, format: FilingDocument['format'] = 'text'): string | undefined {
  const lines = ['The loans follow.', line, 'The loans precede.']
  return classifyLines(fileOf(lines), [whole(lines, format)], [])[1]
}

it('takes a figure alone under prose for the end of its sentence when a full stop closes it', () => {
  expect(kindOf('$153,216,269.03.')).toBe('prose')
  expect(kindOf('$153,216,269.03')).toBe('unexplained')
})

describe('a number alone in HTML', () => {
  const kindsOf = (lines: string[]) => classifyLines(fileOf(lines), [whole(lines, 'html')], [])
  it('is a page number where only dress parts it from a rule or a page break', () => {
    expect(
      kindsOf(['<p>One.</p>', '<P align="center">12', '</P>', '<P><HR size="5">', '<p>Two.</p>'])[1],
    ).toBe('furniture')
  })
  it('may be a figure where a cell holds it', () => {
    expect(kindsOf(['<p>One.</p>', '<td>', '12', '</td>', '</table>', '<hr>'])[2]).toBe('unexplained')
  })
})

describe('a line nobody claims', () => {
  it.each([
    ['blank', '   \t '],
    ['furniture', '   ------  -----   ======'],
    ['furniture', '<PAGE>   12'],
    ['furniture', '            -4-'],
    ['furniture', '            S-34'],
    ['furniture', '        Page 1 of 6'],
    ['furniture', '<S>              <C>        <C>'],
    ['prose', 'as of the applicable Cut-off Date. All percentages set forth below have been'],
    ['prose', 'the month of  December,  2000  distribution  to  holders  of  each  class,  2000'],
    ['prose', '   Aggregate Principal      Percent of'],
    ['prose', 'Summary of Terms ........................... S-4'],
    ['prose', 'Dated: October 15, 2002        By: A. Person'],
    ['unexplained', 'Ohio              116         $ 46,835,874.03       20.81%'],
    ['unexplained', '                  553           $225,112,214.21     100.00'],
    ['unexplained', 'Total pool balance:            $ 225,112,214.21'],
    ['unexplained', '6.000.......          3'],
    ['unexplained', '             268'],
  ])('is %s: %s', (kind, line) => {
    expect(kindOf(line)).toBe(kind)
  })

  it.each([
    ['furniture', '<TR><TD WIDTH="40%">&nbsp;</TD></TR>'],
    ['prose', '<P>The loans were <B>sold</B>.</P>'],
    ['unexplained', '<TR><TD>Ohio</TD><TD>116</TD><TD>20.81%</TD></TR>'],
    ['unexplained', '   align="right">20.81%</TD>'],
  ])('is %s in HTML: %s', (kind, line) => {
    expect(kindOf(line, 'html')).toBe(kind)
  })
})

describe('page numbers', () => {
  it('are numbers beside a page mark or at the end, not in the middle of text', () => {
    const lines = ['Words.', '   2', '', '<PAGE>', '3', 'Words.', '268', 'Words.', '', '4']
    expect(classifyLines(fileOf(lines), [whole(lines)], [])).toEqual([
      'prose',
      'furniture',
      'blank',
      'furniture',
      'furniture',
      'prose',
      'unexplained',
      'prose',
      'blank',
      'furniture',
    ])
  })
})

describe('running headers', () => {
  it('are lines that head three pages', () => {
    const lines = [
      '<PAGE>',
      'Quillan Trust',
      'a',
      '<PAGE>',
      'Quillan Trust',
      'b',
      '<PAGE>',
      'Quillan Trust',
      'c',
    ]
    const coverage = readCoverage(fileOf(lines), [whole(lines)], [])
    expect(coverage).toMatchObject({ furniture: 6, prose: 3 })
  })
})

describe('claims', () => {
  const row = 'Ohio              116         $ 46,835,874.03       20.81%'

  it('explain what is tabular, and a row left out shows', () => {
    const lines = [row, row, '', row]
    expect(readCoverage(fileOf(lines), [whole(lines)], [{ kind: 'table', first: 1, last: 3 }])).toEqual({
      lines: 4,
      blank: 1,
      cover: 0,
      table: 2,
      footnote: 0,
      prose: 0,
      furniture: 0,
      unexplained: 1,
    })
  })

  it('count a footnote inside a table range as a footnote', () => {
    const lines = [row, '(1) Approximately.']
    const claims: LineClaim[] = [
      { kind: 'footnote', first: 2, last: 2 },
      { kind: 'table', first: 1, last: 2 },
    ]
    expect(classifyLines(fileOf(lines), [whole(lines)], claims)).toEqual(['table', 'footnote'])
  })

  it('do not reach into documents that are not read', () => {
    const lines = ['begin 644 a.gif', 'M1234  56  78']
    expect(readCoverage(fileOf(lines), [whole(lines, 'uuencoded')], [])).toMatchObject({ furniture: 2 })
  })

  it('leave the kinds adding up to the lines, whatever they are', () => {
    const line = fc.constantFrom(row, '', 'Words.', '----', '<PAGE>', '7', '\f', 'a  1  2', '<TD>4</TD>')
    const claim = fc.record({
      kind: fc.constantFrom('cover' as const, 'table' as const, 'footnote' as const),
      first: fc.integer({ min: 1, max: 40 }),
      last: fc.integer({ min: 1, max: 40 }),
    })
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 30 }),
        fc.array(claim, { maxLength: 5 }),
        (lines, claims) => {
          const { lines: count, ...kinds } = readCoverage(fileOf(lines), [whole(lines)], claims)
          expect(count).toBe(lines.length)
          expect(Object.values(kinds).reduce((sum, each) => sum + each, 0)).toBe(count)
        },
      ),
      { seed: 7, numRuns: 300 },
    )
  })
})
