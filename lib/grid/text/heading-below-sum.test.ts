import { expect, it } from 'vitest'
import { readFiling } from '../../read-filing.ts'

const page = (...lines: string[]) => ['Alder Mortgage Loan Trust 2004-1', '', ...lines, ''].join('\n')

function read(text: string) {
  const answer = readFiling(Buffer.from(text), 'invented.txt')
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  const { stratifications, issues } = answer.report
  return {
    rows: stratifications[0]?.buckets.map(({ heading, label }) => `${heading}: ${label}`),
    issues: issues.map(({ code }) => code),
  }
}

const states = (...second: readonly string[]) =>
  page(
    'Property States',
    '',
    'State               Number of Loans   Principal Balance',
    '=======================================================',
    'First Lien',
    'Georgia                          30        6,000,000.00',
    'Nevada                           10        2,000,000.00',
    'First Lien Total                 40        8,000,000.00',
    ...second,
    'Nevada                           40        9,000,000.00',
    'Second Lien Total                60       12,000,000.00',
    'Total                           100       20,000,000.00',
  )

it('heads the rows after a sum, the first of which wraps over two lines', () => {
  const wrapped = states('Second Lien', 'North', '  Carolina                       20        3,000,000.00')
  expect(read(wrapped)).toEqual({
    rows: ['First Lien: Georgia', 'First Lien: Nevada', 'Second Lien: North Carolina', 'Second Lien: Nevada'],
    issues: [],
  })
})
