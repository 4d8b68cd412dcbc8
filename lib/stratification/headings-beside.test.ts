import { describe, expect, it } from 'vitest'
import { readFiling } from '../read-filing.ts'

type Row = readonly string[]

const asHtml = (title: string, rows: readonly Row[]) =>
  `<html><p>Alder Mortgage Loan Trust 2004-1</p><p>${title}</p><table>${rows
    .map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`)
    .join('\n')}</table></html>`

const asText = (title: string, rows: readonly Row[]) =>
  [
    'Alder Mortgage Loan Trust 2004-1',
    '',
    title,
    '',
    ...rows.map(row =>
      row
        .map((cell, at) => (at > 1 ? cell.padStart(20) : cell.padEnd(20)))
        .join('')
        .trimEnd(),
    ),
  ].join('\n')

function read(printed: string) {
  const answer = readFiling(Buffer.from(printed), printed.startsWith('<') ? 'invented.htm' : 'invented.txt')
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  const { stratifications, checks, issues } = answer.report
  const [table] = stratifications
  return {
    dimension: table?.dimension,
    stub: table?.stub?.header,
    measures: table?.columns.map(({ measure }) => measure),
    rows: table?.buckets.map(({ heading, label, values }) => [heading, label, values.loanCount]),
    lows: table?.buckets.map(({ range }) => range?.low),
    total: table?.total?.values.loanCount,
    failing: checks.filter(({ outcome }) => outcome === 'fail').length,
    issues: issues.map(({ code }) => code),
  }
}

const total: Row = ['Total', '', '100', '20,000,000.00']
const sums: Row[] = [
  ['40', '8,000,000.00'],
  ['20', '3,000,000.00'],
  ['40', '9,000,000.00'],
]
const table = (left: string, right: string, labels: readonly (readonly [string, string])[]) => [
  [left, right, 'Number of Loans', 'Principal Balance'],
  ...labels.map((pair, at) => [...pair, ...(sums[at] ?? [])]),
  total,
]

describe.each([
  ['text', asText],
  ['HTML', asHtml],
])('headings of one row each, in a column left of the labels, in %s', (_, print) => {
  const kinds = [
    ['Fixed Rate', 'Single Family'],
    ['Adjustable', 'Condominium'],
    ['Balloon', 'Two Family'],
  ] as const

  it('are told by a header that names two splits', () => {
    const found = read(print('Mortgage Loans', table('Loan Type', 'Property Type', kinds)))
    expect(found).toMatchObject({ dimension: 'property-type', stub: 'Property Type', issues: [], total: 100 })
    expect(found.rows).toEqual([
      ['Fixed Rate', 'Single Family', 40],
      ['Adjustable', 'Condominium', 20],
      ['Balloon', 'Two Family', 40],
    ])
  })

  it('are told by the title where the header over the labels names nothing known', () => {
    const found = read(print('Property Types', table('Loan Group', 'Kind of Dwelling', kinds)))
    expect(found.rows?.[0]).toEqual(['Fixed Rate', 'Single Family', 40])
    expect(found.dimension).toBe('property-type')
  })

  it('are labels of two columns still where both name the same', () => {
    const found = read(
      print(
        'Property States',
        table('State', 'Property State', [
          ['CA', 'California'],
          ['TX', 'Texas'],
          ['OH', 'Ohio'],
        ]),
      ),
    )
    expect(found.rows?.every(([heading]) => heading === undefined)).toBe(true)
  })

  const rates = [
    ['First Lien', '5.250'],
    ['Second Lien', '5.750'],
    ['Third Lien', '6.000'],
  ] as const

  it('stand over labels that are figures, where the title names their split', () => {
    const found = read(print('Mortgage Rates', table('Lien', 'Note Rate (%)', rates)))
    expect(found).toMatchObject({ dimension: 'mortgage-rate', lows: [5.25, 5.75, 6], failing: 0, total: 100 })
    expect(found.measures).toEqual(['loanCount', 'balanceCents'])
    expect(found.rows?.map(([heading]) => heading)).toEqual(['First Lien', 'Second Lien', 'Third Lien'])
  })

  it('stand over figures below which a row of their group has no words', () => {
    const [first, second, third] = rates
    const found = read(
      print('Mortgage Rates', table('Lien', 'Note Rate (%)', [first, second, ['', third[1]]])),
    )
    expect(found.rows?.map(([heading]) => heading)).toEqual(['First Lien', 'Second Lien', 'Second Lien'])
    expect(found).toMatchObject({ dimension: 'mortgage-rate', lows: [5.25, 5.75, 6], failing: 0, issues: [] })
  })

  it('are labels where the title names what they are, and the figures are averages', () => {
    const found = read(print('Lien Positions', table('Lien', 'Note Rate (%)', rates)))
    expect(found.rows?.[0]).toEqual([undefined, 'First Lien', 40])
    expect(found.measures).toEqual(['waRatePct', 'loanCount', 'balanceCents'])
  })
})

it('averages of what the title names, printed for the unlabelled total too, are no labels', () => {
  const rows: Row[] = [
    ['Range of Ratios (%)', 'Original LTV (%)', 'Number of Loans', 'Principal Balance'],
    ['60.01 to 65.00', '62.00', '40', '8,000,000.00'],
    ['65.01 to 70.00', '67.00', '60', '12,000,000.00'],
    ['', '65.00', '100', '20,000,000.00'],
  ]
  const found = read(asHtml('Original Loan-to-Value Ratios', rows))
  expect(found.measures).toEqual(['waLtvPct', 'loanCount', 'balanceCents'])
  expect(found).toMatchObject({ lows: [60.01, 65.01], total: 100, failing: 0 })
})

describe('the first heading, right below the header, in text', () => {
  const page = (...lines: string[]) => ['Alder Mortgage Loan Trust 2004-1', '', ...lines, ''].join('\n')
  const heads = (text: string) => read(text).rows?.map(([heading, label]) => `${heading}: ${label}`)

  it('heads rows set deeper whose labels are figures', () => {
    const text = page(
      'Mortgage Rates',
      '',
      'Note Rate (%)       Number of Loans   Principal Balance',
      '=======================================================',
      'Retail',
      '  5.500                          40        8,000,000.00',
      'Wholesale',
      '  5.750                          20        3,000,000.00',
      '  5.875                          40        9,000,000.00',
      'Total                           100       20,000,000.00',
    )
    expect(heads(text)).toEqual(['Retail: 5.500', 'Wholesale: 5.750', 'Wholesale: 5.875'])
    expect(heads(text.replace(/=+\n/, ''))).toEqual(['Retail: 5.500', 'Wholesale: 5.750', 'Wholesale: 5.875'])
  })

  it('heads rows set as deep as it, as those further below do', () => {
    const text = page(
      'Property States',
      '',
      'State               Number of Loans   Principal Balance',
      'Retail',
      'Colorado                         40        8,000,000.00',
      'Wholesale',
      'Georgia                          20        3,000,000.00',
      'Ohio                             40        9,000,000.00',
      'Total                           100       20,000,000.00',
    )
    expect(heads(text)).toEqual(['Retail: Colorado', 'Wholesale: Georgia', 'Wholesale: Ohio'])
    expect(read(text).stub).toBe('State')
  })

  it('is no title where a sentence ends the page', () => {
    const text = page(
      'Original Loan-to-Value Ratios',
      '',
      'Range (%)           Number of Loans   Principal Balance',
      '=======================================================',
      'Owner Occupied',
      '75.01 - 80.00                    60       11,000,000.00',
      'Non-Owner Occupied',
      '60.00 or less                    40        9,000,000.00',
      'Total                           100       20,000,000.00',
      '',
      'Note: as of the Cut-off Date.',
    )
    expect(heads(text)).toEqual(['Owner Occupied: 75.01 - 80.00', 'Non-Owner Occupied: 60.00 or less'])
  })
})
