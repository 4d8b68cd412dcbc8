import type { DealSummary } from '@/lib/library/deal-summary.ts'
import { CheckState } from './check-state.tsx'
import { ColumnHeader } from './column-header.tsx'
import { figureColumns, ltvAxis, rateAxis, type Spans, shownFrom, signedCell } from './columns.tsx'
import { DealCell } from './deal-cell.tsx'
import { spanOf } from './range-shape.ts'
import type { View } from './view.ts'

/** The deals of a page, one row each; narrow windows keep the name and the checks and fold the figures into the name. */
export function DealTable({ deals, view }: { deals: DealSummary[]; view: View }) {
  const spans = {
    ltv: spanOf(shapes(deals, 'ltv'), ltvAxis),
    rate: spanOf(shapes(deals, 'rate'), rateAxis),
  }
  return (
    <table className="deals">
      <caption className="sr-only">Deals, with their pool figures and how their checks came out</caption>
      <thead>
        <tr>
          <ColumnHeader view={view} header="Deal" sort="name" />
          <ColumnHeader view={view} header="Signed" sort="-signed" className={shownFrom.medium} />
          {figureColumns.map(({ from, ...column }) => (
            <ColumnHeader
              key={column.header}
              view={view}
              {...column}
              className={`figure ${shownFrom[from]}`}
            />
          ))}
          <ColumnHeader view={view} header="Checks" sort="-checks" />
        </tr>
      </thead>
      <tbody>
        {deals.map(deal => (
          <DealRow key={deal.slug} deal={deal} spans={spans} />
        ))}
      </tbody>
    </table>
  )
}

function shapes(deals: DealSummary[], which: 'ltv' | 'rate') {
  return deals.flatMap(deal => (deal[which] ? [deal[which]] : []))
}

function DealRow({ deal, spans }: { deal: DealSummary; spans: Spans }) {
  return (
    <tr>
      <DealCell deal={deal} />
      <td className={`whitespace-nowrap ${shownFrom.medium}`}>{signedCell(deal)}</td>
      {deal.noStratifications ? (
        <Reason message={deal.noStratifications.message} />
      ) : (
        <Figures deal={deal} spans={spans} />
      )}
      <td>
        <CheckState checks={deal.checks} />
      </td>
    </tr>
  )
}

function Figures({ deal, spans }: { deal: DealSummary; spans: Spans }) {
  return figureColumns.map(({ header, from, cell }) => (
    <td key={header} className={`figure ${shownFrom[from]}`}>
      {cell(deal, spans)}
    </td>
  ))
}

/**
 * Why a deal has no figures, over their columns. The columns that come with a wider window have
 * empty cells of their own, which the sentence runs over.
 */
function Reason({ message }: { message: string }) {
  const widths = (['medium', 'large', 'wide'] as const).map(from => ({
    from,
    span: figureColumns.filter(column => column.from === from).length,
  }))
  return widths.map(({ from, span }, at) => (
    <td key={from} colSpan={span} className={shownFrom[from]}>
      {at === 0 && (
        <p className="line-clamp-2 w-0 min-w-full text-ink-2 lg:min-w-[140%] xl:min-w-[210%]">{message}</p>
      )}
    </td>
  ))
}
