import { formatDate } from '@/lib/format/index.ts'
import type { FilingReport, Place } from '@/lib/report.ts'

/** Where the figures may be: what, why it follows from this filing, and where the filing says so. */
export type Elsewhere = { what: string; why: string; at: Place | null }

/** Every place that the filing itself points to; a guess about other filings is not one. */
export function listWhereElse({ deal }: FilingReport): Elsewhere[] {
  const { prospectusSupplementDate: supplement, series, exhibits } = deal
  const preparers = exhibits.map(({ preparedBy }) => preparedBy).filter(preparer => preparer !== null)
  const found: Elsewhere[] = []
  if (supplement)
    found.push({
      what: `Prospectus supplement, ${formatDate(supplement.value)}`,
      why: 'This filing takes its terms from it. A supplement describes the pool: add its text here and it joins this deal.',
      at: supplement.at,
    })
  if (preparers.length > 0)
    found.push({
      what: [...new Set(preparers.map(({ value }) => value))].join(' and '),
      why: 'Prepared the exhibits, so the figures began there.',
      at: preparers[0]?.at ?? null,
    })
  found.push({
    what: series ? `Another filing of Series ${series.value}` : 'Another filing of the same deal',
    why: 'Whichever filing prints the pool’s tables, they appear on this page once it is added.',
    at: series?.at ?? null,
  })
  return found
}
