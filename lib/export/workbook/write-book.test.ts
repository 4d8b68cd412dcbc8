import { readXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { inventReport } from '../../testing/invented-report.ts'
import { unzipped } from '../../testing/unzipped.ts'
import { textCell, wholeSheet } from './book.ts'
import { dealBook } from './deal-book.ts'
import { writeBook } from './write-book.ts'

const report = inventReport()
const source = {
  deal: { slug: 'a-trust', name: 'A & B Trust <1>', chosen: report.file.sha256, notes: [] },
  report,
  origin: 'https://strata.example',
  readerVersion: 'a1b2c3',
  madeOn: '2026-01-31',
}

async function readBack(book = dealBook(source)) {
  return await readXlsx(await writeBook(book), { readStyles: true })
}

async function sheetOf(name: string) {
  const sheet = (await readBack()).sheets.find(one => one.name === name)
  if (!sheet) throw new Error(`There is no sheet ${name}.`)
  return sheet
}

it('has a summary, a sheet for each table, the ledger, the tape and what it is of', async () => {
  const { sheets } = await readBack()
  expect(sheets.map(({ name }) => name)).toEqual(['Summary', 'Purpose', 'Ledger', 'Tape', 'About'])
})

it('has the notes on the deal, each with where it stands', async () => {
  const written = { filing: null, at: null, says: null, writtenAt: '2026-01-30T10:00:00.000Z' }
  const place = { filing: report.file.sha256, at: '12:42-54', says: 'Purpose, Purchase, Balance' }
  const notes = [
    { id: 1, text: 'Ask the trustee', ...written },
    { id: 2, text: '=Checked', ...written, ...place },
  ]
  const { sheets } = await readBack(dealBook({ ...source, deal: { ...source.deal, notes } }))
  const sheet = sheets.find(({ name }) => name === 'Notes')
  const page = 'https://strata.example/deals/a-trust'
  const at = `${page}/source?filing=${'a'.repeat(12)}&at=12:42-54#L12`
  expect(sheet?.rows.slice(1).map(row => [row[1], row[2], row[5]])).toEqual([
    ['The deal', 'Ask the trustee', `${page}#notes`],
    ['Purpose, Purchase, Balance', '=Checked', at],
  ])
})

it('sets what is filed in blue, with a link to its place, and what is calculated in black', async () => {
  const { cells, rows } = await sheetOf('Purpose')
  expect(rows[4]?.slice(0, 4)).toEqual(['Purchase', 30, 6_000_000, 0.6])
  const balance = cells?.get('4,2')
  expect(balance?.style).toMatchObject({ numFmt: '#,##0.00', font: { color: { rgb: '0000FF' } } })
  expect(balance?.hyperlink?.target).toBe(
    `https://strata.example/deals/a-trust/source?filing=${'a'.repeat(12)}&at=12:42-54#L12`,
  )
  expect(cells?.get('4,3')?.style).toMatchObject({ numFmt: '0.00%' })
  const sum = cells?.get('7,2')
  expect(sum).toMatchObject({ formula: 'SUM(C5:C6)', formulaResult: 10_000_000 })
  expect(sum?.style?.font?.color).toEqual({ rgb: '000000' })
  expect(sum?.hyperlink).toBeUndefined()
})

it('sets the total as printed over that of the rows, and the difference below', async () => {
  const { rows } = await sheetOf('Purpose')
  expect(rows.slice(6, 9).map(row => row.slice(0, 4))).toEqual([
    ['Total, as printed', 50, 10_000_000, 1],
    ['Total of the rows', 50, 10_000_000, 1],
    ['Difference', 0, 0, 0],
  ])
})

it('computes shares and averages beside what is printed', async () => {
  const { cells, rows } = await sheetOf('Purpose')
  expect(rows[3]).toEqual([
    'Loan Purpose',
    'Number of Loans',
    'Balance Outstanding (USD)',
    'Percent',
    'Share of balance, computed',
    'Printed less computed',
    'Share of loans, computed',
    'Avg balance, computed',
    'Line',
  ])
  expect(cells?.get('5,4')).toMatchObject({ formula: 'C6/C$7', formulaResult: 0.4 })
  expect(cells?.get('5,7')).toMatchObject({ formula: 'C6/B6', formulaResult: 200_000 })
})

it('has names for the tables and the tape', async () => {
  const { namedRanges } = await readBack()
  const names = new Map(namedRanges?.map(({ name, range }) => [name, range]))
  expect(names.get('Purpose')).toBe("'Purpose'!$A$4:$D$6")
  expect(names.get('Tape')).toMatch(/^'Tape'!\$A\$1:\$[A-Z]+\$3$/)
})

it('is printed across one page, with its headings on each', async () => {
  const { pageSetup, freezePane } = await sheetOf('Purpose')
  expect(pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 })
  expect(pageSetup?.printTitlesRow?.replaceAll('$', '')).toBe('1:4')
  expect(freezePane).toMatchObject({ rows: 4, columns: 1 })
})

