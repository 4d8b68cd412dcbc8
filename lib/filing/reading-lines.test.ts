import { describe, expect, it } from 'vitest'
import { readFiling } from '../read-filing.ts'
import type { DecodedFile } from './decode-filing.ts'
import { toReadingLines } from './reading-lines.ts'
import { splitDocuments } from './split-documents.ts'

function setLines(lines: string[]) {
  const file: DecodedFile = { lines, text: lines.join('\n'), encoding: 'ascii' }
  return toReadingLines(file, splitDocuments(file).value.documents)
}

const table = [
  'Mortgage Rates',
  '',
  'Rate        Loans     Balance',
  '6.125          12    1,200.00',
  '6.250           5      800.00',
  '',
  '',
  'Total          17    2,000.00',
]
const spaced = (blanks: number) => table.flatMap(line => [line, ...Array.from({ length: blanks }, () => '')])

describe('lines that are read', () => {
  it.each([1, 2, 3])('are those before %i blank lines came after each, and know their own', blanks => {
    const set = setLines(spaced(blanks))
    expect(set?.file.lines).toEqual(table)
    const printed = table.flatMap((line, index) => (line === '' ? [] : [index]))
    expect(printed.map(index => set?.lineOf(index + 1))).toEqual(
      printed.map(index => index * (blanks + 1) + 1),
    )
    expect(set?.blanks).toBe(blanks * table.length)
  })

  it('are those of the file where lines stand one below the other', () => {
    expect(setLines(table)).toBeNull()
  })

  it('are those of the file where a cover sets each line apart', () => {
    expect(setLines(['FORM 8-K', '', 'Mill Street', '', '', 'Fernhill', '', 'Delaware'])).toBeNull()
  })

  it('are those of a document alone whose header is as it was', () => {
    const header = [
      '<SEC-HEADER>',
      'ACCESSION NUMBER: 1',
      'FILER:',
      '</SEC-HEADER>',
      '<DOCUMENT>',
      '<TYPE>8-K',
      '<TEXT>',
    ]
    const set = setLines([...header, ...spaced(1), '</TEXT>', '</DOCUMENT>'])
    expect(set?.file.lines).toEqual([...header, ...table, '</TEXT>', '</DOCUMENT>'])
  })

  it('keep page marks that stand where a blank line would', () => {
    const pages = [...spaced(1), '\f', '', ...spaced(1)]
    expect(setLines(pages)?.file.lines).toEqual([...table, '\f', ...table])
  })

  it('have page marks on lines of their own, in the columns of the file', () => {
    const set = setLines(['a  12', '\fb  34', 'c\f'])
    expect(set?.file.lines).toEqual(['a  12', '\f', ' b  34', 'c ', '\f'])
    expect([1, 2, 3, 4, 5].map(line => set?.lineOf(line))).toEqual([1, 2, 2, 3, 3])
  })
})

describe('a report', () => {
  it('gives places and counts of the lines that the file has', () => {
    const read = readFiling(Buffer.from(spaced(1).join('\n')), 'spaced.txt')
    if ('refusal' in read) throw new Error(read.refusal.message)
    const { stratifications, file, coverage } = read.report
    expect(stratifications[0]?.buckets.map(({ at }) => at.line)).toEqual([7, 9])
    expect(stratifications[0]?.total?.at.line).toBe(15)
    expect([file.lineCount, coverage.lines]).toEqual([15, 15])
  })
})
