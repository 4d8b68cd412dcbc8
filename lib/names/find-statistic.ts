import type { Check, FilingReport, Statistic } from '../report.ts'
import { nameStatistic } from './names.ts'

/** The statistic that a check is about; null for any other check, and where a part of a report does not hold it. */
export function findStatistic(report: Pick<FilingReport, 'statistics'>, { statistic }: Check) {
  return statistic === null ? null : (report.statistics.find(({ key }) => key === statistic) ?? null)
}

/** The checks about a statistic: of one that is stated in several tables, the one that holds it against rows comes first. */
export function checksOfStatistic(report: Pick<FilingReport, 'checks'>, { key }: Statistic): Check[] {
  return report.checks.filter(({ statistic }) => statistic === key)
}

/** What people call the statistic of a check; of one that the part does not hold, by its key. */
export function nameStatisticOf(report: Pick<FilingReport, 'statistics'>, check: Check): string {
  const id = findStatistic(report, check)?.id ?? idOfKey(check.statistic ?? '')
  return nameStatistic(id)
}

/** > loan-group-1--net-wac-2 is a net-wac */
function idOfKey(key: string): string {
  return (key.split('--').at(-1) ?? key).replace(/-\d+$/, '')
}
