import { keyOf, type TagKey, walkMarkup } from '../../filing/walk-markup.ts'
import { CellSpans, type Spans } from './cell-spans.ts'
import { type LaidCell, type LaidRow, MOST_CELLS_ACROSS, MOST_SPAN, TableColumns } from './lay-out-table.ts'
import { joinPieces, type Piece, TextRun } from './text-run.ts'

/** A run of text between block tags. */
export type Block = Piece

/** The printed cells of a table by rows, some empty; its columns, blank ones too; and the offsets of the whole element. */
export type HtmlTable = { rows: LaidCell[][]; width: number; start: number; end: number }

/** What a document prints, each in order: tables without tables in them, text between, and preformatted stretches. */
export type HtmlParts = {
  tables: HtmlTable[]
  blocks: Block[]
  preformatted: { start: number; end: number }[]
}

const keys = (names: string) => new Set(names.split(' ').map(keyOf))
const BLOCK_TAGS = keys(
  'p div br tr td th table center h1 h2 h3 h4 h5 h6 li ul ol hr page title body html caption dt dd blockquote pre',
)
const CELL_TAGS = keys('td th')
const [TABLE, TR, CAPTION, PRE, SUP, BR] = ['table', 'tr', 'caption', 'pre', 'sup', 'br'].map(keyOf)
const INLINE_TAGS = keys('font span')
/** A style that raises text, as `<SUP>` does; and those that do so behind other text, and elsewhere set all of a cell. */
const RAISED = /vertical-align:\s*super/i
const RAISED_BEHIND = /vertical-align:\s*(?:text-)?top|[;"\s]top:\s*-\d/i
/** No tag with such a style is shorter. Saves time. */
const SHORTEST_RAISED = 20

/** A table whose closing tag has not come yet. */
type OpenTable = {
  start: number
  rows: LaidCell[][]
  columns: TableColumns
  row: LaidRow
  /** The text of the open cell. */
  run: TextRun
  cell: Spans | null
  hasTable: boolean
}

/**
 * Walk over the markup once and take out tables and text.
 *
 * Rows and cells may lack their closing tags: the next opening tag closes them. A table that holds a table is layout;
 * its own text counts as text between tables. Linear in the length, however deep tables nest.
 */
export function parseHtml(markup: string): HtmlParts {
  const parser = new HtmlParser(markup)
  walkMarkup(markup, 0, markup.length, parser)
  return parser.finish()
}

class HtmlParser {
  private readonly parts: HtmlParts = { tables: [], blocks: [], preformatted: [] }
  private readonly open: OpenTable[] = []
  private readonly spans = new CellSpans()
  private readonly block = new TextRun()
  private readonly markup: string
  private top: OpenTable | undefined
  private preStart = -1
  /** A `<TABLE>` in preformatted text is a mark of the text, until rows of HTML tell otherwise. */
  private tableInPre = -1
  private isRaised = false
  /** The tag whose style raises what is in it, and how many of its kind are open since. */
  private raisedBy: TagKey | null = null
  private raisedDepth = 0

  constructor(markup: string) {
    this.markup = markup
  }

  text(start: number, end: number): void {
    if (this.preStart >= 0) return
    const { top } = this
    if (top === undefined || (top.hasTable && top.cell === null))
      this.block.add(this.markup, start, end, this.isRaised)
    else if (top.cell !== null) top.run.add(this.markup, start, end, this.isRaised)
  }

  tag(key: TagKey, isClosing: boolean, start: number, end: number): void {
    if (this.preStart >= 0 && this.isInPre(key, isClosing, start)) return
    if (key === SUP) this.isRaised = !isClosing
    else if (INLINE_TAGS.has(key)) this.inlineTag(key, isClosing, start, end)
    else if (CELL_TAGS.has(key)) this.cellTag(isClosing, start, end)
    else if (BLOCK_TAGS.has(key)) this.blockTag(key, isClosing, start, end)
  }

  finish(): HtmlParts {
    const { markup, parts } = this
    this.endBlock()
    // What is never closed ends with the last printed character.
    const end = markup.trimEnd().length
    if (this.preStart >= 0) this.closePre(end)
    while (this.top !== undefined) this.closeTable(end)
    parts.blocks.sort((a, b) => a.start - b.start)
    parts.tables.sort((a, b) => a.start - b.start)
    return parts
  }

  /** > 6.250<FONT STYLE="vertical-align: super">1</FONT>     a mark behind a figure */
  private inlineTag(key: TagKey, isClosing: boolean, start: number, end: number): void {
    if (this.raisedBy === null) {
      if (isClosing || end - start < SHORTEST_RAISED) return
      const style = this.markup.slice(start, end)
      const before = this.top?.cell ? this.top.run.text : this.block.text
      if (!RAISED.test(style) && (before === '' || !RAISED_BEHIND.test(style))) return
      this.raisedBy = key
      this.isRaised = true
    }
    if (this.raisedBy === key) this.raisedDepth += isClosing ? -1 : 1
    if (this.raisedDepth > 0) return
    this.raisedBy = null
    this.isRaised = false
  }

  private cellTag(isClosing: boolean, start: number, end: number): void {
    this.isRaised = false
    this.raisedBy = null
    this.raisedDepth = 0
    this.endBlock()
    const { top } = this
    if (top === undefined) return
    this.closeCell(top)
    if (!isClosing) this.openCell(top, this.spans.of(this.markup, start, end))
  }

  private blockTag(key: TagKey, isClosing: boolean, start: number, end: number): void {
    this.endBlock()
    const { top } = this
    if (key === TABLE) {
      if (isClosing) this.closeTable(end)
      else this.openTable(start)
    } else if (key === PRE) this.preTag(isClosing, start, end)
    else if (top === undefined) return
    else if (key === TR && !isClosing) this.openRow(top)
    else if (key === CAPTION) this.captionTag(top, isClosing)
    else if (top.cell !== null) top.run.break(key === BR)
  }

  /** Tags of preformatted text are left to the reader of text, but for rows of a table, which end it. */
  private isInPre(key: TagKey, isClosing: boolean, start: number): boolean {
    if (key === TABLE && !isClosing) this.tableInPre = start
    if (key === PRE && isClosing) return false
    if (isClosing || (key !== TR && !CELL_TAGS.has(key))) return true
    const table = this.tableInPre
    this.closePre(table < 0 ? start : table)
    if (table >= 0) this.openTable(table)
    return false
  }

  private preTag(isClosing: boolean, start: number, end: number): void {
    if (!isClosing) this.preStart = end
    else if (this.preStart >= 0) this.closePre(start)
  }

  private closePre(end: number): void {
    this.parts.preformatted.push({ start: this.preStart, end })
    this.preStart = this.tableInPre = -1
  }

  /** A caption is read as what it looks like: a first row that one cell fills. */
  private captionTag(top: OpenTable, isClosing: boolean): void {
    this.closeCell(top)
    if (isClosing) return
    this.openRow(top)
    this.openCell(top, { colspan: MOST_SPAN, rowspan: 1 })
  }

  private endBlock(): void {
    const { block, parts } = this
    if (block.text === '') block.clear()
    else parts.blocks.push(block.take())
  }

  private openTable(start: number): void {
    const { top } = this
    if (top !== undefined) {
      this.closeCell(top)
      top.hasTable = true
    }
    this.top = {
      start,
      rows: [],
      columns: new TableColumns(),
      row: newRow(),
      run: new TextRun(),
      cell: null,
      hasTable: false,
    }
    this.open.push(this.top)
  }

  private openRow(top: OpenTable): void {
    this.closeCell(top)
    top.columns.beginRow()
    top.row = newRow()
    top.rows.push([])
  }

  private openCell(top: OpenTable, spans: Spans): void {
    if (top.rows.length === 0) this.openRow(top)
    top.cell = spans
  }

  /** Keep what the cell prints; one that prints nothing only takes its columns. */
  private closeCell(top: OpenTable): void {
    const { cell, run } = top
    if (cell === null) return
    top.cell = null
    const left = top.columns.place(cell.colspan, cell.rowspan)
    const { row } = top
    row.end = top.columns.reach()
    const cells = top.rows[top.rows.length - 1]
    const right = left + cell.colspan
    const { rowspan } = cell
    if (run.lines.length > 0) {
      const laid = layLines(run, { left, right, rowspan, row })
      if (laid !== null) addCell(cells, laid)
      return
    }
    const { text, start, end, stretches } = run
    if (text !== '') addCell(cells, { text, start, end, stretches, left, right, rowspan, row, lines: null })
    run.clear()
  }

  /** Keep a table that holds none; the cells of one that does become text. */
  private closeTable(end: number): void {
    const closed = this.open.pop()
    this.top = this.open[this.open.length - 1]
    if (closed === undefined) return
    this.closeCell(closed)
    const { rows, columns, start } = closed
    if (!closed.hasTable) this.parts.tables.push({ rows, width: columns.width, start, end })
    else
      for (const cell of rows.flat())
        for (const line of cell.lines ?? [cell]) if (line.text !== '') this.parts.blocks.push(line)
  }
}

/** Keep a cell in its row, or where the first stands that lies beyond all columns. */
function addCell(cells: LaidCell[] | undefined, cell: LaidCell): void {
  if (cell.left < MOST_CELLS_ACROSS) cells?.push(cell)
  else if (cell.row.beyond < 0) cell.row.beyond = cell.start
}

function newRow(): LaidRow {
  return { end: 0, beyond: -1 }
}

/** A cell of several lines, or null where they print nothing; the run begins anew. */
function layLines(run: TextRun, laid: Pick<LaidCell, 'left' | 'right' | 'rowspan' | 'row'>): LaidCell | null {
  run.break(false)
  const { lines } = run
  run.lines = []
  run.clear()
  const filled = lines.filter(({ text }) => text !== '')
  if (filled.length === 0) return null
  return { ...joinPieces(filled), ...laid, lines: lines.length > 1 ? lines : null }
}
