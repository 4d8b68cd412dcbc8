import { expect } from 'vitest'
import { rowName } from '../format/index.ts'
import { readFiling } from '../read-filing.ts'

/** A row with its number of loans, or words, blank where the line is. */
export type Line = string | readonly [label: string, loans: number]

/** Lines of a body under a title, with the header over its labels. */
export type Table = { title?: string; stub: string; lines: readonly Line[] }

const money = (loans: number) => `$${(loans * 100_000).toLocaleString('en-US')}`

/** All pools are of a hundred loans. */
const share = (loans: number) => `${loans.toFixed(2)}%`

/** The table as text. */
export function printText({ title = '', stub, lines }: Table): string {
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
export function printHtml(
  { title = '', stub, lines }: Table,
  { words = cellOf, label = one => one }: Html = {},
) {
  const row = (cells: readonly string[]) => `<tr>${cells.join('')}</tr>`
  const body = lines.map(line => {
    if (line === '') return row(['&nbsp;', '', '', ''].map(cellOf))
    if (typeof line === 'string') return /^-+$/.test(line) ? '' : row([words(line)])
    return row([label(line[0]), String(line[1]), money(line[1]), share(line[1])].map(cellOf))
  })
  const header = row([stub, 'Loans', 'Balance', '% of Pool'].map(cellOf))
  return `<html><p>Of the mortgage loans in the pool:</p>\n<p>${title}</p>\n<table>\n${[header, ...body].join('\n')}\n</table></html>`
}

/** A cell of HTML, one over all columns, and a bold one. */
export const cellOf = (text: string) => `<td>${text}</td>`
export const spanning = (text: string) => `<td colspan="4">${text}</td>`
export const bold = (text: string) => cellOf(`<b>${text}</b>`)

/** The only stratification of a filing: what it splits by, its title, its rows, and the issues; no check fails. */
export function read(text: string) {
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

/** Both ways to print a table. */
export const kinds: readonly [kind: string, print: (table: Table) => string][] = [
  ['text', printText],
  ['HTML', table => printHtml(table)],
]

/** Purposes under two headings, with what stands below each and below both. */
export const purposes = (first: readonly Line[], second: readonly Line[], rest: readonly Line[]): Table => ({
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

/** What their rows are called. */
export const purposeRows = [
  'Fixed Rate: Purchase',
  'Fixed Rate: Refinance',
  'Adjustable Rate: Purchase',
  'Adjustable Rate: Refinance',
  'Unknown',
]

/** Rows of two kinds of properties, which headings part. */
export const residential: readonly Line[] = [
  ['Single Family', 40],
  ['Condominium', 20],
]

export const commercial: readonly Line[] = [
  ['Office', 30],
  ['Retail', 10],
]

/** A table of properties. */
export const properties = (...lines: readonly Line[]): Table => propertiesOf(lines)

const propertiesOf = (lines: readonly Line[]): Table => ({
  title: 'Property Type',
  stub: 'Property Type',
  lines: [...lines, ['Total', 100]],
})

/** What its rows are called under two headings. */
export const propertyRows = (first: string, second: string) => [
  `${first}: Single Family`,
  `${first}: Condominium`,
  `${second}: Office`,
  `${second}: Retail`,
]

/** Both kinds, each under its heading. */
export const parted = (between: readonly Line[], first = 'Residential', second = 'Commercial') =>
  propertiesOf([first, ...residential, ...between, second, ...commercial])
