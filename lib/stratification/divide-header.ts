import { type Cell, type Grid, spanPlaces } from '../grid/grid.ts'
import { type Measure, matchMeasure } from '../measures/index.ts'
import { scaleInHeader } from '../reading/scale-words.ts'
import { remember } from '../remember.ts'
import { judgeMeasure } from './agrees-with-figures.ts'
import { splitRows } from './find-total.ts'
import { readFigures } from './read-figures.ts'

/** Headers are printed on so many lines where their columns stand a blank apart; those of more are not told apart. */
const MOST_LINES = 2
/** So many words of one line may head a column, and so many a line may hold; bounds the work. */
const MOST_WORDS = 7
const LONGEST_LINE = 60
/** So many meanings of the rest of a header are kept; more than one is already one too many. */
const MOST_MEANINGS = 6

/** Words that end no header, for they speak of what follows, and such as begin none. */
const OPEN =
  /(?:^|\s)(?:of|the|by|in|for|and|to|weighted|wtd\.?|aggregate|average|avg\.?|mortgage|loan|credit|current|original|unpaid|scheduled|remaining|combined|gross|net|initial|periodic|maximum|minimum)$/i
/** Words of one line that no column parts: `Aggregate Principal`, `Balance Outstanding`. */
const BOUND =
  /^(?:principal|aggregate|average|avg\.?|weighted|mortgage|loan|credit|current|original|unpaid|scheduled|remaining|gross|net) (?:principal|balances?|loans?|rates?|coupon|terms?|ltv|fico|scores?|dti|margins?|age|count)$|^balances? outstanding$/i
