import type { Metadata } from 'next'
import { filingHref } from '@/lib/addresses/place-address.ts'
import { formatCount, formatOutcome, formatWithUnit } from '@/lib/format/index.ts'
import type { DealRecord, ReportPart } from '@/lib/library/index.ts'
import { nameFigure } from '@/lib/pool/figure-names.ts'
import { findPool } from '@/lib/pool/find-figure.ts'
import type { FilingReport } from '@/lib/report.ts'
import { filingShown } from './other-filings.tsx'
import { listPoolFigures } from './pool-figures.ts'

/** Title and description of a deal's page, for tabs, searches and the preview of a pasted link. */
export function describeDeal(deal: DealRecord, { report }: ReportPart): Metadata {
  const url = filingHref(deal, report.file.sha256)
  const title = nameDeal(deal)
  const { failed } = (filingShown(deal, report) ?? deal.summary).checks
  const description = sayDeal(deal, report)
  return {
    // The tab says at once what does not add up; a link that is passed on goes by the deal’s name.
    title: failed > 0 ? `${sayFailing(failed)} · ${title}` : title,
    description,
    alternates: { canonical: url },
    openGraph: { type: 'article', siteName: 'Strata', title, description, url },
    twitter: { card: 'summary_large_image', title, description },
  }
}

function sayFailing(checks: number): string {
  return checks === 1 ? 'One check fails' : `${formatCount(checks)} checks fail`
}

/** > Cobble Hill Loan Trust 2002-9, Series 2002-14 */
function nameDeal({ name, series }: DealRecord): string {
  return series === null || name.includes(series) ? name : `${name}, Series ${series}`
}

/**
 * The deal in a sentence or two, from its own figures.
 *
 * > 553 loans, $225,112,214. WAC, net 6.973%, WALTV 72.65%, WAM 355 months. 9 tables, 159 of 159 checks pass.
 */
function sayDeal(deal: DealRecord, report: FilingReport): string {
  const { stratifications, checks } = filingShown(deal, report) ?? deal.summary
  if (stratifications === 0) return report.noStratifications?.message ?? 'This filing prints no pool tables.'
  const tables = stratifications === 1 ? 'One table' : `${formatCount(stratifications)} tables`
  const all = checks.passed + checks.failed
  return [
    ...sayPool(report),
    all === 1
      ? `${tables}, ${formatOutcome(checks)}.`
      : `${tables}, ${formatCount(checks.passed)} of ${formatCount(all)} checks pass.`,
  ].join(' ')
}

function sayPool({ pool }: FilingReport): string[] {
  const figures = listPoolFigures(findPool(pool, null) ?? pool[0]).filter(({ value }) => value !== null)
  const say = (id: string) => {
    const figure = figures.find(one => one.id === id)
    return figure ? formatWithUnit(figure.value, figure.unit) : null
  }
  const [loans, balance] = [say('loans'), say('balance')]
  const size = [loans && `${loans} loans`, balance].filter(words => words !== null)
  const averages = figures
    .filter(({ unit }) => unit === 'percent' || unit === 'months')
    .map(({ id, value, unit, decimals }) => `${nameFigure(id).name} ${formatWithUnit(value, unit, decimals)}`)
  return [size.join(', '), averages.join('; ')].filter(words => words !== '').map(words => `${words}.`)
}
