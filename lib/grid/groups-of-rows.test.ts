import { describe, expect, test } from 'vitest'
import { rowName } from '../format/index.ts'
import { readFiling } from '../read-filing.ts'

/** A row with its number of loans, or words, blank where the line is. */
type Line = string | readonly [label: string, loans: number]
/** Lines of a body under a title, with the header over its labels. */
type Table = { title?: string; stub: string; lines: readonly Line[] }

const money = (loans: number) => `$${(loans * 100_000).toLocaleString('en-US')}`
/** All pools are of a hundred loans. */
const share = (loans: number) => `${loans.toFixed(2)}%`

function printText({ title = '', stub, lines }: Table): string {
  const row = (...[label, ...figures]: string[]) =>
    (label ?? '').padEnd(26) + figures.map(figure => figure.padStart(15)).join('')
  const header = row(stub, 'Loans', 'Balance', '% of Pool')
  const body = lines.map(line =>
    typeof line === 'string' ? line : row(line[0], String(line[1]), money(line[1]), share(line[1])),
  )
  const text = ['Of the mortgage loans in the pool:', '', title, '', header, '-'.repeat(71), ...body]
  return `<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\n${text.join('\n')}\n</TEXT>\n</DOCUMENT>\n`
}

type Html = { words?: (words: string) => string; label?: (label: string) => string }

/** Words stand in a cell alone unless `words` draws its row otherwise; `label` draws what is in the cell of a label. */
function printHtml({ title = '', stub, lines }: Table, { words = cellOf, label = one => one }: Html = {}) {
  const row = (...cells: string[]) => `<tr>${cells.join('')}</tr>`
  const body = lines.map(line => {
    if (line === '') return row(...['&nbsp;', '', '', ''].map(cellOf))
    if (typeof line === 'string') return /^-+$/.test(line) ? '' : row(words(line))
    return row(...[label(line[0]), String(line[1]), money(line[1]), share(line[1])].map(cellOf))
  })
  const header = row(...[stub, 'Loans', 'Balance', '% of Pool'].map(cellOf))
  return `<html><p>Of the mortgage loans in the pool:</p>\n<p>${title}</p>\n<table>\n${[header, ...body].join('\n')}\n</table></html>`
}

const cellOf = (text: string) => `<td>${text}</td>`
const spanning = (text: string) => `<td colspan="4">${text}</td>`
const bold = (text: string) => cellOf(`<b>${text}</b>`)

/** The only stratification of a filing: what it splits by, its title, its rows, and the issues; no check fails. */
function read(text: string) {
  const answer = readFiling(Buffer.from(text), 'groups.txt')
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  const { stratifications, checks, issues } = answer.report
  expect(checks.filter(({ outcome }) => outcome === 'fail')).toEqual([])
  expect(stratifications).toHaveLength(1)
  const [table] = stratifications
  return {
    dimension: table?.dimension,
    title: table?.title,
    loanGroup: table?.loanGroup,
    rows: table?.buckets.map(rowName),
    total: table?.total?.values.loanCount,
    issues: issues.map(({ code }) => code),
  }
}

const kinds: readonly [kind: string, print: (table: Table) => string][] = [
  ['text', printText],
  ['HTML', table => printHtml(table)],
]
const purposes = (first: readonly Line[], second: readonly Line[], rest: readonly Line[]): Table => ({
  title: 'Loan Purpose',
  stub: 'Purpose',
  lines: [
    'Fixed Rate',
    ['Purchase', 40],
    ['Refinance', 20],
    ...first,
    'Adjustable Rate',
    ['Purchase', 20],
    ['Refinance', 10],
    ...second,
    ...rest,
    ['Total', 100],
  ],
})
const purposeRows = [
  'Fixed Rate: Purchase',
  'Fixed Rate: Refinance',
  'Adjustable Rate: Purchase',
  'Adjustable Rate: Refinance',
  'Unknown',
]

const residential: readonly Line[] = [
  ['Single Family', 40],
  ['Condominium', 20],
]
const commercial: readonly Line[] = [
  ['Office', 30],
  ['Retail', 10],
]
const properties = (...lines: readonly Line[]): Table => ({
  title: 'Property Type',
  stub: 'Property Type',
  lines: [...lines, ['Total', 100]],
})
const propertyRows = (first: string, second: string) => [
  `${first}: Single Family`,
  `${first}: Condominium`,
  `${second}: Office`,
  `${second}: Retail`,
]
const parted = (between: readonly Line[], first = 'Residential', second = 'Commercial') =>
  properties(first, ...residential, ...between, second, ...commercial)

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

test('a sum carried over a page ends no group', () => {
  const table = purposes([], [], [])
  const [heading = '', purchase = '', ...others] = table.lines
  const lines = [heading, purchase, ['Subtotal carried forward', 40] as const, ...others]
  expect(
    read(printText({ ...table, lines: [...lines.slice(0, -1), ['Cash-out', 10], ['Total', 100]] })).rows?.[1],
  ).toBe('Fixed Rate: Refinance')
})

