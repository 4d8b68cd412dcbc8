import { aboutSheet } from './about-sheet.ts'
import type { Book } from './book.ts'
import { nameAll, nameSheet } from './deal-book.ts'
import { dealsSheet, type ListedSource } from './deals-sheet.ts'
import { figuresSheet } from './figures-sheet.ts'
import { ledgerSheet } from './ledger-sheet.ts'
import { notesSheets } from './notes-sheet.ts'
import { tapeSheet } from './tape-sheet.ts'

/**
 * Several deals as a workbook: a row for each, the figures of their pools and loan groups, the ledger of all checks, one
 * tape of all rows of all tables, and the notes on them.
 */
export function dealsBook(title: string, sources: readonly ListedSource[]): Book {
  const sheets = [
    dealsSheet(sources),
    figuresSheet(sources),
    ledgerSheet(sources.map(source => ({ source, tables: [] }))),
    tapeSheet(sources),
    ...notesSheets(sources),
  ]
  const names = nameAll(sheets.map(nameSheet))
  return { title, names, sheets: [...sheets, aboutSheet(sources, names)] }
}
