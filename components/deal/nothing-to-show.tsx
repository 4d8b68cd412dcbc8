import { filingHref, listHref } from '@/lib/addresses/place-address.ts'
import { formatCount } from '@/lib/format/index.ts'
import type { DealRecord, PartCounts } from '@/lib/library/index.ts'
import type { FilingReport } from '@/lib/report.ts'
import { AddFiling } from './add-filing.tsx'
import { ExhibitCards } from './exhibit-card.tsx'
import type { LinkPlace, PlaceLink } from './place-link.ts'
import { WhatWasRead } from './what-was-read.tsx'
import { listWhereElse } from './where-else.ts'

type Props = { deal: DealRecord; report: FilingReport; lists: PartCounts['lists']; link: LinkPlace }

const headlines: Record<string, string> = {
  'exhibits-filed-on-paper': 'The tables were filed on paper, so there is nothing to draw.',
  'exhibits-are-graphics': 'The tables were filed as pictures, so there is nothing to read.',
  'loans-not-read': 'The loans could not be read, so there is nothing to draw.',
  'no-loans': 'The exhibit holds no loans, so there is nothing to draw.',
  'all-loans-paid': 'All loans are paid, so nothing is left to draw.',
  'exhibits-not-included': 'The exhibits are not in this file, so there is nothing to draw.',
}

/** A filing without pool tables: why, who holds the figures, where else they may be, and what was read all the same. */
export function NothingToShow({ deal, report, lists, link }: Props) {
  const { noStratifications } = report
  const home = filingHref(deal, report.file.sha256)
  return (
    <div className="nothing">
      <section aria-labelledby="why">
        <h2 id="why">{headlines[noStratifications?.reason ?? ''] ?? 'This filing prints no pool tables.'}</h2>
        <p className="nothing-why">
          {noStratifications?.message} {sayCoverage(report)}
        </p>
        <ExhibitCards exhibits={report.deal.exhibits} link={link} />
        {lists.exhibits && (
          <p className="show-all">
            <a href={listHref(home, 'exhibits')}>Show all {formatCount(lists.exhibits.count)} exhibits</a>
          </p>
        )}
      </section>
      <div>
        <section aria-labelledby="elsewhere">
          <h3 id="elsewhere">Where the figures may be</h3>
          <ol className="elsewhere">
            {listWhereElse(report).map(({ what, why, at, href }) => (
              <li key={what}>
                <b>{nameWhere(what, at && link(at), href)}</b>
                {why}
              </li>
            ))}
          </ol>
          <AddFiling name={deal.series ? `Series ${deal.series}` : deal.name} />
        </section>
        <WhatWasRead home={home} report={report} lists={lists} link={link} />
      </div>
    </div>
  )
}

function nameWhere(what: string, place: PlaceLink | null, href: string | undefined) {
  if (place) return <a {...place}>{what}</a>
  if (!href) return what
  return (
    <a href={href} rel="noreferrer">
      {what}
    </a>
  )
}

/** Reasons why documents of a filing were not read at all. */
const notRead = new Set(['exhibits-are-graphics', 'only-other-data'])

function sayCoverage({ noStratifications, coverage: { lines, unexplained } }: FilingReport): string {
  const reason = noStratifications?.reason ?? ''
  if (notRead.has(reason) && unexplained === 0) return ''
  if (reason === 'loans-not-read')
    return `${formatCount(unexplained)} of ${formatCount(lines)} lines of the file stand in an exhibit that was not read.`
  if (unexplained === 0)
    return lines === 1
      ? 'The one line of the file was read, and no table was missed.'
      : `All ${formatCount(lines)} lines of the file were read, and no table was missed.`
  return `${formatCount(unexplained)} of ${formatCount(lines)} lines could not be explained, so a table may have been missed.`
}