it('names the headings of a sheet in quotes, for its name may hold a blank', async () => {
  const { sheets, ...book } = dealBook(source)
  const named = sheets.map(sheet => (sheet.name === 'Purpose' ? { ...sheet, name: "Loan's purpose" } : sheet))
  const parts = await unzipped(Buffer.from(await writeBook({ ...book, sheets: named })))
  const workbook = new TextDecoder().decode(parts.get('xl/workbook.xml')).replaceAll('&apos;', "'")
  expect(workbook).toMatch(/name="_xlnm.Print_Titles"[^>]*>'Loan''s purpose'!\$1:\$4</)
})

it('tells each check with its two figures, and whether it holds as a formula', async () => {
  const { rows, cells } = await sheetOf('Ledger')
  expect(rows.slice(3).map(row => [row[0], row[6], row[7], row[8]])).toEqual([
    ['pass', 'Balance Outstanding', 10_000_000, 10_000_000],
    ['pass', 'Percent', 0.6, 0.6],
    ['pass', 'Percent', 0.4, 0.4],
    ['pass', 'WAC, net', 0.0625, 0.062502],
  ])
  expect(cells?.get('3,0')?.formula).toBe('IF(ABS(J4)<=K4+1E-11,"pass","fail")')
  expect(cells?.get('3,8')?.formula).toBe("'Purpose'!C8")
})

it('has every row of every table once on the tape, with its address', async () => {
  const { rows } = await sheetOf('Tape')
  const [heads = [], first = []] = rows
  const told = Object.fromEntries(heads.map((head, column) => [head, first[column]]))
  expect(rows).toHaveLength(3)
  expect(told).toMatchObject({
    Deal: 'A & B Trust <1>',
    Dimension: 'purpose',
    Label: 'Purchase',
    Loans: 30,
    'Balance (USD)': 6_000_000,
    '% of balance': 0.6,
    Line: 12,
  })
  expect(told.Source).toContain('/deals/a-trust/source?filing=')
})

it.each([
  '=cmd|" /C calc"!A0',
  '#N/A',
  '+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '_x0041_',
  'a\u0000b\u000b',
  '<&>"',
])('keeps the text %j a text', async text => {
  const label = { ...report.stratifications[0]?.buckets[0], label: text }
  const [table] = report.stratifications
  const buckets = [label, table?.buckets[1]]
  const changed = { ...report, stratifications: [{ ...table, buckets }] } as typeof report
  const { sheets } = await readBack(dealBook({ ...source, report: changed }))
  const sheet = sheets.find(({ name }) => name === 'Purpose')
  const cell = sheet?.cells?.get('4,0')
  expect(cell?.formula).toBeUndefined()
  expect([cell?.type, sheet?.rows[4]?.[0]]).toEqual([
    expect.stringMatching(/^(string|richText)$/),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    text.replace(/[\u0000\u000b]/g, ''),
  ])
})

it('wraps a text that runs over several columns within them, so that no note widens what is printed', async () => {
  const note = Array.from({ length: 80 }, () => 'word').join(' ')
  const book = {
    title: 'Notes',
    names: [],
    sheets: [
      {
        name: 'Notes',
        rows: [
          [textCell(note, { across: wholeSheet })],
          [textCell('short'), textCell('over two', { across: 2 }), null],
        ],
        widths: [20, 10, 10],
        frozen: { rows: 0, columns: 0 },
      },
    ],
  }
  const [sheet] = (await readBack(book)).sheets
  expect(sheet?.merges).toEqual([
    { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
    { startRow: 1, startCol: 1, endRow: 1, endCol: 2 },
  ])
  expect(sheet?.cells?.get('0,0')?.style?.alignment).toMatchObject({ wrapText: true })
  // 399 letters over 40 digits' width take ten lines.
  expect(sheet?.rowDefs?.get(0)?.height).toBeGreaterThan(9 * 15)
})
