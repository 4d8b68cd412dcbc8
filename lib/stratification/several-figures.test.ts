import { describe, expect, test } from 'vitest'
import { readFiling } from '../read-filing.ts'

const rows = [
  ['Retail', '10', '$20,000,000', '40.00%'],
  ['Office', '10', '20,000,000', '40.00%'],
  ['Industrial', '5', '10,000,000', '20.00%'],
  ['Total', '25', '$50,000,000', '100.00%'],
]
const heads = ['Property Type', 'Loans', 'Balance', '% of Pool']

type Column = readonly [header: string, ...cells: string[]]

const text = (columns: readonly Column[]) => {
  const lines = [heads, ...rows].map((row, order) =>
    [...row, ...columns.map(column => column[order] ?? '')]
      .map((cell, at) => (at === 0 ? cell.padEnd(16) : cell.padStart(22)))
      .join(''),
  )
  return ['Property Types of the Mortgage Loans', '', lines[0], '-'.repeat(120), ...lines.slice(1), ''].join(
    '\n',
  )
}

const html = (columns: readonly Column[]) => {
  const lines = [heads, ...rows].map(
    (row, order) =>
      `<tr>${[...row, ...columns.map(column => column[order] ?? '')].map(cell => `<td>${cell}</td>`).join('')}</tr>`,
  )
  return `<html><p>Property Types of the Mortgage Loans</p><table>${lines.join('\n')}</table></html>`
}

function read(source: string) {
  const answer = readFiling(Buffer.from(source), 'several.txt')
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  const { stratifications, issues } = answer.report
  const [table] = stratifications
  return {
    measures: table?.columns.map(({ measure }) => measure),
    values: table?.buckets.map(({ values }) => values),
    issues: issues.map(({ code }) => code),
  }
}

const sums = ['loanCount', 'balanceCents', 'balancePct']

describe.each([
  ['text', text],
  ['HTML', html],
])('in %s', (_, print) => {
  test.each([
    ['1.20x/2.05x', 'W.A. DSCR', 'waDscr'],
    ['5.25% - 7.50%', 'W.A. Rate', 'waRatePct'],
    ['5.25-7.50', 'W.A. Rate', 'waRatePct'],
    ['70.0 to 78.0', 'W.A. Original LTV', 'waLtvPct'],
    ['580; 720', 'W.A. FICO', 'waCreditScore'],
  ])('“%s” in the place of a figure is told, and none of its figures is given', (cell, header, measure) => {
    const { measures, values, issues } = read(print([[header, cell, cell, cell, cell]]))
    expect(measures).toEqual([...sums, measure])
    expect(values?.map(one => one[measure])).toEqual([null, null, null])
    expect(new Set(issues)).toEqual(new Set(['value-is-not-readable']))
  })

  test('one such cell leaves the others of its column', () => {
    const columns: Column[] = [
      ['W.A. Rate', '5.250%', '5.000%', '5.50% - 6.50%', '5.210%'],
      ['W.A. DSCR', '1.40x', '1.45x', '1.20x/1.50x', '1.44x'],
    ]
    const { values, issues } = read(print(columns))
    expect(values?.map(({ waRatePct, waDscr }) => [waRatePct, waDscr])).toEqual([
      [5.25, 1.4],
      [5, 1.45],
      [null, null],
    ])
    expect(issues).toEqual(['value-is-not-readable', 'value-is-not-readable'])
  })

  test('a share behind an average is none of a sum, and neither is given', () => {
    const { measures, issues } = read(
      print([['W.A. Original LTV', '80.0% (20.0%)', '75.0% (15.0%)', '70.0% (30.0%)', '76.0% (20.0%)']]),
    )
    expect(measures?.slice(3)).toEqual([null, null])
    expect(issues).toEqual(['header-may-head-another-column', 'header-may-head-another-column'])
  })
})

test('a header over several columns of averages heads none of them', () => {
  const cells = ['580', '820', '712'].map(cell => `<td>${cell}</td>`).join('')
  for (const header of ['Credit Score: Min / Max / Weighted Average', 'Credit Score', 'FICO']) {
    const lines = rows.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}${cells}</tr>`)
    const head = `<tr>${heads.map(cell => `<td>${cell}</td>`).join('')}<td colspan="3">${header}</td></tr>`
    const { measures, issues } = read(
      `<html><p>Property Types of the Mortgage Loans</p><table>${head}${lines.join('')}</table></html>`,
    )
    expect(measures).toEqual([...sums, null, null, null])
    // Words for all three figures name none of them, whatever stands over its neighbours.
    const code = header.includes('Min') ? 'column-is-not-understood' : 'header-may-head-another-column'
    expect(issues).toEqual([code, code, code])
  }
})
