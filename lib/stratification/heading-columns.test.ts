import { describe, expect, it } from 'vitest'
import { readFiling } from '../read-filing.ts'

type Row = readonly (string | null)[]

const asHtml = (title: string, rows: readonly Row[]) =>
  `<html><p>Alder Mortgage Loan Trust 2004-1</p><p>${title}</p><table>${rows
    .map(row => `<tr>${row.map(cell => (cell === null ? '' : `<td>${cell}</td>`)).join('')}</tr>`)
    .join('\n')}</table></html>`

const asText = (title: string, rows: readonly Row[]) =>
  [
    'Alder Mortgage Loan Trust 2004-1',
    '',
    title,
    '',
    ...rows.map(row =>
      row
        .map((cell, at) => (at > 1 ? (cell ?? '').padStart(20) : (cell ?? '').padEnd(16)))
        .join('')
        .trimEnd(),
    ),
  ].join('\n')

function read(printed: string) {
  const answer = readFiling(Buffer.from(printed), printed.startsWith('<') ? 'invented.htm' : 'invented.txt')
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  const { stratifications, checks, issues } = answer.report
  return {
    rows: stratifications.flatMap(({ loanGroup, buckets }) =>
      buckets.map(({ heading, label }) => `${heading ?? loanGroup} | ${label}`),
    ),
    totals: stratifications.map(({ total }) => total?.label ?? null),
    measures: stratifications[0]?.columns.map(({ measure }) => measure),
    failing: checks.filter(({ outcome }) => outcome === 'fail').map(({ code }) => code),
    issues: issues.map(({ code }) => code),
  }
}

const head = ['Loan Type', 'Property Type', 'Number of Loans', 'Principal Balance']
const first: Row[] = [
  ['Fixed Rate', 'Single Family', '40', '8,000,000.00'],
  ['Fixed Rate', 'Condominium', '20', '3,000,000.00'],
]
const second: Row[] = [
  ['Adjustable', 'Single Family', '30', '7,000,000.00'],
  ['Adjustable', 'Condominium', '10', '2,000,000.00'],
]
const total: Row = ['Total', '', '100', '20,000,000.00']
const rows = [
  'Fixed Rate | Single Family',
  'Fixed Rate | Condominium',
  'Adjustable | Single Family',
  'Adjustable | Condominium',
]
const once = (group: readonly Row[]) => group.map((row, at) => (at === 0 ? row : ['', ...row.slice(1)]))
const spanning = (group: readonly Row[]) =>
  group.map((row, at) => [at === 0 ? (row[0] ?? '') : null, ...row.slice(1)])

describe.each([
  ['text', asText],
  ['HTML', asHtml],
])('headings in a column left of the labels, in %s', (_, print) => {
  it.each([
    ['beside each row', [...first, ...second]],
    ['beside the first of their rows', [...once(first), ...once(second)]],
  ])('are those of their rows where they stand %s', (_, body) => {
    const found = read(print('Property Types', [head, ...body, total]))
    expect(found.rows).toEqual(rows)
    expect(found.failing).toEqual([])
    expect(found.totals).toEqual(['Total'])
  })

  it('are labels where no two rows have the same', () => {
    const found = read(print('Property Types', [head, ...first.slice(0, 1), ...second.slice(0, 1)]))
    expect(found.rows.join()).not.toContain('Fixed Rate | Single Family')
  })
})

describe('headings in a column of HTML', () => {
  const body = [...spanning(first), ...spanning(second)]
  const spanned = (lines: readonly Row[]) =>
    asHtml('Property Types', lines).replaceAll(/<td>(Fixed Rate|Adjustable)/g, '<td rowspan="2">$1')

  it('may span their rows', () => {
    const found = read(spanned([head, ...body, total]))
    expect(found.rows).toEqual(rows)
    expect(found.failing).toEqual([])
  })

  it('stand over sums without a label', () => {
    const sums = [
      once(first),
      [['', '', '60', '11,000,000.00']],
      once(second),
      [['', '', '40', '9,000,000.00']],
    ]
    const found = read(asHtml('Property Types', [head, ...sums.flat(), total]))
    expect(found.rows).toEqual(rows)
    expect(found.failing).toEqual([])
  })

  it('stand beside a sum that has no other words', () => {
    const sums = [
      first,
      [['Fixed Rate', '', '60', '11,000,000.00']],
      second,
      [['Adjustable', '', '40', '9,000,000.00']],
    ]
    const found = read(asHtml('Property Types', [head, ...sums.flat(), total]))
    expect(found.rows).toEqual(rows)
    expect(found.failing).toEqual([])
  })

  it('leave the last sum to its rows where no total of all is printed', () => {
    const sums = [
      once(first),
      [['Total', '', '60', '11,000,000.00']],
      once(second),
      [['Total', '', '40', '9,000,000.00']],
    ]
    const found = read(asHtml('Property Types', [head, ...sums.flat()]))
    expect(found.totals).not.toContain('Total')
    expect(found.failing).toEqual([])
  })

  it('stand over labels that are figures', () => {
    const terms = (group: readonly Row[]) =>
      group.map(([over = '', , ...more], at) => [over, at ? '360' : '180', ...more])
    const header = ['Loan Type', 'Original Term', 'Number of Loans', 'Principal Balance']
    const sum: Row = ['Fixed Rate Total', '', '60', '11,000,000.00']
    const own = ['Fixed Rate | 180', 'Fixed Rate | 360', 'Adjustable | 180', 'Adjustable | 360']
    const blank = read(
      asHtml('Original Terms', [header, ...once(terms(first)), ...once(terms(second)), total]),
    )
    expect(blank.rows).toEqual(own)
    expect(blank.measures).toEqual(['loanCount', 'balanceCents'])
    const again = read(asHtml('Original Terms', [header, ...terms(first), sum, ...terms(second), total]))
    expect(again.rows).toEqual(own)
    expect(again.failing).toEqual([])
  })
})

it('a share of the rows below the same heading is none of all rows, and told', () => {
  const shares = ['72.73', '27.27', '77.78', '22.22']
  const body = [...once(first), ...once(second)].map((row, at) => [...row, shares[at] ?? ''])
  const header = [...head, 'Percent of Balance']
  const found = read(asHtml('Property Types', [header, ...body, [...total, '100.00']]))
  expect(found.rows).toEqual(rows)
  expect(found.failing).toEqual([])
  expect(found.measures).toEqual(['loanCount', 'balanceCents', null])
  expect(found.issues).toContain('column-is-not-understood')
})
