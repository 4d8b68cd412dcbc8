import type { DecodedFile } from '../filing/decode-filing.ts'
import type { FilingDocument } from '../report.ts'
import { FIRST_OTHER_DIGIT, toAsciiDigits } from './ascii-digits.ts'

/** The lines of a file and the text that they make, as tables are looked for in them. */
export type PlainLines = Pick<DecodedFile, 'lines' | 'text'>

/** Blanks of other widths, dashes of other lengths, digits of other scripts, and characters as wide as two. */
const ANY = /[\u00a0\u0660-\u2012\u2015\u202f\u205f\u2212\u2500-\u257f\u3000-\uffee]|[–—]{3}/
const BLANKS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g
const HYPHENS = /[\u2010-\u2012\u2212\ufe58\ufe63]/g
const RULES = /[–—―]{3,}/g
/** As wide as two, as printed among Chinese and Japanese characters: `％`, `，`, `Ａ`. */
const FULL_WIDTH = /[\uff01-\uff5e]/g
/** Those of figures: in HTML others might come to markup. */
const FULL_WIDTH_FIGURES = /[\uff04\uff05\uff08\uff09\uff0b-\uff0e\uff10-\uff19]/g
const FULL_WIDTH_OFFSET = 0xfee0
const BOX_STROKES = /[\u2500-\u257f]/g
const UPRIGHT = '│┃║┆┇┊┋╎╏'
const LEVEL = '─━┄┅┈┉╌╍'

/**
 * The file with plain characters for others that mean the same in a table, one for one, so that places stay. The file
 * itself where it holds none.
 *
 * > ２６８　１．５％     → 268 1.5%          digits and signs of double width, digits of other scripts
 *   │ Ohio │ 12 │       → | Ohio | 12 |     strokes of boxes
 *   ──────   –––––      → ------   -----    rules
 *   −1.25               → -1.25             minus signs and hyphens; blanks of every width
 *
 * HTML has blanks, dashes and boxes of its own; of its characters only digits and those of double width are changed, here
 * those that stand in it as they are, and others where references are decoded.
 */
export function toPlainCharacters(file: DecodedFile, documents: readonly FilingDocument[]): PlainLines {
  if (file.encoding === 'ascii' || !ANY.test(file.text)) return file
  const lines = file.lines.slice()
  for (const {
    format,
    lines: [first, last],
  } of documents) {
    if (format !== 'text' && format !== 'html') continue
    const toPlain = format === 'text' ? plainLine : plainFigures
    for (let index = first - 1; index < last; index++) {
      const line = lines[index] ?? ''
      if (ANY.test(line)) lines[index] = toPlain(line)
    }
  }
  return { lines, text: lines.join('\n') }
}

function plainFigures(line: string): string {
  return toAsciiDigits(line.replace(FULL_WIDTH_FIGURES, toHalfWidth))
}

function toHalfWidth(wide: string): string {
  return String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_OFFSET)
}

/** The same for a line of a table in HTML that is read like text, its tags left out and its references decoded. */
export function toPlainLine(line: string): string {
  return ANY.test(line) ? plainLine(line) : line
}

/** Digits and characters of double width that a reference of HTML prints, as plain ones. */
export function toPlainPrinted(printed: string): string {
  return printed.charCodeAt(0) < FIRST_OTHER_DIGIT ? printed : toHalfWidthAndDigits(printed)
}

function toHalfWidthAndDigits(printed: string): string {
  return toAsciiDigits(printed.replace(FULL_WIDTH, toHalfWidth))
}

function plainLine(line: string): string {
  return toHalfWidthAndDigits(line)
    .replace(BLANKS, ' ')
    .replace(HYPHENS, '-')
    .replace(RULES, rule => '-'.repeat(rule.length))
    .replace(BOX_STROKES, plainStroke)
}

/** `|` for strokes that part columns, `-` and `=` for those of a rule, `+` where they meet. */
function plainStroke(stroke: string): string {
  if (UPRIGHT.includes(stroke)) return '|'
  if (LEVEL.includes(stroke)) return '-'
  return stroke === '═' ? '=' : '+'
}
