import type { Footnote } from '../../report.ts'
import { LETTER_OR_SIGN, nameOfMark, RAISED } from '../../values/index.ts'
import type { Cell } from '../grid.ts'

const MARK = `\\(\\d{1,2}\\)|\\[\\d{1,2}\\]|\\*{1,3}|${RAISED}{1,2}`
const MARKED = new RegExp(`^(?:${MARK})`)
const NOTE = new RegExp(`^(${MARK})\\s*(.*)$`, 's')

/** `** REMAINING TERM **`: stars that set a title off on both sides. */
const STARRED = /^(\*{2,3}) .* \1$/

/** Does the text begin with a footnote mark? */
export function isNoteText(text: string): boolean {
  return MARKED.test(text) && !STARRED.test(text)
}

const UNSURE = new RegExp(`^(${LETTER_OR_SIGN})(?:\\s+(.*))?$`, 's')

/** The note that a cell's words are, or null; a letter or sign begins one where the table `prints` it as a mark. */
export function readNote(words: Cell, prints: (mark: string) => boolean = () => false): Footnote | null {
  const found = NOTE.exec(words.text) ?? UNSURE.exec(words.text)
  if (found === null || (!isNoteText(words.text) && !prints(nameOfMark(found[1] ?? '')))) return null
  return { mark: nameOfMark(found[1] ?? ''), text: found[2] ?? '', at: words.at }
}
