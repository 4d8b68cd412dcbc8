import type { Footnote, Place } from '../../report.ts'
import type { Grid } from '../grid.ts'
import { printsMark } from '../prints-mark.ts'

/**
 * The same grids. Those that stand side by side know which lines of their titles stand over all of them, and have the
 * notes below them whose marks they print; notes that none of them marks stay where they are.
 *
 * > Principal Balance*          Mortgage Rate(1)
 *   …                           …
 *   * As of the cut-off date.                        of the left table
 *   (1) Net of the premium.                          of the right one
 */
export function* pairAbreast(grids: Iterable<Grid>): Generator<Grid, undefined> {
  let run: Grid[] = []
  for (const grid of grids) {
    if (run.length > 0 && !run.some(({ at }) => beginsIn(grid.at, at))) {
      yield* shareAmong(run)
      run = []
    }
    run.push(grid)
  }
  yield* shareAmong(run)
}

/** Does the place begin before the end of the other? */
function beginsIn(at: Place, { line, lastLine = line, end }: Place): boolean {
  return at.line < lastLine || (at.line === lastLine && at.start < end)
}

function shareAmong(run: Grid[]): Grid[] {
  const last = run[run.length - 1]
  if (run.length < 2 || last === undefined) return run
  const marked = run.map(grid => new Set(last.notes.filter(({ mark }) => printsMark(grid, mark))))
  const isOthers = (note: Footnote) => marked.slice(0, -1).some(notes => notes.has(note))
  return run.map(withOver(run)).map((grid, order) => {
    const own = marked[order]
    if (order < run.length - 1) return own?.size ? { ...grid, notes: [...grid.notes, ...own] } : grid
    return { ...grid, notes: grid.notes.filter(note => own?.has(note) || !isOthers(note)) }
  })
}

/** A title is a table's own where another begins beside it. */
function withOver(run: readonly Grid[]): (grid: Grid) => Grid {
  const starts = new Map<number, Set<number>>()
  for (const { title, headings } of run)
    for (const { at } of [...title, ...headings]) {
      const own = starts.get(at.line)
      if (own) own.add(at.start)
      else starts.set(at.line, new Set([at.start]))
    }
  return grid => ({ ...grid, over: grid.title.filter(({ at }) => (starts.get(at.line)?.size ?? 0) < 2) })
}
