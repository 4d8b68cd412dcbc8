import type { PoolFigure } from '../report.ts'

/** What is known of a figure; the rest is null. */
type Known = Pick<PoolFigure, 'id' | 'unit' | 'decimals'> & Partial<Omit<PoolFigure, 'value' | 'kind'>>

/** A figure with its value and its kind told from what is known of it; null where nothing is. */
export function newFigure(known: Known): PoolFigure | null {
  const { stated = null, computed = null, bounds = null } = known
  const kind = stated !== null ? 'stated' : computed !== null ? 'computed' : 'bounded'
  if (kind === 'bounded' && bounds === null) return null
  return {
    value: stated ?? computed,
    kind,
    stated,
    computed,
    from: null,
    bounds,
    stratification: null,
    statistic: null,
    tables: null,
    check: null,
    others: [],
    at: null,
    ...known,
  }
}
