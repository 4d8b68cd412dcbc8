import type { PoolFigure, PoolSummary } from '../report.ts'

/** What is known of a loan group, null the whole pool; undefined where nothing is. */
export function findPool(pool: readonly PoolSummary[], loanGroup: string | null): PoolSummary | undefined {
  return pool.find(group => group.loanGroup === loanGroup)
}

/** The loan group that all a filing tells is of; null where it tells of several, or of the whole pool. */
export function onlyGroup(pool: readonly PoolSummary[]): string | null {
  const [first, ...others] = pool
  return first && others.length === 0 ? first.loanGroup : null
}

/** What lists show of a filing: the whole pool, or where all it tells is of one loan group, that. */
export function findShownPool(pool: readonly PoolSummary[]): PoolSummary | undefined {
  return findPool(pool, onlyGroup(pool))
}

/** A figure of a pool by its id, or undefined. */
export function findFigure(pool: PoolSummary | undefined, id: string): PoolFigure | undefined {
  return pool?.figures.find(figure => figure.id === id)
}

/** A figure that can be shown as one number: neither bounded alone, nor absent. */
export function findValue(pool: PoolSummary | undefined, id: string): number | null {
  return findFigure(pool, id)?.value ?? null
}

/**
 * Which average rate a pool is known by: the one that is stated and that its rows prove, gross before net; else the one
 * stated; else the one computed. Filings that list net rates often state the gross average too, which no row can prove.
 */
export function chooseRate(pool: PoolSummary | undefined): PoolFigure | undefined {
  const rates = ['wac', 'net-wac'].flatMap(id => findFigure(pool, id) ?? [])
  return (
    rates.find(({ stated, computed }) => stated !== null && computed !== null) ??
    rates.find(({ stated }) => stated !== null) ??
    rates.find(({ computed }) => computed !== null) ??
    rates[0]
  )
}
