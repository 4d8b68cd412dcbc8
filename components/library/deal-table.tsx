import { Packed } from '@/components/packed/packed.tsx'
import type { DealSummary } from '@/lib/library/deal-summary.ts'
import { CheckState } from './check-state.tsx'
import { ColumnHeader } from './column-header.tsx'
import {
  chooseColumns,
  type FigureColumn,
  ltvAxis,
  rateAxis,
  type Spans,
  shownFrom,
  signedCell,
} from './columns.tsx'
import { DealCell } from './deal-cell.tsx'
import { spanOf } from './range-shape.ts'
import { TickedBar } from './ticked-bar.tsx'
import type { View } from './view.ts'

/** The form that the ticks of rows belong to, which stands outside of the table. */
const ticked = 'ticked-deals'

/** The deals of a page, one row each; narrow windows keep the name and the checks and fold the figures into the name. */
export function DealTable({ deals, view }: { deals: DealSummary[]; view: View }) {
  const columns = chooseColumns(view.columns)
  const spans = {
    ltv: spanOf(shapes(deals, 'ltv'), ltvAxis),
    rate: spanOf(shapes(deals, 'rate'), rateAxis),
  }
  return (
    <Packed>
      <table className="deals">
        <caption className="sr-only">Deals, with their pool figures and how their checks came out</caption>
        <thead>
          <tr>
            <th scope="col" className="tick">
              <label className="needs-script">
                <input type="checkbox" data-tick-all aria-label="Tick all deals shown" />
              </label>
            </th>
            <ColumnHeader view={view} header="Deal" sort="name" />
            <ColumnHeader view={view} header="Signed" sort="-signed" className={shownFrom.medium} />
            {columns.map(({ from, ...column }) => (
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
            <DealRow key={deal.slug} deal={deal} spans={spans} columns={columns} />
          ))}
        </tbody>
      </table>
      <TickedBar id={ticked} />
    </Packed>
  )
}

function shapes(deals: DealSummary[], which: 'ltv' | 'rate') {
  return deals.flatMap(deal => (deal[which] ? [deal[which]] : []))
}

type RowProps = { deal: DealSummary; spans: Spans; columns: FigureColumn[] }

function DealRow({ deal, spans, columns }: RowProps) {
  return (
    <tr>
      <td className="tick">
        <label>
          <input
            type="checkbox"
            name="deals"
            value={deal.slug}
            form={ticked}
            aria-label={`Tick ${deal.name}`}
          />
        </label>
      </td>
      <DealCell deal={deal} />
      <td className={`whitespace-nowrap ${shownFrom.medium}`}>{signedCell(deal)}</td>
      {deal.noStratifications ? (
        <Reason message={deal.noStratifications.message} columns={columns} />
      ) : (
        <Figures deal={deal} spans={spans} columns={columns} />
      )}
      <td>
        <CheckState checks={deal.checks} filings={deal.filings} />
      </td>
    </tr>
  )
}

function Figures({ deal, spans, columns }: RowProps) {
  return columns.map(({ header, from, cell }) => (
    <td key={header} className={`figure ${shownFrom[from]}`}>
      {cell(deal, spans)}
    </td>
  ))
}

/** At which widths of the window which columns are there. */
const widths = [
  { from: ['medium'], shown: 'max-md:hidden lg:hidden' },
  { from: ['medium', 'large'], shown: 'max-lg:hidden xl:hidden' },
  { from: ['medium', 'large', 'wide'], shown: 'max-xl:hidden' },
]

/** Why a deal has no figures, over all of their columns that are there: one cell for each width, of which one shows. */
function Reason({ message, columns }: { message: string; columns: FigureColumn[] }) {
  return widths.map(({ from, shown }) => (
    <td
      key={shown}
      colSpan={columns.filter(column => from.includes(column.from)).length || 1}
      className={shown}
    >
      <p className="w-0 min-w-full max-w-full text-pretty text-ink-2">{message}</p>
    </td>
  ))
}
