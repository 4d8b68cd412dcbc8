import type { Footnote } from '../../report.ts'
import type { Cell } from '../grid.ts'

const MARK = /^(?:\(\d{1,2}\)|\[\d{1,2}\]|\*)/
const NOTE = /^(?:\((\d{1,2})\)|\[(\d{1,2})\]|(\*{1,3}))\s*(.*)$/s

/** Does the text begin with a footnote mark? */
export function isNoteText(text: string): boolean {
  return MARK.test(text)
}

/** The note that a cell's words are, or null. */
export function readNote(words: Cell): Footnote | null {
  const found = NOTE.exec(words.text)
  if (found === null) return null
  return { mark: found[1] ?? found[2] ?? found[3] ?? '', text: found[4] ?? '', at: words.at }
}
