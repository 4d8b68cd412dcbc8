import { filingHref, ledgerHref } from '../../addresses/place-address.ts'
import { type BookCell, bandRow, type DefinedName, dayCell, type Link, type Sheet, textCell } from './book.ts'
import { type BookSource, linkToPlace } from './book-source.ts'

type Row = (BookCell | null)[]

/** Of more filings than these the sheet of the deals tells alone. */
const mostFilings = 10
/** Issues beyond these are in the report. */
const mostIssues = 500

/** What the workbook is of, how its cells are to be read, the names that formulas may use, and what could not be read. */
export function aboutSheet(sources: readonly BookSource[], names: readonly DefinedName[]): Sheet {
  return {
    name: 'About',
    rows: [
      [textCell('About this workbook', { bold: true, large: true })],
      ...(sources.length <= mostFilings
        ? sources.flatMap(filingRows)
        : sources.slice(0, 1).flatMap(readerRows)),
      bandRow('How to read it', 3),
      ...inkRows,
      ...notes.map((note): Row => [null, textCell(note)]),
      bandRow('Names for formulas', 3),
      ...names.map(({ name, cells }): Row => [textCell(name), textCell(cells)]),
      ...issueRows(sources),
    ],
    widths: [30, 112, 10],
    frozen: { rows: 0, columns: 0 },
  }
}

function filingRows(source: BookSource): Row[] {
  const { deal, report, origin } = source
  const { file, submission } = report
  const page = origin + filingHref(deal, file.sha256)
  const ledger = origin + ledgerHref(deal.slug, file.sha256)
  const bytes = `${origin}/api/filings/${file.sha256}/source`
  const fact = (name: string, text: string | null | undefined, link?: Link): Row[] =>
    text ? [[textCell(name), textCell(text, link ? { ink: 'filed' } : {}, link)]] : []
  return [
    bandRow(deal.name, 3),
    ...fact('Deal', page, { to: page }),
    ...fact('Ledger', ledger, { to: ledger }),
    ...fact('File', file.name),
    ...fact('SHA-256 of its bytes', file.sha256),
    ...fact('As it was filed', bytes, { to: bytes }),
    [textCell('Bytes'), { value: file.bytes, format: '#,##0', look: { align: 'left' } }],
    [textCell('Lines'), { value: file.lineCount, format: '#,##0', look: { align: 'left' } }],
    ...fact('Encoding', file.encoding),
    ...fact('Form', submission?.formType),
    ...fact('Accession number', submission?.accession),
    ...(submission?.filedOn ? [[textCell('Filed'), dayCell(submission.filedOn)]] : []),
    ...readerRows(source),
  ]
}

function readerRows({ readerVersion, madeOn }: BookSource): Row[] {
  return [
    [textCell('Version of the reader'), textCell(readerVersion)],
    [textCell('Workbook made'), dayCell(madeOn)],
  ]
}

const inkRows: Row[] = [
  [
    textCell('Blue', { ink: 'filed' }),
    textCell('As filed. Each figure leads to its line in the filing, marked there.'),
  ],
  [textCell('Black'), textCell('A formula of this workbook, or words about what stands beside it.')],
  [
    textCell('Grey, slanted', { ink: 'known' }),
    textCell('Found by Strata from several tables, or a bound that the rows prove: no one formula gives it.'),
  ],
  [
    textCell('On red', { ink: 'fault', fill: 'fault' }),
    textCell('A check fails here. The filing is shown as it is; nothing was corrected.'),
  ],
]

const notes = [
  'Percents are true fractions: 0.0625 shown as 6.25%. Money is in dollars.',
  'Totals as printed and what the rows come to stand below each other, with the difference where there is one.',
  'An average of all rows is weighed by their balances. Rows that print none weigh nothing in it.',
  'The tape has every row of every table once, without totals. Loan groups are there beside the whole pool where both are printed.',
  'A sheet holds 65,530 links; figures beyond that have none. The tape gives every address as text.',
]

function issueRows(sources: readonly BookSource[]): Row[] {
  const issues = sources.flatMap(source => source.report.issues.map(issue => ({ source, issue })))
  if (issues.length === 0) return []
  const shown = issues.slice(0, mostIssues)
  return [
    bandRow('What could not be read with certainty', 3),
    ...shown.map(
      ({ source, issue }): Row => [
        textCell(
          [sources.length > 1 ? source.deal.name : '', issue.at ? `Line ${issue.at.line}` : '']
            .filter(Boolean)
            .join(', '),
          { ink: 'filed' },
          linkToPlace(source, issue.at),
        ),
        textCell(issue.message),
      ],
    ),
    ...(issues.length > shown.length
      ? [[null, textCell(`And ${issues.length - shown.length} more, which the report as JSON has.`)]]
      : []),
  ]
}
