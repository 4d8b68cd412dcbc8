import { findDimension } from '../dimensions/index.ts'
import type { Place, Stratification, Unit } from '../report.ts'
import type { Passage } from './passage.ts'
import { statisticKinds } from './registry.ts'
import { findFigures, readInTail } from './stated-figure.ts'

/** One figure of the lines under a total row. `id` is a statistic's, or `min-` or `max-` before the dimension. */
export type TailFigure = {
  id: string
  unit: Unit
  value: number
  decimals: number
  table: Stratification
  at: Place
}

const tailWords: readonly { words: RegExp; role: 'min' | 'max' | 'average' }[] = [
  { words: /\b(?:non-zero )?min(?:imum)?\b\.?\s*[:=]?\s*\$?$/i, role: 'min' },
  { words: /\bmax(?:imum)?\b\.?\s*[:=]?\s*\$?$/i, role: 'max' },
  { words: /\b(?:non-zero )?(?:weighted )?(?:average|avg)\b\.?\s*[:=]?\s*\$?$/i, role: 'average' },
]

/** Another figure right behind makes a figure a cell of a row of averages, whose columns say what they are of. */
const NEXT_CELL = /^\s?%?\s+\$?\s?\d/

/** Which statistic of a table a tail's "average" is: that of the table's own dimension. */
function averageOf(dimension: string): string | null {
  if (dimension === 'current-balance') return 'average-balance'
  const kind = statisticKinds.find(({ id, average }) => average?.dimension === dimension && id !== 'net-wac')
  return kind?.id ?? null
}

/**
 * The figures of a tail under a total row.
 *
 * > Minimum:  5.750   Maximum: 10.500   Weighted Average:  6.973
 *             ^ min-mortgage-rate                          ^ wac
 *
 * A tail is about its table's dimension; without a known one nothing is read.
 */
export function readTail(passage: Passage): TailFigure[] {
  const { table } = passage
  const dimension = findDimension(table?.dimension ?? null)
  if (!table || !dimension || dimension.unit === 'text') return []
  return findFigures(passage.text).flatMap(printed => {
    const before = passage.text.slice(Math.max(0, printed.start - 40), printed.start)
    const role = tailWords.find(({ words }) => words.test(before))?.role
    const figure = readInTail(printed, dimension.unit)
    if (!role || !figure || NEXT_CELL.test(passage.text.slice(printed.end, printed.end + 20))) return []
    const id = role === 'average' ? averageOf(dimension.id) : `${role}-${dimension.id}`
    if (id === null) return []
    const { value, decimals, start, end } = figure
    return [{ id, unit: dimension.unit, value, decimals, table, at: passage.placeOf(start, end) }]
  })
}
