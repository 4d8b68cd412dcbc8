import { expect, it } from 'vitest'
import { readFiling } from '../read-filing.ts'

type Row = readonly string[]

function read(rows: readonly Row[]) {
  const cells = (row: Row) => row.map(cell => `<td>${cell}</td>`).join('')
  const table = rows.map(row => `<tr>${cells(row)}</tr>`).join('\n')
  const page = `<html><p>Alder Mortgage Loan Trust 2004-1</p><p>Property Types</p><table>${table}</table></html>`
  const answer = readFiling(Buffer.from(page), 'invented.htm')
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  const { stratifications, issues, checks } = answer.report
  return {
    measures: stratifications[0]?.columns.map(({ measure }) => measure),
    first: stratifications[0]?.buckets[0]?.values,
    issues: issues.map(({ code }) => code),
    failing: checks.filter(({ outcome }) => outcome === 'fail').length,
  }
}

const shares: readonly Row[] = [
  ['Property Type', 'Balance of Second Liens', 'Balance', '% of Pool'],
  ['Single Family', '4,100,000', '24,000,000', '60.00%'],
  ['Condominium', '700,000', '10,000,000', '25.00%'],
  ['Two Family', '200,000', '6,000,000', '15.00%'],
  ['Total', '5,000,000', '40,000,000', '100.00%'],
]

it('takes of two balances the one that the shares of the rows are of, wherever it stands', () => {
  const found = read(shares)
  expect(found.measures).toEqual([null, 'balanceCents', 'balancePct'])
  expect(found.first).toEqual({ balanceCents: 2_400_000_000, balancePct: 60 })
  expect(found.issues).toEqual(['column-is-of-a-part'])
  expect(found.failing).toBe(0)
  const turned = read(
    shares.map(([label = '', second = '', all = '', share = '']) => [label, all, second, share]),
  )
  expect(turned.measures).toEqual(['balanceCents', null, 'balancePct'])
})

it('takes of two averages the one that says that it is one', () => {
  const found = read([
    ['Property Type', 'Loans', 'Balance', 'Mortgage Rate', 'Mean Mortgage Rate'],
    ['Single Family', '120', '24,000,000', '5.000', '6.125'],
    ['Condominium', '50', '10,000,000', '5.250', '6.500'],
    ['Total', '170', '34,000,000', '5.000', '6.235'],
  ])
  expect(found.measures).toEqual(['loanCount', 'balanceCents', null, 'waRatePct'])
  expect(found.first?.waRatePct).toBe(6.125)
  expect(found.issues).toHaveLength(1)
})
