import type { Cell } from '../grid.ts'

/** Points lead in threes, whichever they are; strokes, of which fewer mean something by themselves, in fives of one kind. */
const points = new Set([...'._·•'])
const strokes = new Set([...'-*=~–—'])
const FEWEST_POINTS = 3
const FEWEST_STROKES = 5

/**
 * A label without the signs that lead from it to its figures: `California . . . . .`, `6.000......`, `Nevada…`, `Utah ____`,
 * `Ohio - - - - -`.
 *
 * Its place keeps them; one full stop ends an abbreviation.
 */
export function withoutLeaders(label: Cell): Cell {
  const text = label.text.trimEnd()
  let end = text.length
  for (let start = startOfRun(text, end); start < end; start = startOfRun(text, end)) end = start
  return end === text.length || end === 0 ? label : { text: text.slice(0, end).trimEnd(), at: label.at }
}

/**
 * Where the signs begin that lead up to `end`, each with a blank behind it or none; `end` where none do. Walked from behind,
 * sign by sign: a pattern for the same tries every way to share a long row of points out among runs.
 */
function startOfRun(text: string, end: number): number {
  const last = beforeBlank(text, end)
  const sign = text.charAt(last)
  if (sign === '…') return last
  const isPoint = points.has(sign)
  if (!isPoint && !strokes.has(sign)) return end
  let [start, count] = [last, 1]
  for (let at = beforeBlank(text, start); at >= 0; at = beforeBlank(text, start)) {
    if (isPoint ? !points.has(text.charAt(at)) : text.charAt(at) !== sign) break
    start = at
    count += 1
  }
  return count >= (isPoint ? FEWEST_POINTS : FEWEST_STROKES) ? start : end
}

/** The character before `end`, over one blank; -1 where there is none. */
function beforeBlank(text: string, end: number): number {
  return text.charAt(end - 1) === ' ' ? end - 2 : end - 1
}
