import { describe, expect, test } from 'vitest'
import { readFiling } from '../read-filing.ts'

/** A label, and the figures behind it, blank where the line has none. */
type Printed = readonly [label: string, figures?: readonly string[]]

const text = (stub: string, lines: readonly Printed[]) => {
  const row = (label: string, figures: readonly string[]) =>
    label.padEnd(28) + figures.map(figure => figure.padStart(16)).join('')
  const header = row(stub, ['Loans', 'Balance', '% of Pool'])
  const body = lines.map(([label, figures = []]) => row(label, figures).trimEnd())
  return ['Mortgage Loans', '', header, '-'.repeat(76), ...body, ''].join('\n')
}

const html = (stub: string, lines: readonly Printed[]) => {
  const indent = (label: string) => label.replace(/^ +/, blanks => '&nbsp;'.repeat(blanks.length))
  const row = (label: string, figures: readonly string[]) =>
    `<tr>${[indent(label), ...figures].map(cell => `<td>${cell}</td>`).join('')}</tr>`
  const body = lines.map(([label, figures = ['', '', '']]) => row(label, figures))
  const header = row(stub, ['Loans', 'Balance', '% of Pool'])
  return `<html><p>Mortgage Loans</p><table>${[header, ...body].join('\n')}</table></html>`
}

const a = ['100', '$10,000,000', '50.00%']
const b = ['50', '5,000,000', '25.00%']
const all = ['200', '$20,000,000', '100.00%']

function read(source: string) {
  const answer = readFiling(Buffer.from(source), 'labels.txt')
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  const { stratifications, issues, checks } = answer.report
  const [table] = stratifications
  return {
    rows: table?.buckets.map(({ label, heading }) => [heading, label].filter(Boolean).join(': ')),
    loans: table?.buckets.map(({ values }) => values.loanCount),
    ranges: table?.buckets.map(({ range }) => range && [range.low, range.high]),
    total: table?.total?.values.loanCount,
    issues: issues.map(({ code }) => code),
    failing: checks.filter(({ outcome }) => outcome === 'fail').length,
  }
}

const documentation = ['Full Documentation', 'Stated Income', 'No Documentation']
const wrapped = [
  'Full Documentation, Alternative Documentation or Lender Streamlined',
  'Stated Income',
  'No Income, No Asset Verification',
]
const whole = { loans: [100, 50, 50], total: 200, issues: [], failing: 0 }

