import type { Bound, ComparedRow } from '../distributions/index.ts'
import { formatDecimal, formatShortMoney } from '../format/index.ts'
import type { Unit } from '../report.ts'
import { niceValueAxis, type ValueAxis } from './nice-axis.ts'

/** A bar of a group: where it stands, in percent of the width, and what it is proven to reach, in the measure's unit. */
export type ComparedBar = { series: number; x: number; width: number; bound: Bound }
type BarGroup = { label: string; isWidest: boolean; from: number; width: number; bars: ComparedBar[] }
export type ComparedBars = { axis: ValueAxis; groups: BarGroup[] }

type Asked = {
  rows: readonly ComparedRow[]
  /** Which of the rows is marked: where the pools are furthest apart. */
  widest: ComparedRow | null
  labelOf: (row: ComparedRow) => string
}

/** Part of a group that its bars take, and of a bar's room that the bar takes. */
const filled = 0.76
const barShare = 0.86

/**
 * Groups of bars side by side, a group for each row and a bar for each pool in the order of its values; a pool that tells
 * nothing leaves its place empty.
 */
export function placeBars({ rows, widest, labelOf }: Asked): ComparedBars {
  const most = rows.reduce(
    (all, { values }) => values.reduce((top, value) => Math.max(top, value?.high ?? 0), all),
    0,
  )
  const width = 100 / Math.max(1, rows.length)
  return {
    axis: niceValueAxis(most),
    groups: rows.map((row, order) => {
      const from = order * width
      const room = (width * filled) / Math.max(1, row.values.length)
      const start = from + (width * (1 - filled)) / 2
      return {
        label: labelOf(row),
        isWidest: row === widest,
        from,
        width,
        bars: row.values.flatMap((bound, series) =>
          bound === null
            ? []
            : [
                {
                  series,
                  x: start + series * room + (room * (1 - barShare)) / 2,
                  width: room * barShare,
                  bound,
                },
              ],
        ),
      }
    }),
  }
}

/**
 * So many of some rows as there is room for, in their order: the one that must be among them, and those whose shares are
 * spread most evenly between all and nothing.
 */
export function pickRows(
  rows: readonly ComparedRow[],
  most: number,
  must: ComparedRow | null,
): readonly ComparedRow[] {
  if (rows.length <= most) return rows
  const picked = new Set<ComparedRow>(must ? [must] : [])
  const top = rows.reduce((all, row) => Math.max(all, levelOf(row)), 0)
  for (let order = 0; order < most && picked.size < most; order++) {
    const wished = (top * (most - order - 0.5)) / most
    const free = rows.filter(row => !picked.has(row))
    const nearest = free.reduce((best, row) =>
      Math.abs(levelOf(row) - wished) < Math.abs(levelOf(best) - wished) ? row : best,
    )
    picked.add(nearest)
  }
  return rows.filter(row => picked.has(row))
}

/** How high a row's bars are, about. */
function levelOf({ values }: ComparedRow): number {
  const known = values.filter(value => value !== null)
  return known.reduce((sum, { low, high }) => sum + (low + high) / 2, 0) / Math.max(1, known.length)
}

/** An edge under a group of bars, without its unit: `80`, `7.125`, `$417 k`. */
export function labelEdge(at: number, unit: Unit): string {
  if (unit === 'cents') return formatShortMoney(at)
  return formatDecimal(at, (String(at).split('.')[1] ?? '').length).replace(/^(\d),(\d{3})$/, '$1$2')
}