test('words below a row and over other words are told, for they may end its label', () => {
  const lines = [...residential, 'Second Lien', 'Commercial', ...commercial]
  const { issues } = read(printText(properties(...lines)))
  expect(issues).toEqual(['words-may-head-rows', 'words-may-head-rows'])
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

test('words between blank lines head rows, where no rows above them stand right below each other', () => {
  const lines: readonly Line[] = [['Single Family', 60], '', 'Commercial', '', ...commercial]
  expect(read(printText(properties(...lines)))).toMatchObject({
    rows: ['Single Family', 'Commercial: Office', 'Commercial: Retail'],
    issues: [],
  })
})

test('a last row is of the group that its indent or a sum below it shows', () => {
  const rows = [...purposeRows.slice(0, 4), 'Adjustable Rate: Other']
  const summed = purposes(
    [['Subtotal', 60]],
    [
      ['Other', 10],
      ['Subtotal', 40],
    ],
    [],
  )
  const table = purposes([], [['Other', 10]], [])
  const lines = table.lines.map(
    (line): Line => (typeof line === 'string' || line[0] === 'Total' ? line : [`  ${line[0]}`, line[1]]),
  )
  expect(read(printText(summed))).toMatchObject({ rows, issues: [] })
  expect(read(printText({ ...table, lines }))).toMatchObject({ rows, issues: [] })
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
  expect(answer).toMatchObject({ rows, issues: ['words-may-head-rows'] })
})

test('groups of HTML that end in totals are one table where a total of all follows', () => {
  const table = purposes(
    [['Total', 60]],
    [
      ['Total', 30],
      ['Unknown', 10],
      ['Total', 100],
    ],
    [],
  )
  const lines = table.lines.slice(0, -1)
  expect(read(printHtml({ ...table, lines })).total).toBe(100)
})

describe('groups whose sums are called no more than "Total", or nothing, are one table where a sum of all follows', () => {
  const headed = (first: readonly string[], second: readonly string[], sum: string, all: string): Table => ({
    title: 'Loan Purpose',
    stub: 'Purpose',
    lines: [
      ...first,
      ['Purchase', 35],
      ['Refinance', 20],
      [sum, 55],
      ...second,
      ['Purchase', 30],
      ['Refinance', 15],
      [sum, 45],
      [all, 100],
    ],
  })
  const rows = [
    'FIXED RATE: Purchase',
    'FIXED RATE: Refinance',
    'ADJUSTABLE RATE: Purchase',
    'ADJUSTABLE RATE: Refinance',
  ]
  const colon = rows.map(row => row.replace('RATE', 'RATE:').replace('::', ':'))
  describe.each(kinds)('in %s', (_, print) => {
    test.each([
      ['Total', 'Total', ['FIXED RATE'], ['ADJUSTABLE RATE'], rows],
      ['', 'Total', ['FIXED RATE'], ['ADJUSTABLE RATE'], rows],
      ['', '', ['FIXED RATE'], ['ADJUSTABLE RATE'], rows],
      ['', 'Total', ['FIXED RATE'], ['', 'ADJUSTABLE RATE'], rows],
      ['Totals', 'Grand Total', ['FIXED RATE:', ''], ['', 'ADJUSTABLE RATE:', ''], colon],
    ] as const)('“%s” and “%s”', (sum, all, first, second, expected) => {
      const answer = read(print(headed(first, second, sum, all)))
      expect(answer).toMatchObject({ rows: expected, total: 100, issues: [] })
    })
  })

  test('and two tables where none follows, or the last is of all rows again', () => {
    const tables = (lines: readonly Line[]) => {
      const text = printText({ title: 'Loan Purpose', stub: 'Purpose', lines })
      const answer = readFiling(Buffer.from(text), 'groups.txt')
      return 'refusal' in answer ? 0 : answer.report.stratifications.length
    }
    const { lines } = headed(['FIXED RATE'], ['ADJUSTABLE RATE'], 'Total', 'Total')
    expect(tables(lines)).toBe(1)
    expect(tables(lines.slice(0, -1))).toBe(2)
    // One column may add up by chance.
    const other = `${'Total'.padEnd(26)}${['100', '$9,900,000', '99.00%'].map(figure => figure.padStart(15)).join('')}`
    expect(tables([...lines.slice(0, -1), other])).toBe(2)
    // Shares of each group's own are of tables of their own.
    const rows = [
      'FIXED',
      ['Purchase', 100],
      ['Total', 100],
      'ADJUSTABLE',
      ['Purchase', 100],
      ['Total', 100],
    ] as const
    expect(tables([...rows, ['Total', 200]])).toBe(2)
    expect(tables([...lines.slice(0, -1), 'ALL', ['Purchase', 65], ['Refinance', 35], ['Total', 100]])).toBe(
      3,
    )
  })
})
