import type { CompareChoice } from '../../distributions/index.ts'
import { aboutSheet } from './about-sheet.ts'
import type { Book } from './book.ts'
import { type ComparedSource, compareSheets } from './compare-sheets.ts'
import { comparedSheet } from './compared-sheet.ts'
import { nameAll, nameSheet } from './deal-book.ts'
import { figuresSheet } from './figures-sheet.ts'
import { ledgerSheet } from './ledger-sheet.ts'
import { notesSheets } from './notes-sheet.ts'
import { tapeSheet } from './tape-sheet.ts'

/** What is shown of a comparison: as the page that compares has it. */
export type Comparing = CompareChoice & { base: number; dimension: string | null }

/**
 * Pools side by side as a workbook: their figures with differences, a sheet for each dimension that two of them print, then
 * what a workbook of several deals has. The tape has a deal once, though two of its loan groups are compared.
 */
export function compareBook(
  pools: readonly ComparedSource[],
  { base, dimension, ...choice }: Comparing,
): Book {
  const sources = [...new Map(pools.map(({ source }) => [source.deal.slug, source])).values()]
  const sheets = [
    comparedSheet(pools, base),
    ...compareSheets(pools, sources, choice, { base, dimension }),
    figuresSheet(sources),
    ledgerSheet(sources.map(source => ({ source, tables: [] }))),
    tapeSheet(sources),
    ...notesSheets(sources),
  ]
  const names = nameAll(sheets.map(nameSheet))
  const title = pools.map(({ name }) => name).join(', ')
  return { title, names, sheets: [...sheets, aboutSheet(sources, names)] }
}
