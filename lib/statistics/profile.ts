import type { OtherTable, Place, Unit } from '../report.ts'
import { foldPlace } from './passage.ts'
import { findPossibleKinds } from './registry.ts'
import type { SourceText } from './source-text.ts'
import { findFigures, readInTail, type StatedFigure } from './stated-figure.ts'
import type { StatisticKind } from './statistic-kind.ts'

/** One figure of a profile; `heading` is what is printed over its column. */
export type ProfileFigure = {
  id: string
  unit: Unit
  value: number
  decimals: number
  heading: string
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

/** The words over the columns, where the first row has words and no figure. */
function headingsOf([first = []]: readonly string[][]): string[] {
  return first.some(cell => /^\W*\d/.test(cell)) ? [] : first
}

/**
 * The figures about the pool that a profile states, a statistic a row.
 *
 * > Average Principal Balance:      $129,921.06      $20,533.31    $249,252.26
 *                                   ^ the pool's     ^ under "Minimum" and "Maximum": of single loans
 *
 * A row counts when its label names one statistic and one cell alone can be meant.
 */
export function readProfile(source: SourceText, table: OtherTable): ProfileFigure[] {
  if (table.kind !== 'profile') return []
  const headings = headingsOf(table.rows)
  const { text, placeOf } = foldPlace(source, table.at)
  let done = 0
  return table.rows.flatMap(([label = '', ...cells]) => {
    const kind = kindNamed(label)
    const own = cells.flatMap((cell, index) => {
      const heading = headings[index + 1] ?? ''
      return cell === '' || ofSingleLoans.test(heading) ? [] : [{ cell, heading }]
    })
    const [only] = own
    const figure = kind && only && own.length === 1 ? readCell(only.cell, kind.unit) : null
    if (!kind || !only || !figure) return []
    const labelled = text.indexOf(`${label} ${only.cell}`, done)
    if (labelled < 0) return []
    const start = labelled + label.length + 1 + figure.start
    done = labelled + label.length
    const { id, unit } = kind
    const { value, decimals } = figure
    return [
      {
        id,
        unit,
        value,
        decimals,
        heading: only.heading,
        at: placeOf(start, start + figure.end - figure.start),
      },
    ]
  })
}
