import { Parser } from 'htmlparser2'

/** A run of text between block tags, with its offsets in the markup. Blanks are folded, entities decoded. */
export type Block = { text: string; start: number; end: number }

export type HtmlCell = Block & { colspan: number; rowspan: number }
export type HtmlTable = { rows: HtmlCell[][]; start: number; end: number }

/** What a document prints, in order: tables without tables in them, text between, and preformatted stretches. */
export type HtmlParts = {
  tables: HtmlTable[]
  blocks: Block[]
  preformatted: { start: number; end: number }[]
}

const BLOCK_TAGS = new Set(
  'p div br tr td th table center h1 h2 h3 h4 h5 h6 li ul ol hr page title body html caption dt dd blockquote pre'.split(
    ' ',
  ),
)
/** Wider spans are mistakes or attacks; no printed table has so many columns. */
const MOST_SPAN = 200

/** Text being gathered. Pieces are joined once at the end, for adding to a long text takes its length each time. */
type Run = { pieces: string[]; endsBlank: boolean; start: number; end: number }
type OpenCell = { run: Run; colspan: number; rowspan: number }
type Open = {
  start: number
  rows: OpenCell[][]
  row: OpenCell[] | null
  cell: OpenCell | null
  isLayout: boolean
}

const newRun = (): Run => ({ pieces: [], endsBlank: true, start: -1, end: -1 })

function textOf({ pieces, start, end }: Run): Block {
  return { text: pieces.join('').trim(), start, end }
}

/**
 * Walk over the markup once and take out tables and text.
 *
 * Rows and cells may lack their closing tags: the next opening tag closes them. A table that holds a table is layout;
 * its own text counts as text between tables.
 */
export function parseHtml(markup: string): HtmlParts {
  const parts: HtmlParts = { tables: [], blocks: [], preformatted: [] }
  const open: Open[] = []
  // A table that is never closed ends with the last printed character.
  const lastEnd = markup.trimEnd().length
  let block: Run | null = null
  let hidden = 0
  let preStart = -1

  const closeBlock = () => {
    const done = block === null ? null : textOf(block)
    block = null
    if (done !== null && done.text !== '') parts.blocks.push(done)
  }
  const current = () => open[open.length - 1]

  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'script' || name === 'style') hidden++
        if (name === 'pre') preStart = parser.endIndex + 1
        const top = current()
        const isInCell = top !== undefined && top.cell !== null
        if (BLOCK_TAGS.has(name)) {
          if (isInCell) addText(top.cell?.run ?? null, ' ', -1, -1)
          closeBlock()
        }
        if (name === 'table') openTable(open, parser.startIndex)
        else if (name === 'tr' && top !== undefined) openRow(top)
        else if ((name === 'td' || name === 'th') && top !== undefined) openCell(top, attributes)
        else if (name === 'caption' && top !== undefined) openCaption(top)
      },
      ontext(text) {
        if (hidden > 0 || preStart >= 0) return
        const cell = current()?.cell
        if (cell) addText(cell.run, text, parser.startIndex, parser.endIndex + 1)
        else if (current() === undefined || current()?.isLayout) {
          block ??= newRun()
          addText(block, text, parser.startIndex, parser.endIndex + 1)
        }
      },
      onclosetag(name) {
        if ((name === 'script' || name === 'style') && hidden > 0) hidden--
        if (name === 'pre' && preStart >= 0) {
          parts.preformatted.push({ start: preStart, end: parser.startIndex })
          preStart = -1
        }
        if (BLOCK_TAGS.has(name)) closeBlock()
        if (name === 'table') closeTable(open, parts, Math.min(parser.endIndex + 1, lastEnd))
        else if (name === 'td' || name === 'th' || name === 'caption') {
          const top = current()
          if (top !== undefined) top.cell = null
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeSelfClosing: false },
  )
  parser.write(markup)
  parser.end()
  closeBlock()
  while (open.length > 0) closeTable(open, parts, lastEnd)
  return parts
}

function openTable(open: Open[], start: number) {
  const outer = open[open.length - 1]
  if (outer !== undefined) outer.isLayout = true
  open.push({ start, rows: [], row: null, cell: null, isLayout: false })
}

function openRow(top: Open) {
  top.row = []
  top.cell = null
  top.rows.push(top.row)
}

function openCell(top: Open, attributes: Record<string, string>) {
  if (top.row === null) openRow(top)
  const cell = { run: newRun(), colspan: spanOf(attributes.colspan), rowspan: spanOf(attributes.rowspan) }
  top.cell = cell
  top.row?.push(cell)
}

/** A caption is read as what it looks like: a first row that one cell fills. */
function openCaption(top: Open) {
  openRow(top)
  openCell(top, { colspan: String(MOST_SPAN) })
}

function spanOf(attribute: string | undefined): number {
  const span = Number(attribute ?? 1)
  return Number.isInteger(span) && span > 0 ? Math.min(span, MOST_SPAN) : 1
}

/** Keep a table that holds none; the cells of one that does become text. */
function closeTable(open: Open[], parts: HtmlParts, end: number) {
  const closed = open.pop()
  if (closed === undefined) return
  const rows = closed.rows.map(row =>
    row.map(({ run, colspan, rowspan }) => ({ ...textOf(run), colspan, rowspan })),
  )
  if (!closed.isLayout) parts.tables.push({ rows, start: closed.start, end })
  else
    for (const { text, start, end: last } of rows.flat())
      if (text !== '') parts.blocks.push({ text, start, end: last })
}

const BLANKS = /[\s\u00a0\u200b]+/g

/** Add a piece of text, its blanks folded; offsets count from the first printed character to the last. */
function addText(to: Run | null, text: string, start: number, end: number) {
  if (to === null) return
  const folded = text.replace(BLANKS, ' ')
  const piece = to.endsBlank ? folded.trimStart() : folded
  if (piece !== '') {
    to.pieces.push(piece)
    to.endsBlank = piece.endsWith(' ')
  }
  if (start < 0 || folded.trim() === '') return
  const lead = text.length - text.trimStart().length
  const trail = text.length - text.trimEnd().length
  // Only text without entities is as long as its markup; else blanks cannot be told from the offsets.
  const isPlain = end - start === text.length
  if (to.start < 0) to.start = start + (isPlain ? lead : 0)
  to.end = end - (isPlain ? trail : 0)
}
