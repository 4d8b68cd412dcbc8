import type { Cell, Grid } from '../grid/grid.ts'
import { isTotalLabel } from '../grid/total-label.ts'
import type { SaidScale } from '../reading/facts.ts'
import { findScaleSentences } from '../reading/scale-sentence.ts'
import { readScales } from '../reading/scale-words.ts'
import { findYearSentence, readSaidYears, type SaidYears } from '../reading/year-words.ts'
import type { Place } from '../report.ts'
import { readFigure } from '../values/index.ts'
import { readScaleBelow, readScalesBetween, readYearsBelow, sentenceBelow } from './said-between.ts'

/** What is said around a table of the scale of its dollars, of its counts, and of its terms. */
export type ScalesAbove = { money: SaidScale | null; count: SaidScale | null; years: SaidYears | null }

export const noScales: ScalesAbove = { money: null, count: null, years: null }

/**
 * Tells what titles, headings and sentences say of the scale of a table's figures, for one table after another as they are
 * printed in `lines`.
 *
 * > Selected Mortgage Loan Data (Dollars in Thousands)           for the table under it; of money, for those after it too
 *   The following table shows … (dollars in thousands):          for the table under it
 *   All dollar amounts in the tables below are in thousands.     for all after it, where their size bears it out
 *   (1) Dollar amounts in thousands.                             for the table over it
 */
export function scaleTeller(lines: readonly string[] = []): (grid: Grid) => ScalesAbove {
  let standing: SaidScale | null = null
  let standingYears: SaidYears | null = null
  let last: Place | null = null
  return grid => {
    const { title, headings, stub, rows, notes, at } = grid
    const own = scalesIn([...title, ...(stub === null ? [] : [stub])])
    const over = scalesIn(headings)
    const money = own.money ?? over.money
    const count = own.count ?? over.count
    const between = readScalesBetween(lines, last, at)
    last = notes[notes.length - 1]?.at ?? at
    if (between.standing !== null) standing = between.standing
    if (between.standingYears !== null) standingYears = between.standingYears
    const before = standing
    if (money !== null)
      standing = { by: money, scope: own.money === null ? 'standing' : 'other-title', wholes: totalsOf(rows) }
    const below = sentenceBelow(lines, at)
    const near = between.own ?? scaleInNotes(grid) ?? readScaleBelow(below)
    return {
      money: money === null ? (near ?? before) : { by: money, scope: 'title' },
      count: count === null ? countOf(near) : { by: count, scope: 'title' },
      years:
        yearsAbove(grid) ?? between.years ?? yearsInNotes(grid) ?? readYearsBelow(below) ?? standingYears,
    }
  }
}

/** What words about dollars tell of counts as well. */
function countOf(said: SaidScale | null): SaidScale | null {
  return said?.count == null ? null : { by: said.count, scope: said.scope }
}

/** The first scale of money that lines tell, and the first of counts. */
function scalesIn(lines: readonly Cell[]): { money: number | null; count: number | null } {
  let money: number | null = null
  let count: number | null = null
  for (const { text } of lines) {
    const said = readScales(text)
    money ??= said.money
    count ??= said.count
  }
  return { money, count }
}

/** The figures of the last row, where it is a total. */
function totalsOf(rows: Grid['rows']): number[] {
  const last = rows[rows.length - 1]
  if (last === undefined || (last.label !== null && !isTotalLabel(last.label.text))) return []
  return last.cells.flatMap(cell => {
    const figure = cell === null ? null : readFigure(cell.text)
    return figure === null ? [] : figure.digits / 10 ** figure.decimals
  })
}

/** What title or headings say to be in years, over lines that break where they may. */
function yearsAbove({ title, headings, rows }: Grid): SaidYears | null {
  const areFigures = () => {
    const labels = rows.flatMap(({ label }) => label?.text ?? [])
    return labels.filter(label => /\d/.test(label)).length * 2 > labels.length
  }
  const joined = title.map(({ text }) => text).join(' ')
  for (const words of [joined, ...headings.map(({ text }) => text).reverse()]) {
    const said = readSaidYears(words, areFigures)
    if (said !== null) return said
  }
  return null
}

function yearsInNotes({ notes }: Grid): SaidYears | null {
  for (const { text } of notes) {
    const said = findYearSentence(text)
    if (said !== null) return said
  }
  return null
}

/** A note to the title or to the labels is about the table; one to anything else may be about that alone. */
function scaleInNotes({ notes, title, stub }: Grid): SaidScale | null {
  const marked = [...title, ...(stub === null ? [] : [stub])].map(({ text }) => text)
  for (const { mark, text } of notes) {
    const [said] = findScaleSentences(text)
    if (said === undefined) continue
    const isOfTable =
      mark !== '' && marked.some(one => one.endsWith(`(${mark})`) || one.endsWith(`[${mark}]`))
    return { by: said.by, count: said.count, scope: isOfTable ? 'note' : 'prose' }
  }
  return null
}