describe.each([
  ['text', text],
  ['HTML', html],
])('in %s', (_, print) => {
  test('figures stand on the line below their labels', () => {
    const lines: Printed[] = [
      ['Full Documentation'],
      ['', a],
      ['Stated Income'],
      ['', b],
      ['No Documentation'],
      ['', b],
      ['Total'],
      ['', all],
    ]
    expect(read(print('Documentation', lines))).toMatchObject({ rows: documentation, ...whole })
  })

  test('some figures stand below their labels, and others beside', () => {
    const lines: Printed[] = [
      ['Full Documentation'],
      ['', a],
      ['Stated Income', b],
      ['No Documentation'],
      ['', b],
      ['', all],
    ]
    expect(read(print('Documentation', lines))).toMatchObject({ rows: documentation, ...whole })
  })

  test('ranges stand over their figures', () => {
    const lines: Printed[] = [
      ['50.00 or less'],
      ['', a],
      ['50.01 - 80.00'],
      ['', b],
      ['80.01 - 90.00'],
      ['', b],
      ['Total', all],
    ]
    expect(read(print('Original LTV (%)', lines))).toMatchObject({
      ranges: [
        [null, 50],
        [50.01, 80],
        [80.01, 90],
      ],
      ...whole,
    })
  })

  test.each<[string, Printed[]]>([
    [
      'the last',
      [
        ['Full Documentation,'],
        ['Alternative Documentation or'],
        ['Lender Streamlined', a],
        ['Stated Income', b],
        ['No Income, No Asset'],
        ['Verification', b],
      ],
    ],
    [
      'the last, set deeper',
      [
        ['Full Documentation,'],
        ['  Alternative Documentation or'],
        ['  Lender Streamlined', a],
        ['Stated Income', b],
        ['No Income, No Asset'],
        ['  Verification', b],
      ],
    ],
    [
      'the first',
      [
        ['Full Documentation,', a],
        ['Alternative Documentation or'],
        ['Lender Streamlined'],
        ['Stated Income', b],
        ['No Income, No Asset', b],
        ['Verification'],
      ],
    ],
    [
      'the first, others set deeper',
      [
        ['Full Documentation,', a],
        ['  Alternative Documentation or'],
        ['  Lender Streamlined'],
        ['Stated Income', b],
        ['No Income, No Asset', b],
        ['  Verification'],
      ],
    ],
  ])('figures stand on %s of the lines of a label', (_, lines) => {
    expect(read(print('Documentation', [...lines, ['Total', all]]))).toMatchObject({
      rows: wrapped,
      ...whole,
      issues: expect.any(Array),
    })
  })

  test('words of a range go on with its bounds', () => {
    const lines: Printed[] = [
      ['Less than or equal'],
      ['  to 50.00%', a],
      ['Greater than 50.00%'],
      ['  but less than or'],
      ['  equal to 80.00%', b],
      ['Greater than'],
      ['  80.00%', b],
      ['Total', all],
    ]
    expect(read(print('Original LTV', lines))).toMatchObject({
      rows: [
        'Less than or equal to 50.00%',
        'Greater than 50.00% but less than or equal to 80.00%',
        'Greater than 80.00%',
      ],
      ranges: [
        [null, 50],
        [50, 80],
        [80, null],
      ],
      loans: whole.loans,
    })
  })

  test('names on two lines are each of one row', () => {
    const lines: Printed[] = [
      ['Single Family'],
      ['  Detached', a],
      ['Planned Unit'],
      ['  Development', b],
      ['Two- to Four-'],
      ['  Family', b],
      ['Total', all],
    ]
    expect(read(print('Property Type', lines))).toMatchObject({
      rows: ['Single Family Detached', 'Planned Unit Development', 'Two- to Four-Family'],
      ...whole,
    })
  })

  test('rates below headings are labels all the same', () => {
    const lines: Printed[] = [
      ['Fixed Rate'],
      ['6.000', a],
      ['Adjustable Rate'],
      ['6.500', b],
      ['6.625', b],
      ['Total', all],
    ]
    expect(read(print('Mortgage Rate (%)', lines))).toMatchObject({
      rows: ['Fixed Rate: 6.000', 'Adjustable Rate: 6.500', 'Adjustable Rate: 6.625'],
      loans: whole.loans,
    })
  })
})

test('words over single rows whose labels are figures are no labels of theirs, in HTML', () => {
  const lines = [
    ['', 'Mortgage Rate (%)', 'Loans', 'Balance', '% of Pool'],
    ['Full Documentation'],
    ['', '5.000', ...a],
    ['Stated Income'],
    ['', '5.500', ...b],
    ['No Documentation'],
    ['', '6.000', ...b],
    ['Total', '', ...all],
  ]
  const rows = lines.map(cells => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`)
  expect(
    read(`<html><p>Mortgage Loans by Mortgage Rate</p><table>${rows.join('\n')}</table></html>`),
  ).toMatchObject({
    loans: [100, 50, 50],
    ranges: [
      [5, 5],
      [5.5, 5.5],
      [6, 6],
    ],
    total: 200,
  })
})

test('words that end the label above a sum without one are no label of it, in text', () => {
  const lines: Printed[] = [
    ['Full Documentation', a],
    ['No Income, No Asset', b],
    ['   Verification'],
    ['', ['150', '$15,000,000', '75.00%']],
  ]
  expect(read(text('Documentation', lines))).toMatchObject({
    rows: ['Full Documentation', 'No Income, No Asset Verification'],
    loans: [100, 50],
    total: 150,
  })
})
