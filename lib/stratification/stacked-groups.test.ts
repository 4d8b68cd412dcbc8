import { describe, expect, it, test } from 'vitest'
import { readFiling } from '../read-filing.ts'

type Rows = readonly (readonly string[])[]

const asText = (rows: Rows) => `Mortgage loans of the trust

                            PROPERTY TYPES

Property Type            Number of Loans    Principal Balance    Percent of Group
----------------------------------------------------------------------------------
${rows
  .map(row =>
    row.length < 2
      ? `${row[0] ?? ''}`
      : row.map((cell, at) => (at ? cell.padStart(19) : cell.padEnd(22))).join(''),
  )
  .join('\n')}
`
const asHtml = (
  rows: Rows,
) => `<html><body><p>Mortgage loans of the trust</p><p><b>PROPERTY TYPES</b></p><table>
<tr><td>Property Type</td><td>Number of Loans</td><td>Principal Balance</td><td>Percent of Group</td></tr>
${rows.map(row => `<tr>${row.length < 2 ? `<td colspan=4>${row[0] ?? ''}</td>` : row.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}
</table></body></html>`

const blockOf = (heading: string, total: string, counts: readonly [number, number]): Rows => [
  [heading],
  ['Single Family', String(counts[0]), `${counts[0]},000`, '75.00%'],
  ['Condominium', String(counts[1]), `${counts[1]},000`, '25.00'],
  [total, String(counts[0] + counts[1]), `${counts[0] + counts[1]},000`, '100.00%'],
  [''],
]

function tablesIn(text: string) {
  const read = readFiling(Buffer.from(text), text.startsWith('<') ? 'a.htm' : 'a.txt')
  if ('refusal' in read) throw new Error(read.refusal.message)
  return {
    groups: read.report.stratifications.map(({ loanGroup }) => loanGroup),
    labels: read.report.stratifications.map(({ buckets }) =>
      buckets.map(({ label, heading }) => heading ?? label),
    ),
    loans: read.report.stratifications.map(({ total }) => total?.values.loanCount),
    failing: read.report.checks.filter(({ outcome }) => outcome === 'fail').length,
  }
}

describe.each([
  ['text', asText],
  ['HTML', asHtml],
])('loan groups below each other in one table, %s', (_, print) => {
  test.each([
    ['Group 1', 'Group 2', 'Total Group 1', 'Total Group 2'],
    ['Loan Group I:', 'Loan Group II:', 'Total', 'Total'],
    ['Fixed Rate Loans', 'Adjustable Rate Loans', 'Total Fixed Rate Loans', 'Total Adjustable Rate Loans'],
  ])('are tables of their own: %s and %s', (one, other, first, second) => {
    const read = tablesIn(print([...blockOf(one, first, [300, 100]), ...blockOf(other, second, [150, 50])]))
    expect(read).toEqual({
      groups: [one.replace(':', ''), other.replace(':', '')],
      labels: [
        ['Single Family', 'Condominium'],
        ['Single Family', 'Condominium'],
      ],
      loans: [400, 200],
      failing: 0,
    })
  })

  it('are none where the last sum is that of all', () => {
    const rows = [
      ['Group 1'],
      ['Single Family', '300', '300,000', '50.00%'],
      ['Condominium', '100', '100,000', '16.67'],
      ['Total Group 1', '400', '400,000', '66.67%'],
      ['Group 2'],
      ['Single Family', '150', '150,000', '25.00%'],
      ['Condominium', '50', '50,000', '8.33'],
      ['Total', '600', '600,000', '100.00%'],
    ]
    expect(tablesIn(print(rows)).groups).toEqual([null])
  })

  it('are rows of one under a total of all', () => {
    const rows = [
      ...blockOf('Group 1', 'Total Group 1', [300, 100]).slice(0, -1),
      ...blockOf('Group 2', 'Total Group 2', [150, 50]).slice(0, -1),
      ['Total', '600', '600,000', '200.00%'],
    ]
    expect(tablesIn(print(rows)).groups).toEqual([null])
  })
})

test('sums without words part groups too', () => {
  const rows = [...blockOf('Group 1:', '', [300, 100]), ...blockOf('Group 2:', '', [150, 50])]
  expect(tablesIn(asText(rows))).toMatchObject({
    groups: ['Group 1', 'Group 2'],
    loans: [400, 200],
    failing: 0,
  })
})
