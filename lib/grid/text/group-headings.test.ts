import { expect, test } from 'vitest'
import { rowName } from '../../format/index.ts'
import { readFiling } from '../../read-filing.ts'
import { findTextGrids } from './find-text-grids.ts'

/** The rows of the only table of some lines, each as its group and label. */
function labelsOf(lines: readonly string[]): string[] {
  const [grid, ...others] = findTextGrids(lines, 1, lines.length)
  expect(others).toEqual([])
  return (grid?.rows ?? []).map(({ group, label }) => [group, label?.text].filter(Boolean).join(' > '))
}

const row = (label: string, loans: number) =>
  `${label.padEnd(22)}${String(loans).padStart(6)}  ${`${loans},000,000.00`.padStart(13)}`

const title = ['Loan Purposes', '']
const header = 'Purpose                Loans         Balance'

const above = { 'right under the header': [], 'under a rule': ['-'.repeat(42)], 'past a blank line': [''] }
const cases = Object.keys(above).flatMap(where =>
  ['', '  '].flatMap(indent =>
    ['', ':'].flatMap(colon => [0, 1].map(blanks => ({ where, indent, colon, blanks }))),
  ),
) as { where: keyof typeof above; indent: string; colon: string; blanks: number }[]

test.each(cases)('words over rows head a group: %o', ({ where, indent, colon, blanks }) => {
  const group = (words: string, loans: readonly [number, number]) => [
    ...Array(blanks).fill(''),
    `${words}${colon}`,
    row(`${indent}Purchase`, loans[0]),
    row(`${indent}Refinance`, loans[1]),
  ]
  const groups = [...group('First Mortgages', [40, 27]), ...group('Second Mortgages', [3, 2])]
  expect(labelsOf([...title, header, ...above[where], ...groups, row('Total', 72)])).toEqual([
    `First Mortgages${colon} > Purchase`,
    `First Mortgages${colon} > Refinance`,
    `Second Mortgages${colon} > Purchase`,
    `Second Mortgages${colon} > Refinance`,
    'Total',
  ])
})

test('the beginning of a label is no heading, though its end comes twice', () => {
  const rows = [
    'Two to Four',
    row('Family', 40),
    row('Condominium', 27),
    'Five or More',
    row('Family', 3),
    row('Total', 70),
  ]
  expect(labelsOf([...title, header, '', ...rows])).toEqual([
    'Two to Four Family',
    'Condominium',
    'Five or More Family',
    'Total',
  ])
})

test('words are no headings where rows below one of them are called the same', () => {
  const rows = [
    'Planned',
    row('Unit', 40),
    row('Condominium', 27),
    row('Condominium', 2),
    'Mobile',
    row('Home', 1),
    row('Condominium', 1),
  ]
  expect(labelsOf([...title, header, '', ...rows])).toContain('Planned Unit')
})

test.each([
  [
    'text',
    [
      ...title,
      header,
      'First Mortgages',
      row('Purchase', 40),
      row('Refinance', 27),
      'Second Mortgages',
      row('Purchase', 3),
      row('Refinance', 2),
      row('Total', 72),
    ].join('\n'),
  ],
  [
    'HTML',
    `<html><p>Loan Purposes</p><table>${[['Purpose', 'Loans', 'Balance'], ['First Mortgages'], ['Purchase', 40, '40,000,000.00'], ['Refinance', 27, '27,000,000.00'], ['Second Mortgages'], ['Purchase', 3, '3,000,000.00'], ['Refinance', 2, '2,000,000.00'], ['Total', 72, '72,000,000.00']].map(cells => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></html>`,
  ],
])('rows of groups add up to the total of all, in %s', (_, text) => {
  const answer = readFiling(Buffer.from(text), 'groups.txt')
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  const { stratifications, checks, issues } = answer.report
  expect(
    stratifications.map(({ dimension, buckets, total }) => [
      dimension,
      buckets.map(rowName),
      total?.values.loanCount,
    ]),
  ).toEqual([
    [
      'purpose',
      [
        'First Mortgages: Purchase',
        'First Mortgages: Refinance',
        'Second Mortgages: Purchase',
        'Second Mortgages: Refinance',
      ],
      72,
    ],
  ])
  expect([checks.filter(({ outcome }) => outcome === 'fail'), issues]).toEqual([[], []])
})

const ltv = ['Original LTV           Loans         Balance', '-'.repeat(42)]

