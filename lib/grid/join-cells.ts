import { type Cell, spanPlaces } from './grid.ts'

/** One cell from two, the first above or before the second. */
export function joinCells(first: Cell, second: Cell): Cell {
  return { text: `${first.text}${jointAfter(first.text)}${second.text}`, at: spanPlaces(first.at, second.at) }
}

/** One cell from many, in their order; null of none. Takes the time of one reading however many there are. */
export function joinAllCells(cells: readonly Cell[]): Cell | null {
  const first = cells[0]
  const last = cells[cells.length - 1]
  if (first === undefined || last === undefined) return null
  if (cells.length === 1) return first
  const parts: string[] = []
  for (const { text } of cells) {
    const before = parts[parts.length - 1]
    parts.push(before === undefined ? text : jointAfter(before) + text)
  }
  return { text: parts.join(''), at: spanPlaces(first.at, last.at) }
}

/** Nothing after a slash or a hyphen inside a word, else a blank. */
function jointAfter(text: string): string {
  return /(?:\/|[a-z]-)$/i.test(text.slice(-2)) ? '' : ' '
}
