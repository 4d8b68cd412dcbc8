import { SourcePanel } from '@/components/source/source-panel.tsx'
import { tablesHref } from '@/lib/evidence/place-address.ts'
import type { DealRecord, ReportPart } from '@/lib/library/index.ts'
import './deal.css'
import './strip.css'
import './section.css'
import '../table/table.css'
import './print.css'
import { AlsoInFiling } from './also-in-filing.tsx'
import { DealHead } from './deal-head.tsx'
import { DealSection } from './deal-section.tsx'
import { Facts } from './facts.tsx'
import { Filmstrip } from './filmstrip.tsx'
import { NothingToShow } from './nothing-to-show.tsx'
import { OtherFilings } from './other-filings.tsx'
import { PartNav } from './part-nav.tsx'
import { linkPlacesOf } from './place-link.ts'
import { PoolLines } from './pool-line.tsx'
import { PrintOrigin } from './print-origin.tsx'
import { ProofLine } from './proof-line.tsx'
import { ViewController } from './view-controller.tsx'

type Props = { deal: DealRecord; part: ReportPart }

/**
 * The whole deal page: head, facts, pool, proof, then every table beside its chart, and the filing beside them all. Of a
 * very large report it shows one part.
 */
export function DealView({ deal, part }: Props) {
  const { slug } = deal
  const { report, number } = part
  const { sha256 } = report.file
  const link = linkPlacesOf(slug, sha256)
  const hasTables = report.stratifications.length > 0
  return (
    <main id="main" tabIndex={-1} className="deal">
      <div className="deal-top">
        <DealHead deal={deal} report={report} />
        <Facts deal={report.deal} link={link} />
        <OtherFilings deal={deal} shown={sha256} />
        <PartNav deal={deal} part={part} hrefOf={other => tablesHref(slug, other)} />
        {hasTables && number === 1 && <PoolLines report={report} link={link} />}
        {hasTables && <ProofLine slug={slug} report={report} part={number} />}
      </div>
      {hasTables && <Filmstrip report={report} />}
      <div className="desk">
        <div className="sections">
          {report.stratifications.map(table => (
            <DealSection key={table.id} {...{ slug, report, table, link }} part={number} />
          ))}
          {report.noStratifications && number === 1 && (
            <NothingToShow deal={deal} report={report} link={link} />
          )}
          <AlsoInFiling report={report} link={link} />
        </div>
        <SourcePanel slug={slug} sha256={sha256} part={number} />
      </div>
      <PrintOrigin url={deal.url} report={report} />
      <ViewController />
    </main>
  )
}
