import { describe, expect, test } from 'vitest'
import { readFiling } from '../read-filing.ts'

function page(mark: string, note: string): string {
  return `Original Loan-to-Value Ratios of the Mortgage Loans

Ratio                         Loans       Balance        Percent
----------------------    ---------  ------------  -------------
60.00% or less                  300   $60,000,000         60.00%
60.01% - 80.00%                 200    39,990,000          40.00
80.01% - 95.00%                   1        10,000${mark.padStart(15)}
----------------------    ---------  ------------  -------------
Total                           501  $100,000,000        100.00%

${note}
`
}

function cells(mark: string, note: string): string {
  const rows = [
    ['Ratio', 'Loans', 'Balance', 'Percent'],
    ['60.00% or less', '300', '$60,000,000', '60.00%'],
    ['60.01% - 80.00%', '200', '39,990,000', '40.00'],
    ['80.01% - 95.00%', '1', '10,000', mark],
    ['Total', '501', '$100,000,000', '100.00%'],
  ]
  const printed = rows.map(row => `<tr>${row.map(text => `<td>${text}</td>`).join('')}</tr>`)
  return `<html><p>Original Loan-to-Value Ratios of the Mortgage Loans</p><table>${printed.join('')}</table><p>${note}</p></html>`
}

function read(source: string, name: string) {
  const answer = readFiling(Buffer.from(source), name)
  if (!('report' in answer)) throw new Error('refused')
  const { report } = answer
  const [table] = report.stratifications
  return { table, issues: report.issues.map(({ code }) => code) }
}

describe('a mark for a share too small to print', () => {
  test.each(['+', '#', '^', '§', '†', '**', '(1)', '(a)', '[b]'])('is %s where a note says so', mark => {
    for (const [print, name] of [[page, 'a.txt'] as const, [cells, 'a.htm'] as const]) {
      const { table, issues } = read(print(mark, `${mark}  Less than 0.005%.`), name)
      expect(table?.buckets[2]?.label).toBe('80.01% - 95.00%')
      expect(table?.buckets[2]?.values.balanceCents).toBe(1_000_000)
      expect(table?.buckets[2]?.values.balancePct).toBeNull()
      expect(table?.footnotes.map(({ text }) => text)).toEqual(['Less than 0.005%.'])
      expect(issues).toEqual([])
    }
  })

  test('is told of where no note says what it is', () => {
    expect(read(page('+', 'The depositor will convey the loans.'), 'a.txt').issues).toEqual([
      'value-is-not-readable',
    ])
  })
})

describe('a letter in brackets', () => {
  const lettered = (text: string) => text.replace('80.01% - 95.00%', 'Unknown (a)    ')

  test('behind a label is a mark where a note begins with it', () => {
    const { table } = read(lettered(page('0.00', '(a)  Insured.')), 'a.txt')
    expect(table?.buckets[2]?.label).toBe('Unknown')
    expect(table?.buckets[2]?.marks).toEqual(['a'])
  })

  test.each([
    ['(a)', 'a'],
    ['[b]', 'b'],
    ['(1)', '1'],
  ])('behind a range in text is a mark: %s', (mark, name) => {
    const marked = page('0.00', `${mark}  Insured.`).replace(/(80.01% - 95.00%).{4}/, `$1 ${mark}`)
    const { table } = read(marked, 'a.txt')
    expect(table?.buckets[2]).toMatchObject({
      label: '80.01% - 95.00%',
      range: { low: 80.01, high: 95 },
      marks: [name],
    })
  })

  test.each([
    ['text', (text: string) => text.replace('  Balance', 'Balance(a)'), page, 'a.txt'],
    ['HTML', (text: string) => text.replace('Balance', 'Balance (a)'), cells, 'a.htm'],
    ['HTML, raised', (text: string) => text.replace('Balance', 'Balance<SUP>a</SUP>'), cells, 'a.htm'],
  ] as const)('behind the header of a column is no part of it, in %s', (_, letter, print, name) => {
    const { table } = read(letter(print('0.00', '(a)  As of the cut-off date.')), name)
    expect(table?.columns.map(({ header }) => header)).toEqual(['Loans', 'Balance', 'Percent'])
    expect(table?.footnotes).toHaveLength(1)
  })

  test('begins no note of a table that does not print it', () => {
    const { table } = read(page('0.00', '(a) the depositor, and'), 'a.txt')
    expect(table?.footnotes).toEqual([])
  })
})

describe('words for a share too small to print leave it unread, and its row read', () => {
  const inText = (words: string) => page('', '').replace('10,000', `10,000${words.padStart(22)}`)
  const withScores = (source: string) =>
    source
      .replace(/^(?:60|80|Total).*$/gm, line => `${line.padEnd(66)}700`)
      .replace(/^Ratio.*$/m, line => `${line.padEnd(65)}FICO`)

  test.each([
    'less than 0.01%',
    'Less than .005',
    'LT 0.01',
    'under 0.01%',
    '<0.01%',
    '(less than 0.1%)',
    'nil',
    'negligible',
    'de minimis',
  ])('“%s”', words => {
    const sources = [
      [inText(words), 'a.txt'],
      [withScores(inText(words)), 'b.txt'],
      [cells(words.replace('<', '&lt;'), ''), 'c.htm'],
    ] as const
    for (const [source, name] of sources) {
      const { table, issues } = read(source, name)
      expect(table?.buckets[2]?.label).toBe('80.01% - 95.00%')
      expect(table?.buckets[2]?.values).toMatchObject({
        loanCount: 1,
        balanceCents: 1_000_000,
        balancePct: null,
      })
      expect(issues).toEqual(/\d/.test(words) ? ['value-is-not-readable'] : [])
    }
  })
})