const CONTINUES = /^(?:of|the|by|in|for|and|to|\()/i

/**
 * The grid with the words over it given to labels and columns, where their places tell nothing; as it is where the words
 * do not tell either.
 *
 * > Property Type Number of Mortgage Loans Aggregate Principal Balance Percent of Pool
 *   Condominium 59 $12,514,999.49 12.36%
 *   Property Type | Number of Mortgage Loans | Aggregate Principal Balance | Percent of Pool
 *
 * Words are divided so that each column has a measure of its own that its figures can be of. There must be one such
 * meaning only, on the lowest line or the two lowest. Lines above are the title.
 */
export function divideHeader(grid: Grid): Grid {
  const { undivided } = grid
  if (undivided === undefined) return grid
  for (let count = 1; count <= Math.min(MOST_LINES, undivided.length); count++) {
    const lines = undivided.slice(-count).map(splitWords)
    const divided = lines.every(({ length }) => length <= LONGEST_LINE) ? divide(grid, lines) : null
    if (divided !== null) return withHeader(grid, divided, undivided.slice(0, -count))
  }
  return { ...grid, ...titleOver(grid, undivided.slice(0, -1)) }
}

function withHeader(grid: Grid, [stub, ...over]: readonly (Cell | null)[], title: readonly Cell[]): Grid {
  const columns = grid.columns.map((column, order) => {
    const cell = over[order]
    return cell ? { ...column, header: cell.text, at: cell.at } : column
  })
  return { ...grid, columns, stub: stub ?? null, ...titleOver(grid, title) }
}

/** Lines right over the header are the title, and what stands over them speaks for more than this table. */
function titleOver({ headings, title }: Grid, lines: readonly Cell[]): Pick<Grid, 'headings' | 'title'> {
  return lines.length === 0 ? { headings, title } : { headings: [...headings, ...title], title: [...lines] }
}

/** Where the words of each line of a header end that are still to be given, from the left. */
type Ends = readonly number[]
/** One meaning of a header, in as few words a column as may be: its measures from the right, and where the words of each column begin. */
type Meaning = { measures: Measure[]; begins: Ends[] }

/** The words over the labels, and over each column; null where no division of them has one meaning alone. */
function divide(grid: Grid, lines: readonly (readonly Cell[])[]): (Cell | null)[] | null {
  const canMeasure = figuresOf(grid)
  const known = new Map<string, Meaning[]>()
  /** The meanings of the columns up to `order`, whose words end at `ends`. */
  const meaningsOf = (order: number, ends: Ends): Meaning[] => {
    if (order < 0) return [{ measures: [], begins: [] }]
    const key = `${order} ${ends.join(' ')}`
    const found = known.get(key)
    if (found !== undefined) return found
    const meanings: Meaning[] = []
    known.set(key, meanings)
    for (const begins of beginsBefore(ends)) {
      if (meanings.length >= MOST_MEANINGS || (order === 0 && meanings.length > 0)) break
      const words = joinWords(lines, begins, ends)
      const measure = words === null || cutsWords(lines, begins, order) ? null : measureOf(words.text)
      if (measure === null || !canMeasure(order, measure)) continue
      for (const left of meaningsOf(order - 1, begins))
        if (!left.measures.includes(measure) && meanings.length < MOST_MEANINGS)
          addMeaning(meanings, left, measure, begins)
    }
    return meanings
  }
  const whole = lines.map(({ length }) => length)
  const [only, ...others] = meaningsOf(grid.columns.length - 1, whole)
  if (only === undefined || others.length > 0) return null
  const begins = [...only.begins, whole]
  const first = begins[0] ?? whole
  const stub = joinWords(
    lines,
    whole.map(() => 0),
    first,
  )
  return [
    stub,
    ...grid.columns.map((_, order) => joinWords(lines, begins[order] ?? whole, begins[order + 1] ?? whole)),
  ]
}

function addMeaning(meanings: Meaning[], left: Meaning, measure: Measure, begins: Ends): void {
  const measures = [...left.measures, measure]
  const isKnown = meanings.some(one => one.measures.every((other, at) => other === measures[at]))
  if (!isKnown) meanings.push({ measures, begins: [...left.begins, begins] })
}

/** Would words that belong together be parted, or a column begin behind a word of the labels' header that goes on? */
function cutsWords(lines: readonly (readonly Cell[])[], begins: Ends, order: number): boolean {
  return lines.some((line, at) => {
    const [before, first] = [line[(begins[at] ?? 0) - 1]?.text ?? '', line[begins[at] ?? 0]?.text ?? '']
    return BOUND.test(`${before} ${first}`) || (order === 0 && OPEN.test(before))
  })
}

const measureOf = remember((words): Measure | null =>
  OPEN.test(words) || CONTINUES.test(words) ? null : matchMeasure(words),
)

/** Can the figures of a column be of a measure? */
function figuresOf(grid: Grid): (order: number, measure: Measure) => boolean {
  const figures = readFigures(grid)
  const rows = splitRows(grid, figures)
  const words = [...grid.headings, ...grid.title, ...(grid.undivided ?? [])].map(({ text }) => text).join(' ')
  const scaled = scaleInHeader(words) !== null
  return (order, measure) => {
    const column = grid.columns[order]
    if (column === undefined) return false
    return (
      measure === null || judgeMeasure(measure, { grid, column, figures, rows, order, scaled }).length === 0
    )
  }
}

/**
 * All places where the words of a column may begin that end at these: first those with words on every line, and of them
 * those with the fewest.
 */
function beginsBefore(ends: Ends): Ends[] {
  const [first = 0, ...more] = ends
  const most = Math.min(MOST_WORDS, first)
  const own = Array.from({ length: most + 1 }, (_, taken) => first - taken)
  if (more.length === 0) return own.map(begin => [begin])
  const all = beginsBefore(more).flatMap(rest => own.map(begin => [begin, ...rest]))
  const bare = (begins: Ends) => begins.filter((begin, line) => begin === ends[line]).length
  return all.sort((one, other) => bare(one) - bare(other) || sumOf(other) - sumOf(one))
}

const sumOf = (places: Ends) => places.reduce((sum, place) => sum + place, 0)

/** The words between two places of each line as one cell; null where there are none. */
function joinWords(lines: readonly (readonly Cell[])[], begins: Ends, ends: Ends): Cell | null {
  const cells = lines.flatMap((line, at) => line.slice(begins[at], ends[at]))
  const [first] = cells
  const last = cells[cells.length - 1]
  if (first === undefined || last === undefined) return null
  return { text: cells.map(({ text }) => text).join(' '), at: spanPlaces(first.at, last.at) }
}

/** The words of a line with their places, single blanks between them. */
function splitWords({ text, at }: Cell): Cell[] {
  let start = at.start
  return text.split(' ').map(word => {
    const cell = { text: word, at: { line: at.line, start, end: start + word.length } }
    start += word.length + 1
    return cell
  })
}
