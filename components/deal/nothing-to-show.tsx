import type { DealRecord } from '@/lib/library/index.ts'
import type { FilingReport } from '@/lib/report.ts'
import { AddFiling } from './add-filing.tsx'
import { ExhibitCard } from './exhibit-card.tsx'
import './nothing.css'
import type { LinkPlace } from './place-link.ts'
import { WhatWasRead } from './what-was-read.tsx'
import { listWhereElse } from './where-else.ts'

type Props = { deal: DealRecord; report: FilingReport; link: LinkPlace }

const headlines: Record<string, string> = {
  'exhibits-filed-on-paper': 'The tables were filed on paper, so there is nothing to draw.',
  'exhibits-are-graphics': 'The tables were filed as pictures, so there is nothing to read.',
  'exhibits-are-missing': 'The exhibits are not in this file, so there is nothing to draw.',
}

/** A filing without pool tables: why, who holds the figures, where else they may be, and what was read all the same. */
export function NothingToShow({ deal, report, link }: Props) {
  const { noStratifications } = report
  return (
    <div className="nothing">
      <section aria-labelledby="why">
        <h2 id="why">{headlines[noStratifications?.reason ?? ''] ?? 'This filing prints no pool tables.'}</h2>
        <p className="nothing-why">
          {noStratifications?.message} {sayCoverage(report)}
        </p>
        {report.deal.exhibits.map((exhibit, index) => (
          <ExhibitCard key={exhibit.number?.value ?? index} exhibit={exhibit} link={link} />
        ))}
      </section>
      <div>
        <section aria-labelledby="elsewhere">
          <h3 id="elsewhere">Where the figures may be</h3>
          <ol className="elsewhere">
            {listWhereElse(report).map(({ what, why, at }) => (
              <li key={what}>
                <b>{at ? <a {...link(at)}>{what}</a> : what}</b>
                {why}
              </li>
            ))}
          </ol>
          <AddFiling name={deal.series ? `Series ${deal.series}` : deal.name} />
        </section>
        <WhatWasRead report={report} link={link} />
      </div>
    </div>
  )
}

function sayCoverage({ coverage: { lines, unexplained } }: FilingReport): string {
  if (unexplained === 0) return `All ${lines} lines of the file were read, and no table was missed.`
  return `${unexplained} of ${lines} lines could not be explained, so a table may have been missed.`
}
