import { SourcePanel } from '@/components/source/source-panel.tsx'
import type { DealRecord } from '@/lib/library/index.ts'
import type { FilingReport } from '@/lib/report.ts'
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
import { linkPlacesOf } from './place-link.ts'
import { PoolLines } from './pool-line.tsx'
import { PrintOrigin } from './print-origin.tsx'
import { ProofLine } from './proof-line.tsx'
import { ViewController } from './view-controller.tsx'

type Props = { deal: DealRecord; report: FilingReport }

/** The whole deal page: head, facts, pool, proof, then every table beside its chart, and the filing beside them all. */
export function DealView({ deal, report }: Props) {
  const { slug } = deal
  const { sha256 } = report.file
  const link = linkPlacesOf(slug, sha256)
  const hasTables = report.stratifications.length > 0
  return (
    <main id="main" tabIndex={-1} className="deal">
      <div className="deal-top">
        <DealHead deal={deal} report={report} />
        <Facts deal={report.deal} link={link} />
        <OtherFilings deal={deal} shown={sha256} />
        {hasTables && <PoolLines report={report} link={link} />}
        {hasTables && <ProofLine slug={slug} report={report} />}
      </div>
      {hasTables && <Filmstrip report={report} />}
      <div className="desk">
        <div className="sections">
          {report.stratifications.map(table => (
            <DealSection key={table.id} {...{ slug, report, table, link }} />
          ))}
          {!hasTables && <NothingToShow deal={deal} report={report} link={link} />}
          <AlsoInFiling report={report} link={link} />
        </div>
        <SourcePanel slug={slug} sha256={sha256} />
      </div>
      <PrintOrigin url={deal.url} report={report} />
      <ViewController />
    </main>
  )
}
