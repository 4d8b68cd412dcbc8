import { aboutSheet } from './about-sheet.ts'
import type { Book, DefinedName, Sheet } from './book.ts'
import type { BookSource } from './book-source.ts'
import { bookFigure } from './figures.ts'
import { countChecks, ledgerSheet } from './ledger-sheet.ts'
import { fixedCells, type Spot } from './live.ts'
import { figureName, tableSheetNames, uniqueDefinedNames } from './names.ts'
import { notesSheets } from './notes-sheet.ts'
import { summarySheet } from './summary-sheet.ts'
import { type TableSheet, tableSheet } from './table-sheet.ts'
import { tapeSheet } from './tape-sheet.ts'

/**
 * A filing of a deal as a workbook that calculates: a summary, a sheet for each stratification, the ledger of all checks, a
 * tape of all rows, the notes on the deal, and what the workbook is of.
 */
export function dealBook(source: BookSource): Book {
  const { report, deal } = source
  const sheetNames = tableSheetNames(report.stratifications)
  const byTable = Map.groupBy(report.checks, ({ stratification }) => stratification)
  const pool = (measure: string) => poolTotal(source, measure)
  const tables = report.stratifications.map((table, order) =>
    tableSheet(table, {
      source,
      checks: byTable.get(table.id) ?? [],
      pool,
      name: sheetNames[order] ?? table.id,
    }),
  )
  const summary = summarySheet(source, { tables, counts: countChecks(report) })
  const tape = tapeSheet([source])
  const names = nameAll([...summary.names, ...tables.map(nameTable), nameSheet(tape)])
  return {
    title: deal.name,
    names,
    sheets: [
      summary.sheet,
      ...tables.map(({ sheet }) => sheet),
      ledgerSheet([{ source, tables }]),
      tape,
      ...notesSheets([source]),
      aboutSheet([source], names),
    ],
  }
}

const idOfTotal: Record<string, string> = { balanceCents: 'balance', loanCount: 'loans' }

/** The summary's cell of what the whole pool comes to, by the name that formulas have for it. */
function poolTotal({ report }: BookSource, measure: string): Spot | null {
  const id = idOfTotal[measure]
  const whole = report.pool.find(({ loanGroup }) => loanGroup === null)
  const figure = whole?.figures.find(one => one.id === id)
  return figure === undefined || figure.value === null
    ? null
    : { at: figureName(null, figure.id), value: bookFigure(figure.value, figure.unit) }
}

/** A table's headings, labels and figures as filed, without its totals. */
function nameTable({ sheet, body }: TableSheet): DefinedName {
  return {
    name: sheet.name,
    cells: fixedCells(sheet.name, [body.first - 1, 0], [body.last, body.lastColumn]),
  }
}

/** All of a sheet, its headings included. */
export function nameSheet({ name, rows, widths }: Sheet): DefinedName {
  return { name, cells: fixedCells(name, [0, 0], [rows.length - 1, widths.length - 1]) }
}

/** Names as formulas may use them, no two alike. */
export function nameAll(names: readonly DefinedName[]): DefinedName[] {
  const unique = uniqueDefinedNames()
  return names.map(({ name, cells }) => ({ name: unique(name), cells }))
}
