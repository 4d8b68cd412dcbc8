import { withoutContinued } from '../grid/continued.ts'
import type { Grid, GridRow } from '../grid/grid.ts'
import { isSum } from '../grid/group-headings.ts'
import { joinHeadings } from '../grid/group-stack.ts'
import { HALF_RANGE } from '../grid/join-halved-ranges.ts'
import { decideDimension } from '../reading/dimension.ts'
import { isWordOf, withWords } from '../reading/evidence/label-words.ts'
import { readRange } from '../values/index.ts'
import { groupOfAll, heads, splitTitle } from './split-title.ts'

/** What words over a row are: its heading, the beginning of its label, or more likely one of them. */
type Meaning = 'heads' | 'begins' | 'may-head' | 'may-begin'

/**
 * The grid with words that the layout leaves open told by what rows of its kind are called; and what heads all rows but the
 * total among its headings, for it is said of the whole table.
 *
 * > West                                 `California` is a state, and `West California` is none: a heading
 *   California      40     4,000,000
 *   New                                  `New York` is a state: the beginning of a label
 *   York            20     2,000,000
 *   Residential                          `Single Family` is a property type by itself: a heading, but not surely
 *   Single Family   20     2,000,000
 *
 * What is not sure stays `open`.
 */
export function settleWords(grid: Grid): Grid {
  const rows = grid.rows.some(({ open }) => open) ? settleRows(grid) : grid.rows
  const [first] = rows
  const group = groupOfAll(rows)
  if (first === undefined || group === null) return rows === grid.rows ? grid : { ...grid, rows }
  return { ...grid, rows, headings: [...grid.headings, { text: group, at: first.at }] }
}

function settleRows(grid: Grid): GridRow[] {
  const told = wordsOfRows(grid)
  let heading: { words: string; over: string | null } | null = null
  return grid.rows.map(row => {
    const { open, ...settled } = row
    const meaning = open && row.label && tellMeaning(open, row.label.text, told)
    const isHeaded = meaning === 'heads' || meaning === 'may-head'
    if (open && isHeaded) heading = { words: withoutContinued(open.words.text), over: row.group }
    else if (heading?.over !== row.group || isSum({ text: row.label?.text ?? null })) heading = null
    const own = meaning === 'heads' || meaning === 'begins' ? settled : row
    if (heading === null) return own
    const { words, over } = heading
    const group = over === null ? words : joinHeadings([over, words])
    if (open?.isDeeper) heading = null
    return { ...own, label: open && isHeaded ? open.label : row.label, group, isLevel: true }
  })
}

type Open = NonNullable<GridRow['open']>

/** Tells whether a label is named in the words of what the rows split by, of which states are names to the letter. */
type Told = { isState: boolean; names: (label: string) => boolean }

function wordsOfRows(grid: Grid): Told | null {
  const { rows, stub } = grid
  const title = splitTitle(grid).title.map(({ text }) => text)
  const facts = (labels: string[]) => ({ title: title.join(' '), stub: stub?.text ?? null, labels })
  const own = rows.flatMap(({ open, label }) => (open?.label ?? label)?.text ?? [])
  const joined = rows.flatMap(({ label }) => label?.text ?? [])
  const dimension = decideDimension(facts(own)).chosen ?? decideDimension(facts(joined)).chosen
  const told = withWords.find(one => one === dimension)
  return told === undefined
    ? null
    : { isState: told.buckets === 'state', names: label => isWordOf(told, label) }
}

function tellMeaning({ words, label, isBelow }: Open, joined: string, told: Told | null): Meaning {
  if (isBelow) return 'may-begin'
  const own = label.text
  if (heads(words)) return 'heads'
  if (isFigures(own) && !WANTS_MORE.test(words.text)) return 'heads'
  if (HALF_RANGE.test(words.text) && isFigures(own)) return 'begins'
  if (told === null) return 'may-begin'
  if (told.isState) return told.names(joined) ? 'begins' : told.names(own) ? 'heads' : 'may-begin'
  // Named in the words of another split, the label is whole: `Owner Occupied` over `Single Family`.
  const isWhole = withWords.some(one => isWordOf(one, own))
  if (told.names(joined) && !isWhole) return 'begins'
  return isWhole && !(told.names(own) && told.names(words.text)) ? 'may-head' : 'may-begin'
}

/** Is the label a range or a figure, which begins with no words but those that want one? */
function isFigures(label: string): boolean {
  return readRange(label, 'percent') !== null || readRange(label, 'cents') !== null
}

/** `Greater than`, `Between`, `50.01 -` */
const WANTS_MORE = /(?:\b(?:than|over|above|below|under|least|most|between|from|equal)|[-–—])$/i
