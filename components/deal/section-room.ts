import type { CSSProperties } from 'react'
import type { Check, Stratification } from '@/lib/report.ts'
import { failuresShown } from './failing-checks.tsx'

/** What parts of a section take, in pixels, as its styles have them. */
const sizes = {
  edges: 67,
  header: { beside: 64, stacked: 150 },
  alarm: 62,
  failure: 68,
  moreFailures: 24,
  headAndTotal: 71,
  row: 25,
  bars: 41,
  bar: 40,
  axis: 269,
  between: 16,
}

/** A chart of bars has one for each of so many rows, and is then no higher. */
const mostBars = 8

type Rooms = { beside: number; stacked: number }

/**
 * About how high the section of a table is, in pixels, with its chart beside the table and over it: what the page keeps
 * free for it until it is near the screen, so that the page is about as long as it will be. A section that was drawn once
 * keeps the height that it had.
 */
export function estimateRooms({ buckets }: Pick<Stratification, 'buckets'>, checks: readonly Check[]): Rooms {
  const failing = checks.filter(({ outcome }) => outcome === 'fail').length
  const more = failing > failuresShown ? sizes.moreFailures : 0
  const alarm = failing > 0 ? sizes.alarm + Math.min(failing, failuresShown) * sizes.failure + more : 0
  const hasRanges = buckets.some(({ range }) => range !== null)
  const chart = hasRanges ? sizes.axis : sizes.bars + Math.min(buckets.length, mostBars) * sizes.bar
  const table = sizes.headAndTotal + buckets.length * sizes.row
  const { edges, header, between } = sizes
  return {
    beside: edges + header.beside + alarm + Math.max(chart, table),
    stacked: edges + header.stacked + alarm + chart + between + table,
  }
}

/** The same as custom properties of the section, for its styles. */
export function roomStyle(table: Stratification, checks: readonly Check[]): CSSProperties {
  const { beside, stacked } = estimateRooms(table, checks)
  return { '--room': `${beside}px`, '--room-stacked': `${stacked}px` } as CSSProperties
}
