import { expect, test } from 'vitest'
import {
  bold,
  cellOf,
  type Line,
  parted,
  printHtml,
  properties,
  propertyRows,
  purposeRows,
  purposes,
  read,
  spanning,
} from '../testing/grouped-tables.ts'

test.each([
  ['bold', bold],
  ['italic', (text: string) => cellOf(`<i>${text}</i>`)],
  ['underlined', (text: string) => `<td style="text-decoration:underline">${text}</td>`],
  ['spanning the table', spanning],
])('words of HTML head rows where they are %s', (_, words) => {
  expect(read(printHtml(parted([]), { words }))).toMatchObject({
    rows: propertyRows('Residential', 'Commercial'),
    issues: [],
  })
})

test.each([
  ['Loan Purpose', 'Purchase', 'Rate and Term', 'Refinance', ['words-may-head-rows']],
  ['Property Type', 'Single Family', 'Planned Unit', 'Development', []],
  ['Originator', 'Cedar Bank', 'Harbor Point Mortgage', 'Lending', ['words-may-head-rows']],
])(
  'words of HTML that span the table begin a label where rows above them stand under none: %s',
  (...table) => {
    const [title, above, words, label, issues] = table
    const lines: readonly Line[] = [[above, 40], words, [label, 35], ['Others', 25], ['Total', 100]]
    expect(read(printHtml({ title, stub: title, lines }, { words: spanning }))).toMatchObject({
      rows: [above, `${words} ${label}`, 'Others'],
      issues,
    })
  },
)

test('words of HTML as bold as the labels are not told to head rows', () => {
  const label = (text: string) => `<b>${text}</b>`
  expect(read(printHtml(parted([]), { words: bold, label })).issues).toContain('words-may-head-rows')
})

test.each([
  ['blanks', (text: string) => `&nbsp;&nbsp;${text}`],
  ['a style', (text: string) => `<p style="margin-left:10pt">${text}</p>`],
])('rows of HTML set less deep than those of a group are not of it: %s', (_, indent) => {
  const label = (text: string) => (text === 'Unknown' ? text : indent(text))
  expect(read(printHtml(purposes([], [], [['Unknown', 10]]), { label }))).toMatchObject({
    rows: purposeRows,
    issues: [],
  })
})

test('headings of HTML that are set deeper than others are under these', () => {
  const depths: Record<string, number> = { Residential: 10, Commercial: 10, 'Single Family': 20, Office: 20 }
  const deep = (text: string) => `<td style="padding-left:${depths[text] ?? 0}px">${text}</td>`
  const label = (text: string) => `<span style="margin-left:${text === 'Unknown' ? 0 : 20}px">${text}</span>`
  const lines: readonly Line[] = [
    'First Lien',
    'Residential',
    ['Single Family', 40],
    'Commercial',
    ['Office', 30],
    'Second Lien',
    ['Single Family', 20],
    ['Unknown', 10],
  ]
  const rows = [
    'First Lien: Residential: Single Family',
    'First Lien: Commercial: Office',
    'Second Lien: Single Family',
    'Unknown',
  ]
  const answer = read(printHtml(properties(...lines), { words: deep, label }))
  expect(answer).toMatchObject({ rows, issues: [] })
})
