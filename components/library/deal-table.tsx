import { Packed } from '@/components/packed/packed.tsx'
import { formatCount } from '@/lib/format/index.ts'
import type { DealSummary, FoundDeal, FoundDeals } from '@/lib/library/deal-summary.ts'
import type { AskedFigure } from './asked-figures.ts'
import { CheckState } from './check-state.tsx'
import { ColumnHeader } from './column-header.tsx'
import {
  askedFrom,
  chooseColumns,
  type FigureColumn,
  ltvAxis,
  rateAxis,
  type Spans,
  shownFrom,
  signedCell,
} from './columns.tsx'
import { DealCell } from './deal-cell.tsx'
import { FigureCell } from './figure-cell.tsx'
import { spanOf } from './range-shape.ts'
import { TickedBar } from './ticked-bar.tsx'
import type { View } from './view.ts'

/** The form that the ticks of rows belong to, which stands outside of the table. */
const ticked = 'ticked-deals'

type TableProps = { found: FoundDeals; view: View; asked: AskedFigure[] }

/** How many figures are asked for, by which the style sheet tells what has room. */
const crowded = ['', '', 'has-figures', 'has-many-figures']

/** Columns that leave room for those of the figures asked for. */
const besideFigures = 'balance,loans,wac,waltv'

/**
 * The deals of a page, one row each; narrow windows keep the name and the checks and fold the figures into the name. Where
 * figures are asked for each has a column, and deals that match certainly stand before those that possibly do.
 */
export function DealTable({ found, view, asked }: TableProps) {
  const { deals } = found
  const columns = chooseColumns(view.columns ?? (asked.length > 0 ? besideFigures : undefined), asked.length)
  const spans = {
    ltv: spanOf(shapes(deals, 'ltv'), ltvAxis),
    rate: spanOf(shapes(deals, 'rate'), rateAxis),
  }
  return (
    <Packed>
      <table className={`deals ${crowded[Math.min(asked.length, crowded.length - 1)]}`}>
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
            {asked.map(({ key, name, measured }, order) => (
              <th key={key} scope="col" className={`asked-figure ${shownFrom[askedFrom(order)]}`}>
                {measured ? `${name}, ${measured}` : name}
              </th>
            ))}
            <ColumnHeader view={view} header="Checks" sort="-checks" />
          </tr>
        </thead>
        {matchGroups(deals).map(({ match, own }) => (
          <tbody key={match}>
            {asked.length > 0 && (
              <MatchHead match={match} count={found.counts[match]} columns={columns.length + asked.length} />
            )}
            {own.map(deal => (
              <DealRow key={deal.slug} deal={deal} spans={spans} columns={columns} asked={asked} />
            ))}
          </tbody>
        ))}
      </table>
      <TickedBar id={ticked} />
    </Packed>
  )
}

/** The deals of a page by how they match, the best first. */
function matchGroups(deals: readonly FoundDeal[]) {
  return [...Map.groupBy(deals, ({ match }) => match)].map(([match, own]) => ({ match, own }))
}

const matchWords = {
  certain: ['certain', 'exact, or an interval wholly inside the limits, which are grey'],
  possible: [
    'possible',
    'an interval crosses a limit; its caps are the floor and the ceiling that the rows allow',
  ],
  unknown: ['not reported', 'nothing in the filing decides; what it does print meets the other limits'],
} as const

/** What the rows below have in common: how they match, and how many there are in all. */
function MatchHead({ match, count, columns }: { match: FoundDeal['match']; count: number; columns: number }) {
  const [name, why] = matchWords[match]
  return (
    <tr className="match-head">
      <td colSpan={columns + 4}>
        <strong>
          {formatCount(count)} {name}
        </strong>
        <span>{why}</span>
      </td>
    </tr>
  )
}

function shapes(deals: DealSummary[], which: 'ltv' | 'rate') {
  return deals.flatMap(deal => (deal[which] ? [deal[which]] : []))
}

type CellsProps = { deal: DealSummary; spans: Spans; columns: FigureColumn[] }
type RowProps = CellsProps & { deal: FoundDeal; asked: AskedFigure[] }

function DealRow({ deal, spans, columns, asked }: RowProps) {
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
      <DealCell deal={deal} asked={asked} />
      <td className={`whitespace-nowrap ${shownFrom.medium}`}>{signedCell(deal)}</td>
      {deal.noStratifications ? (
        <Reason message={deal.noStratifications.message} columns={columns} />
      ) : (
        <Figures deal={deal} spans={spans} columns={columns} />
      )}
      {asked.map((figure, order) => (
        <td key={figure.key} className={`asked-figure ${shownFrom[askedFrom(order)]}`}>
          <FigureCell deal={deal} asked={figure} />
        </td>
      ))}
      <td>
        <CheckState checks={deal.checks} filings={deal.filings} />
      </td>
    </tr>
  )
}

function Figures({ deal, spans, columns }: CellsProps) {
  return columns.map(({ header, from, cell }) => (
    <td key={header} className={`figure ${shownFrom[from]}`}>
      {cell(deal, spans)}
    </td>
  ))
}

/** At which widths of the window which columns are there. */
const widths = [
  { from: ['medium'], shown: 'max-md:hidden lg:hidden' },
  { from: ['medium', 'large'], shown: 'max-lg:hidden 2xl:hidden' },
  { from: ['medium', 'large', 'wide'], shown: 'max-2xl:hidden' },
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
