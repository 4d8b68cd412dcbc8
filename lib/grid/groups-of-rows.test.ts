import { describe, expect, test } from 'vitest'
import {
  commercial,
  kinds,
  type Line,
  parted,
  printHtml,
  printText,
  properties,
  propertyRows,
  purposeRows,
  purposes,
  read,
  residential,
  spanning,
  type Table,
} from '../testing/grouped-tables.ts'

describe.each(kinds)('in %s', (_, print) => {
  test.each([
    ['its subtotal', purposes([['Subtotal', 60]], [['Subtotal', 30]], [['Unknown', 10]])],
    [
      'a total that names it',
      purposes([['Total Fixed Rate', 60]], [['Total Adjustable Rate', 30]], [['Unknown', 10]]),
    ],
    [
      'a total behind its name',
      purposes([['Fixed Rate Total', 60]], [['Adjustable Rate Total', 30]], [['Unknown', 10]]),
    ],
    ['a blank line, as others', purposes([''], [''], [['Unknown', 10]])],
  ])('a group ends with %s', (_, table) => {
    expect(read(print(table))).toMatchObject({ rows: purposeRows, total: 100, issues: [] })
  })

  test.each(['Unknown', 'Cash-out'])(
    'a last row that may be of no group is given without one, and told: %s',
    label => {
      const { rows, issues } = read(print(purposes([], [], [[label, 10]])))
      expect([rows?.at(-1), issues]).toEqual([label, ['row-may-be-of-no-group']])
    },
  )

  test.each([
    [
      'subtotals that its rows come to',
      properties('Residential', ...residential, ['Subtotal', 60], 'Commercial', ...commercial, [
        'Subtotal',
        40,
      ]),
    ],
    [
      'a total that names it',
      properties(...residential, 'Commercial', ...commercial, ['Total Commercial', 40]),
    ],
    ['a blank line above it and above no row', parted([''])],
  ])('words head rows of names that come once, by %s', (_, table) => {
    const { rows, issues } = read(print(table))
    expect([rows?.slice(2), issues]).toEqual([['Commercial: Office', 'Commercial: Retail'], []])
  })

  test('words in capitals over rows that are not head them', () => {
    const { rows, issues } = read(print(parted([], 'RESIDENTIAL', 'COMMERCIAL')))
    expect([rows, issues]).toEqual([propertyRows('RESIDENTIAL', 'COMMERCIAL'), []])
  })

  test('words that nothing shows to head rows are told', () => {
    const { rows, issues } = read(print(parted([])))
    expect(rows).toEqual(propertyRows('Residential', 'Commercial'))
    expect(issues).toEqual(['words-may-head-rows', 'words-may-head-rows'])
  })

  test.each<[string, Line[], string[]]>([
    [
      'State',
      ['West', ['California', 40], ['Oregon', 20], 'South', ['Texas', 30], ['Florida', 10]],
      ['West: California', 'West: Oregon', 'South: Texas', 'South: Florida'],
    ],
    [
      'State',
      [['California', 40], 'New', ['York', 20], ['Texas', 30], 'West', ['Virginia', 10]],
      ['California', 'New York', 'Texas', 'West Virginia'],
    ],
    [
      'Property Type',
      [['Single Family', 40], 'Planned Unit', ['Development', 20], ['Condominium', 40]],
      ['Single Family', 'Planned Unit Development', 'Condominium'],
    ],
  ])('what rows are called tells headings from beginnings of labels: %s', (title, lines, rows) => {
    const answer = read(print({ title, stub: title, lines: [...lines, ['Total', 100]] }))
    expect([answer.rows, answer.issues]).toEqual([rows, []])
  })
})

test.each([
  ['a rule', ['Commercial', '----------']],
  ['a blank line', ['', 'Commercial', '']],
])('words of text head the rows that %s parts from them', (_, words) => {
  const lines = [...residential, ...words, ...commercial]
  expect(read(printText(properties(...lines)))).toMatchObject({
    rows: ['Single Family', 'Condominium', 'Commercial: Office', 'Commercial: Retail'],
    issues: [],
  })
})

test.each([
  ['between blank lines', (words: string) => ['', `        ${words}`, '']],
  ['over the first row too', (words: string) => [`        ${words}`]],
])('words of text in the middle of a table head rows: %s', (_, centred) => {
  const lines = [...centred('Residential'), ...residential, ...centred('Commercial'), ...commercial]
  expect(read(printText(properties(...lines)))).toMatchObject({
    rows: propertyRows('Residential', 'Commercial'),
    issues: [],
  })
})

