import type { Footnote } from '../../report.ts'
import { nameOfMark, RAISED } from '../../values/index.ts'
import type { Cell } from '../grid.ts'

const MARK = `\\(\\d{1,2}\\)|\\[\\d{1,2}\\]|\\*{1,3}|${RAISED}{1,2}`
const MARKED = new RegExp(`^(?:${MARK})`)
const NOTE = new RegExp(`^(${MARK})\\s*(.*)$`, 's')

/** Does the text begin with a footnote mark? */
export function isNoteText(text: string): boolean {
  return MARKED.test(text)
}

/** The note that a cell's words are, or null. */
export function readNote(words: Cell): Footnote | null {
  const found = NOTE.exec(words.text)
  if (found === null) return null
  return { mark: nameOfMark(found[1] ?? ''), text: found[2] ?? '', at: words.at }
}
