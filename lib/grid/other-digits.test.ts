import { describe, expect, it } from 'vitest'
import { readFiling } from '../read-filing.ts'

function read(text: string) {
  const answer = readFiling(Buffer.from(text), 'digits.txt')
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  return answer.report
}

const table = `Mortgage Rates

Mortgage Rate     Loans        Balance
6.125%               12     $ 1,200.00
6.250%                5         800.00
Total                17     $ 2,000.00
`
const digitsFrom = (zero: number) => (digit: string) => String.fromCodePoint(zero + Number(digit))
const inDigits = (zero: number) => table.replace(/\d/g, digitsFrom(zero))
const valuesOf = ({ stratifications }: ReturnType<typeof read>) =>
  stratifications.map(({ buckets, total }) => [...buckets.map(row => [row.range, row.values]), total?.values])

describe('digits other than 0 to 9', () => {
  it.each([
    ['of double width', 0xff10],
    ['of Arabic', 0x660],
    ['of Persian', 0x6f0],
    ['of Hindi', 0x966],
  ])('%s are read for what they are, and told with their place', (_, zero) => {
    const report = read(inDigits(zero))
    expect(valuesOf(report)).toEqual(valuesOf(read(table)))
    expect(report.issues.filter(one => one.code === 'digits-are-of-another-script')).toMatchObject([
      { at: { line: 4, start: 1, lastLine: 6, end: 39 } },
    ])
  })

  it('of double width are read with signs as wide', () => {
    const wide = table.replace(/[\d.,%$]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
    expect(valuesOf(read(wide))).toEqual(valuesOf(read(table)))
  })

  it('are told where one figure alone is printed so', () => {
    const report = read(table.replace('800', '８００'))
    expect(report.stratifications[0]?.buckets[1]?.values.balanceCents).toBe(80000)
    expect(report.issues).toContainEqual(
      expect.objectContaining({ code: 'digits-are-of-another-script', at: { line: 5, start: 33, end: 36 } }),
    )
  })

  it('that take two places are told and not read', () => {
    const report = read(
      `${table}\nMortgage Rates\n\n${'6.125%     \u{1d7d9}\u{1d7da}     1,200.00\n'.repeat(2)}`,
    )
    expect(report.issues).toContainEqual(
      expect.objectContaining({ code: 'digits-are-not-read', at: expect.objectContaining({ line: 10 }) }),
    )
  })

  it('are told in HTML too', () => {
    const rows = ['<tr><td>６.１２５%<td>１２<td>1,200.00', '<tr><td>6.250%<td>5<td>800.00']
    const report = read(
      `<html><p>Mortgage Rates<table>\n<tr><td>Rate<td>Loans<td>Balance\n${rows.join('\n')}\n</table>`,
    )
    expect(report.issues.map(one => one.code)).toContain('digits-are-of-another-script')
  })

  it('are no matter of a sentence', () => {
    expect(read(`${table}\nThe loans are ２６８ in all, as was said.\n`).issues).toEqual(read(table).issues)
  })
})

describe('digits and signs that HTML prints by their number or name', () => {
  const cellsOf = (line: string) =>
    line
      .split(/ {2,}/)
      .map(cell => `<td>${cell}`)
      .join('')
  const forms: Record<string, (rows: string) => string> = {
    'a table of cells': rows =>
      `<html><p>Mortgage Rates<table>\n${rows
        .split('\n')
        .slice(2)
        .map(line => `<tr>${cellsOf(line)}`)
        .join('\n')}\n</table></html>`,
    'a preformatted table': rows => `<html><pre>\n${rows}\n</pre></html>`,
    'a table aligned with blanks': rows =>
      `<html><p>Mortgage Rates</p><p>${rows.split('\n').slice(2).join('<br>\n').replaceAll(' ', '&nbsp;')}</p></html>`,
  }
  const numbered = (offset: (code: number) => number, base: 10 | 16) => (text: string) =>
    text.replace(/[\d.,%$](?![^<\n]*>)/g, sign => {
      const code = offset(sign.charCodeAt(0))
      if (code === 0) return sign
      return base === 16 ? `&#x${code.toString(16).toUpperCase()};` : `&#${code};`
    })
  const onlyDigits = (zero: number) => (code: number) => (code < 48 || code > 57 ? 0 : code - 48 + zero)
  const ways: [string, (text: string) => string, boolean][] = [
    ['of double width in hexadecimal', numbered(code => code + 0xfee0, 16), true],
    ['of double width in decimal', numbered(code => code + 0xfee0, 10), true],
    ['of Arabic', numbered(onlyDigits(0x660), 16), true],
    ['of Thai', numbered(onlyDigits(0xe50), 10), true],
    ['of ASCII', numbered(code => code, 10), false],
    [
      'by name',
      text =>
        text
          .replace(/\$/g, '&dollar;')
          .replace(/%/g, '&percnt;')
          .replace(/,/g, '&comma;')
          .replace(/\./g, '&period;'),
      false,
    ],
  ]
  for (const [form, print] of Object.entries(forms))
    it.each(ways)(
      `${form}: %s are read for what they are, and told where they are others`,
      (_, change, isTold) => {
        const plain = read(print(table))
        const report = read(print(change(table)))
        expect(valuesOf(report)).toEqual(valuesOf(plain))
        expect(valuesOf(plain)[0]?.[0]).toMatchObject([
          expect.anything(),
          { loanCount: 12, balanceCents: 120000 },
        ])
        const told = report.issues.filter(({ code }) => code === 'digits-are-of-another-script')
        expect(told).toHaveLength(isTold ? 1 : 0)
      },
    )

  it('give their place, and what a reader sees of them', () => {
    const report = read(forms['a table of cells']?.(table.replace(' 12 ', ' &#xFF11;&#65298; ')) ?? '')
    expect(report.stratifications[0]?.buckets[0]?.values.loanCount).toBe(12)
    expect(report.issues).toContainEqual(
      expect.objectContaining({
        code: 'digits-are-of-another-script',
        message: expect.stringContaining('“１２”'),
        at: { line: 3, start: 19, end: 35 },
      }),
    )
  })

  it('that take two places are told and not read', () => {
    const report = read(forms['a table of cells']?.(table.replace(' 12 ', ' &#x1D7D9;&#x1D7DA; ')) ?? '')
    expect(report.issues.map(({ code }) => code)).toContain('digits-are-not-read')
  })

  it('leave other references as they are', () => {
    const report = read(forms['a table of cells']?.(table.replace('Loans', 'Loans&#8224;')) ?? '')
    expect(report.issues.filter(({ code }) => code.startsWith('digits'))).toEqual([])
  })
})

describe('characters that mean the same', () => {
  it.each([
    ['blanks of other widths', (text: string) => text.replace(/ /g, '\u2003')],
    ['no-break spaces', (text: string) => text.replace(/ /g, '\u00a0')],
    [
      'strokes of a box',
      (text: string) => text.replace(/^(.+\d.*)$/gm, '│ $1 │').replace(/^(Mortgage Rate .*)$/m, '│ $1 │'),
    ],
    ['a rule of long dashes', (text: string) => text.replace('\n6.125%', `\n${'—'.repeat(38)}\n6.125%`)],
  ])('%s are read as plain ones', (_, change) => {
    expect(valuesOf(read(change(table)))).toEqual(valuesOf(read(table)))
  })
})
