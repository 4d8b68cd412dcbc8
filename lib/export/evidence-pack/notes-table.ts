import { type Cell, type ExportTable, placeCells, placeHeaders, textCell } from '../export-table.ts'

/** A note that somebody wrote on a deal or on a place of its filing; `says` is what stands there, in words. */
export type PackedNote = {
  text: string
  says: string | null
  at: { line: number; start: number } | null
  writtenAt: string
}

/** Notes as a plain table, in the order that they were written. */
export function notesTable(notes: readonly PackedNote[]): ExportTable {
  return {
    headers: ['Note', 'On', 'Written', ...placeHeaders],
    rows: notes.map(({ text, says, at, writtenAt }): Cell[] => [
      textCell(text),
      textCell(says ?? 'The deal'),
      { day: writtenAt.slice(0, 10) },
      ...placeCells(at),
    ]),
  }
}
