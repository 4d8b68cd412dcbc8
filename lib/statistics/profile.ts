import type { OtherTable, Place, Unit } from '../report.ts'
import type { FindGroup } from './named-group.ts'
import { foldPlace } from './passage.ts'
import { findPossibleKinds } from './registry.ts'
import type { SourceText } from './source-text.ts'
import { findFigures, readInTail, type StatedFigure } from './stated-figure.ts'
import type { StatisticKind } from './statistic-kind.ts'

/** One figure of a profile. */
export type ProfileFigure = {
  id: string
  unit: Unit
  value: number
  decimals: number
  loanGroup: string | null
  at: Place
}

/** What may follow the words that name a statistic and leave its meaning as it is. */
const labelEnd = /^(?: to (?:stated )?maturity| of (?:the )?(?:mortgage )?loans)?(?: ?\([^)\d]*\))?[\s:.*]*$/i

/** The statistic that a row's label names and nothing narrows, or null. */
function kindNamed(label: string): StatisticKind | null {
  const kinds = findPossibleKinds(label.toLowerCase())
  const named = kinds.find(({ figure, unless, phrases }) => {
    if (figure !== 'after' || unless?.test(label) || /\byears?\b/i.test(label)) return false
    return phrases.some(phrase => {
      phrase.lastIndex = 0
      const found = phrase.exec(label)
      return found?.index === 0 && labelEnd.test(label.slice(phrase.lastIndex))
    })
  })
  return named ?? null
}

const onlyFigure = /^(?:approximately |approx\. |about )?\$? ?\d[\d,]*(?:\.\d+)? ?(?:%|months?)?$/i

/** A cell that prints one figure and nothing else, in the unit; null for any other. */
function readCell(cell: string, unit: Unit): StatedFigure | null {
  const [figure] = onlyFigure.test(cell.trim()) ? findFigures(cell) : []
  return figure ? readInTail(figure, unit) : null
}

/** Columns that tell of single loans, not of the pool. */
const ofSingleLoans = /\bmin(?:imum)?\b|\bmax(?:imum)?\b|\b(?:low|high)est\b|\brange\b|\btolerance\b/i

/** What the words over a column say: which group's it is, that it is of all groups together, or of single loans. */
type Heading = { loanGroup: string | null; isWholePool: boolean; isOfSingleLoans: boolean }

/** Over a column of all groups together. */
const wholePool = /^(?:totals?|aggregate|combined|all|(?:total |entire |mortgage )?pool)\b/i

/** What the words over the columns say, where the first row has words and no figure. */
function headingsOf([first = []]: readonly string[][], findGroup: FindGroup): Heading[] {
  if (first.some(cell => /^\W*\d/.test(cell))) return []
  return first.map(words => ({
    loanGroup: findGroup(words),
    isWholePool: wholePool.test(words),
    isOfSingleLoans: ofSingleLoans.test(words),
  }))
}

/** Over a column without words. */
const noHeading: Heading = { loanGroup: null, isWholePool: false, isOfSingleLoans: false }

type Told = { cell: string; order: number; heading: Heading }

/**
 * The cells of a row that tell of a pool, with the group that stands over each. Of several, all have to be told apart
 * by groups; else none is meant for certain.
 */
function toldIn(cells: readonly string[], headings: readonly Heading[]): Told[] {
  const told = cells.flatMap((cell, order) => {
    const heading = headings[order + 1] ?? noHeading
    return cell === '' || heading.isOfSingleLoans ? [] : [{ cell, order, heading }]
  })
  if (told.length < 2) return told
  const isApart = told.every(({ heading }) => heading.loanGroup || heading.isWholePool)
  return isApart && new Set(told.map(({ heading }) => heading.loanGroup)).size === told.length ? told : []
}

/**
 * The figures about the pool or its groups that a profile states, a statistic a row.
 *
 * > Average Principal Balance:      $129,921.06      $20,533.31    $249,252.26
 *                                   ^ the pool's     ^ under "Minimum" and "Maximum": of single loans
 *
 * A row counts when its label names one statistic, and one cell alone can be meant or one a group. A column is of the
 * group over it, else of the group in the title.
 */
export function readProfile(source: SourceText, table: OtherTable, findGroup: FindGroup): ProfileFigure[] {
  const headings = headingsOf(table.rows, findGroup)
  const titled = findGroup(table.title ?? '')
  const { text, placeOf } = foldPlace(source, table.at)
  let done = 0
  /** Where the words stand next, not far on; past them from then on. Below 0 when they do not. */
  const goTo = (words: string) => {
    const ahead = text.slice(done, done + farthest).indexOf(words)
    if (ahead < 0) return -1
    done += ahead + words.length
    return done - words.length
  }
  return table.rows.flatMap(([label = '', ...cells]) => {
    const kind = goTo(label) < 0 ? null : kindNamed(label)
    if (!kind) return []
    const starts = cells.map(cell => goTo(firstFigure.exec(cell)?.[0] ?? cell))
    return toldIn(cells, headings).flatMap(({ cell, order, heading }) => {
      const figure = readCell(cell, kind.unit)
      const start = starts[order] ?? -1
      if (!figure || start < 0) return []
      const { value, decimals } = figure
      const at = placeOf(start, start + figure.end - figure.start)
      return [{ id: kind.id, unit: kind.unit, value, decimals, loanGroup: heading.loanGroup ?? titled, at }]
    })
  })
}

const firstFigure = /\d[\d,]*(?:\.\d+)?/

/** Characters within which the next row of a profile begins, past titles and rules. */
const farthest = 2000
