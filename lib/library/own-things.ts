import type { Check, FilingReport, Statistic } from '../report.ts'

/** What belongs to one stratification of a report. */
export type OwnThings = {
  /** By the order of their row; under null those of a column, a total or a statistic. */
  checksOfRow: ReadonlyMap<number | null, Check[]>
  checks: Check[]
  statistics: Statistic[]
}

/** What belongs to each stratification, by its id, and what to the filing as a whole. */
export type Ownership = { ofTable: (id: string) => OwnThings; ofFiling: OwnThings }

/** Find for each stratification what belongs to it, in one pass. */
export function findOwners({ stratifications, checks, statistics }: FilingReport): Ownership {
  const known = new Set(stratifications.map(({ id }) => id))
  const home = ({ stratification: id }: Check | Statistic) => (id !== null && known.has(id) ? id : null)
  const [checksOf, statisticsOf] = [Map.groupBy(checks, home), Map.groupBy(statistics, home)]
  const thingsOf = (id: string | null): OwnThings => {
    const own = checksOf.get(id) ?? []
    const checksOfRow = Map.groupBy(own, ({ bucket }) => bucket)
    return { checksOfRow, checks: own, statistics: statisticsOf.get(id) ?? [] }
  }
  return { ofTable: thingsOf, ofFiling: thingsOf(null) }
}

/** Checks but for those about statistics that are not among the given ones. */
export function withStatistics(checks: readonly Check[], statistics: readonly Statistic[]): Check[] {
  const known = new Set(statistics.map(({ key }) => key))
  return checks.filter(({ statistic }) => statistic === null || known.has(statistic))
}