test.each<[string, string[], string[]]>([
  [
    'over whole ranges',
    [
      ...ltv,
      'Without Insurance',
      row('60.00 or less', 4),
      row('60.01 - 80.00', 3),
      'With Insurance',
      row('80.01 - 90.00', 2),
    ],
    [
      'Without Insurance > 60.00 or less',
      'Without Insurance > 60.01 - 80.00',
      'With Insurance > 80.01 - 90.00',
    ],
  ],
  [
    'but for words that want a figure',
    [...ltv, row('60.00 or less', 4), 'Greater than', row('60.00', 3), row('Unknown', 2)],
    ['60.00 or less', 'Greater than 60.00', 'Unknown'],
  ],
  [
    'on two lines, over rows set deeper',
    [
      header,
      '',
      'Loans made under the',
      'Standard Program',
      row('  Purchase', 4),
      row('  Refinance', 3),
      row('Unknown', 2),
    ],
    [
      'Loans made under the Standard Program > Purchase',
      'Loans made under the Standard Program > Refinance',
      'Unknown',
    ],
  ],
  [
    'on two lines, the last of which ends in a colon',
    [header, row('Unknown', 1), 'Loans of Owners', 'made by:', row('One Bank', 4), row('Two Bank', 3)],
    ['Unknown', 'Loans of Owners made by: > One Bank', 'Loans of Owners made by: > Two Bank'],
  ],
  [
    'past a blank line, over rows set deeper',
    [
      header,
      '-'.repeat(42),
      '',
      'FIRST LIEN',
      '',
      row('  Purchase', 4),
      'SECOND LIEN',
      '',
      row('  Purchase', 3),
    ],
    ['FIRST LIEN > Purchase', 'SECOND LIEN > Purchase'],
  ],
  [
    'under another, over rows set deeper still',
    [
      header,
      '',
      'FIRST LIEN',
      '  Fixed',
      row('    Purchase', 4),
      '  Balloon:',
      row('    Purchase', 3),
      'SECOND LIEN',
      '  Fixed',
      row('    Purchase', 2),
      row('Unknown', 1),
    ],
    [
      'FIRST LIEN: Fixed > Purchase',
      'FIRST LIEN: Balloon: > Purchase',
      'SECOND LIEN: Fixed > Purchase',
      'Unknown',
    ],
  ],
  [
    'again where they go on',
    [
      header,
      '',
      'Western States',
      row('  Utah', 4),
      'Western States (continued)',
      row('  Nevada', 3),
      'Other States',
      row('  Ohio', 2),
    ],
    ['Western States > Utah', 'Western States > Nevada', 'Other States > Ohio'],
  ],
])('words head a group %s', (_, lines, labels) => {
  expect(labelsOf([...title, ...lines])).toEqual(labels)
})

test('a total that names its group does not end the table', () => {
  const group = (words: string, loans: number) => [
    words,
    row('  Full', loans),
    row('  Stated', loans),
    row(`Total ${words} Loans`, 2 * loans),
  ]
  expect(
    labelsOf([...title, header, '', ...group('Purchase', 4), ...group('Refinance', 3), row('Total', 14)]),
  ).toEqual([
    'Purchase > Full',
    'Purchase > Stated',
    'Total Purchase Loans',
    'Refinance > Full',
    'Refinance > Stated',
    'Total Refinance Loans',
    'Total',
  ])
})

const sums = ['indented', 'with a colon'].flatMap(how =>
  [[], [''], ['-'.repeat(42)]].flatMap(ends => ['Total', ''].map(last => ({ how, ends, last }))),
)

test.each(sums)('a sum without a label ends a group, and no table: %o', ({ how, ends, last }) => {
  const [indent, colon] = how === 'indented' ? ['  ', ''] : ['', ':']
  const group = (words: string, loans: readonly [number, number]) => [
    `${words}${colon}`,
    row(`${indent}Purchase`, loans[0]),
    row(`${indent}Refinance`, loans[1]),
    ' '.repeat(22) + '-'.repeat(21),
    row('', loans[0] + loans[1]),
    ...ends,
  ]
  const groups = [...group('First Mortgages', [40, 27]), ...group('Second Mortgages', [3, 2])]
  const lines = [...title, header, '-'.repeat(42), ...groups, row(last, 72), '', 'Words after it.']
  expect(labelsOf(lines)).toEqual([
    `First Mortgages${colon} > Purchase`,
    `First Mortgages${colon} > Refinance`,
    '',
    `Second Mortgages${colon} > Purchase`,
    `Second Mortgages${colon} > Refinance`,
    '',
    last,
  ])
  const answer = readFiling(Buffer.from(lines.join('\n')), 'sums.txt')
  const [table] = 'report' in answer ? answer.report.stratifications : []
  expect(table?.total?.values.loanCount).toBe(72)
  expect(table?.buckets.map(({ values }) => values.loanCount)).toEqual([40, 27, 3, 2])
})
