import { StratificationFigure } from '@/components/charts/stratification-figure.tsx'
import { sourceHref } from '@/lib/addresses/place-address.ts'
import type { DealRecord } from '@/lib/library/index.ts'
import type { FilingReport, Stratification } from '@/lib/report.ts'
import type { LoadedSlice } from '@/lib/server/slice-answer.ts'
import { cutsOf } from '@/lib/tape/cuts.ts'
import { Lead } from '../deal/lead.tsx'
import { StratificationTable } from '../table/stratification-table.tsx'
import { isWideTable } from '../table/wide-table.ts'
import { KeepFields } from './keep-fields.tsx'
import type { SliceLinks } from './slice-links.ts'

type Props = {
  deal: DealRecord
  report: FilingReport
  loaded: LoadedSlice
  table: Stratification
  links: SliceLinks
}

/** One table of the chosen loans: its chart beside it, and the edges that it is cut at. */
export function SliceSection({ deal, report, loaded, table, links }: Props) {
  const { columns } = loaded
  const cut = cutsOf(columns.loans.kind).find(({ dimension }) => dimension === table.dimension)
  // What the filing states is of all loans, and no check is of some of them.
  const ofThese = { ...report, stratifications: loaded.slice.stratifications, statistics: [], checks: [] }
  return (
    <section id={table.id} className="strat-section" aria-labelledby={`${table.id}-title`}>
      <header>
        <h2>
          <span id={`${table.id}-title`}>{table.title}</span>
        </h2>
        <div className="section-actions">
          <a className="action" href={links.csvOf(table.id)} download>
            CSV
          </a>
        </div>
        <Lead table={table} />
        {cut && cut.unit !== 'text' && <EdgesForm table={table} links={links} />}
      </header>
      <div className="pair">
        <div className="pair-chart">
          <StratificationFigure report={ofThese} stratification={table} isNarrow={isWideTable(table)} />
        </div>
        <div className="pair-table scrolls">
          <StratificationTable id={table.id} filing={sourceHref(deal.slug, loaded.sha256)} />
        </div>
      </div>
    </section>
  )
}

/** The edges of one table, typed; without any it has its usual ones. */
function EdgesForm({ table, links }: Pick<Props, 'table' | 'links'>) {
  const name = `edges.${table.dimension}`
  const { edges } = links.state
  const typed = edges.find(([parameter]) => parameter === name)?.[1] ?? ''
  const others = edges.filter(([parameter]) => parameter !== name)
  return (
    <form action={links.path} method="get" data-live className="slice-edges">
      <KeepFields fields={links.keep({ edges: others })} />
      <label>
        Edges
        <input
          name={name}
          key={typed}
          defaultValue={typed}
          placeholder="as 60, 70, 80"
          maxLength={300}
          inputMode="text"
          autoComplete="off"
          aria-label={`Edges of ${table.title}`}
        />
      </label>
      <button type="submit" className="button">
        Cut
      </button>
      {typed !== '' && (
        <a className="action" data-soft href={links.hrefOf({ edges: others })}>
          Usual edges
        </a>
      )}
    </form>
  )
}
