import { describe, expect, test } from 'vitest'
import { readFiling } from '../read-filing.ts'

type Row = readonly [label: string, count: string, amount: string, share: string]
const table = (
  stub: string,
  count: string,
  amount: string,
  first: string,
  second: string,
): readonly Row[] => [
  [stub, count, amount, '%'],
  [first, '120', '1,400,000.00', '7.00'],
  [second, '80', '18,600,000.00', '93.00'],
  ['Total', '200', '20,000,000.00', '100.00'],
]
const liens = table('Lien', 'Loans', 'Principal Balance', 'First', 'Second')
const states = table('State', 'Number', 'Balance', 'Ohio', 'Texas')
const industries = table('Industry', 'Number', 'Amount ($)', 'Farming', 'Printing')

const inText = (...tables: readonly (readonly Row[])[]) =>
  liens
    .map((_, order) =>
      tables
        .map(rows => {
          const [label = '', ...figures] = rows[order] ?? []
          return label.padEnd(12) + figures.map(figure => figure.padStart(19)).join('')
        })
        .join('        '),
    )
    .join('\n')

const inHtml = (...tables: readonly (readonly Row[])[]) => {
  const cells = (row: readonly string[] = []) => row.map(text => `<td>${text}</td>`).join('')
  const rows = liens.map((_, order) => tables.map(one => cells(one[order])).join('<td></td>'))
  return `<html><table>${rows.map(row => `<tr>${row}</tr>`).join('\n')}</table></html>`
}

describe.each([
  ['text', inText],
  ['one table of HTML', inHtml],
] as const)('tables side by side in %s', (_, print) => {
  const read = (...tables: readonly (readonly Row[])[]) => {
    const answer = readFiling(Buffer.from(`Larkspur 2003-L5\n\n${print(...tables)}\n`), 'abreast')
    if ('refusal' in answer) throw new Error(answer.refusal.message)
    const { stratifications, otherTables } = answer.report
    return [...stratifications.map(({ dimension }) => dimension), ...otherTables.map(({ kind }) => kind)]
  }

  test('are of the pool where they come to what one of the pool before them comes to', () => {
    expect(read(liens, states, industries)).toEqual(['lien-position', 'state', 'industry'])
  })

  test('are not where they come to something else', () => {
    const others = states.map(([label, count, amount, share]): Row => {
      return [label, count.replace('80', '81').replace('200', '201'), amount, share]
    })
    expect(read(liens, others, industries)).toEqual(['lien-position', 'industry', 'other-business'])
  })

  test('are not where none says that it is of a pool', () => {
    expect(read(states, industries, states)).toEqual(['other-business', 'other-business', 'other-business'])
  })
})