test('a single row set deeper than words is the rest of a label, where its words tell', () => {
  const hanging = (rest: string): readonly Line[] => [
    ['Single Family', 40],
    'Planned Unit',
    [`  ${rest}`, 20],
    ['Condominium', 40],
  ]
  expect(read(printText(properties(...hanging('Development'))))).toMatchObject({
    rows: ['Single Family', 'Planned Unit Development', 'Condominium'],
    issues: [],
  })
  expect(read(printText(properties(...hanging('Townhouse')))).issues).toEqual(['words-may-head-rows'])
})

test('words over labels that name another split are told', () => {
  const lines: readonly Line[] = [
    'Owner Occupied',
    ...residential,
    'Investor',
    ['Single Family', 30],
    ['Planned Unit Development', 10],
    ['Total', 100],
  ]
  const { rows, issues } = read(printText({ title: 'Occupancy', stub: 'Occupancy', lines }))
  expect(rows?.[0]).toBe('Owner Occupied: Single Family')
  expect(issues).toEqual(['words-may-head-rows', 'words-may-head-rows'])
})

test('words below a row and over other words are told, for they may end its label', () => {
  const lines = [...residential, 'Second Lien', 'Commercial', ...commercial]
  const { issues } = read(printText(properties(...lines)))
  expect(issues).toEqual(['words-may-head-rows', 'words-may-head-rows'])
})

test('words between blank lines head rows, where no rows above them stand right below each other', () => {
  const lines: readonly Line[] = [['Single Family', 60], '', 'Commercial', '', ...commercial]
  expect(read(printText(properties(...lines)))).toMatchObject({
    rows: ['Single Family', 'Commercial: Office', 'Commercial: Retail'],
    issues: [],
  })
})

test('of headings right below each other the outer one goes on until the next', () => {
  const lines: readonly Line[] = [
    'First Lien',
    'Residential',
    ...residential,
    ['Subtotal', 60],
    'Commercial',
    ['Office', 30],
    ['Subtotal', 30],
    'Second Lien',
    'Residential',
    ['Cooperative', 10],
    ['Subtotal', 10],
  ]
  const rows = [
    'First Lien: Residential: Single Family',
    'First Lien: Residential: Condominium',
    'First Lien: Commercial: Office',
    'Second Lien: Residential: Cooperative',
  ]
  expect(read(printText(properties(...lines)))).toMatchObject({ rows, issues: [] })
  expect(read(printHtml(properties(...lines)))).toMatchObject({ rows, issues: [] })
})

test('words over rows of bare figures head them', () => {
  const lines: readonly Line[] = [
    'Balloon',
    ['60', 10],
    ['84', 20],
    'Level Pay',
    ['180', 30],
    ['360', 40],
    ['Total', 100],
  ]
  expect(read(printText({ title: 'Original Terms', stub: 'Original Term (months)', lines }))).toMatchObject({
    rows: ['Balloon: 60', 'Balloon: 84', 'Level Pay: 180', 'Level Pay: 360'],
    issues: [],
  })
})

test('blank lines tell nothing where they stand between rows too', () => {
  const spaced = (lines: readonly Line[]) => lines.flatMap(line => [line, ''])
  const lines = ['Residential', ...spaced(residential), 'Commercial', ...spaced(commercial)]
  expect(read(printText(properties(...lines))).issues).toEqual(['words-may-head-rows', 'words-may-head-rows'])
})

test.each([
  ['text', printText],
  ['HTML', (table: Table) => printHtml(table, { words: spanning })],
])('words over all rows are said of the table, beside its title, in %s', (_, print) => {
  const rows: readonly Line[] = [
    ['Purchase', 60],
    ['Refinance', 40],
    ['Total', 100],
  ]
  const table = { title: 'Loan Purpose', stub: 'Purpose', lines: ['Loan Group 1', ...rows] }
  const named = { dimension: 'purpose', title: 'Loan Purpose', rows: ['Purchase', 'Refinance'], issues: [] }
  expect(read(print(table))).toMatchObject({ ...named, loanGroup: 'Loan Group 1' })
})

const ratios: readonly Line[] = [
  ['60.01 - 80.00', 60],
  ['80.01 - 90.00', 40],
  ['Total', 100],
]

test.each([
  ['text', printText],
  ['HTML', (table: Table) => printHtml(table, { words: spanning })],
])('of the words over header and rows those are the title that the rows can be of, in %s', (_, print) => {
  const said = 'Loans with Credit Scores above 700'
  const title = 'Original Loan-to-Value Ratios'
  const read2 = (above: string, below: string) =>
    read(print({ title: above, stub: 'Range (%)', lines: [below, ...ratios] }))
  expect(read2(title, said)).toMatchObject({ dimension: 'original-ltv', title, issues: [] })
  expect(read2(said, title)).toMatchObject({ dimension: 'original-ltv', title, issues: [] })
})
