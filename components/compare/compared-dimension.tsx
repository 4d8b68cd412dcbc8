import { IntervalBar } from '@/components/ask/interval-bar.tsx'
import { CrossIcon } from '@/components/shell/icons.tsx'
import type { Dimension } from '@/lib/dimensions/index.ts'
import {
  type Amount,
  boundDifference,
  type ComparedValue,
  compareTables,
  noDistributionSays,
  readEdges,
  rowsDoNotAddUp,
  sayBound,
  sayDifference,
  sayPercents,
} from '@/lib/distributions/index.ts'
import type { CompareAddress } from '@/lib/evidence/compare-address.ts'
import { formatCount, formatDecimal } from '@/lib/format/index.ts'
import type { LoadedDeal } from './loaded-deal.ts'

type Props = {
  deals: readonly LoadedDeal[]
  dimension: Dimension
  measure: Amount
  measureName: string
  base: number
  /** Edges of one's own as typed, where this dimension alone is looked at. */
  edges: string | null
  /** The large view of it, where this is one of several. */
  href: string | null
  address: CompareAddress
}

/** One dimension of several deals: a row for each range or name, a bar and a figure for each deal. */
export function ComparedDimension({
  deals,
  dimension,
  measure,
  measureName,
  base,
  edges,
  href,
  address,
}: Props) {
  const { id, longName, unit } = dimension
  const found = deals.map(({ tables }) => ({
    table: tables.find(table => table.dimension === id && table.loanGroup === null),
    tables,
  }))
  const own = found.flatMap(({ table, tables }) => (table ? [{ table, tables }] : []))
  const order = found.map(({ table }) => (table ? own.findIndex(one => one.table === table) : -1))
  const typed = edges === null || edges.trim() === '' ? null : readEdges(edges, unit)
  const { rows, left, doNotAddUp } = compareTables(own, measure, typed)
  const leftOut = deals.flatMap(({ record }, deal) => {
    const reason = left.find(({ table }) => table === order[deal])?.reason
    if (order[deal] === -1) return [`${record.name} has no such table of its whole pool.`]
    return reason ? [`${record.name}: ${noDistributionSays[reason]}`] : []
  })
  const columns = deals.flatMap((deal, at) => {
    const column = order[at] ?? -1
    return column < 0 || left.some(({ table }) => table === column)
      ? []
      : [{ deal, column, isBase: at === base }]
  })
  const baseColumn = columns.find(({ isBase }) => isBase)?.column ?? null
  const most = rows.reduce(
    (all, { values }) => values.reduce((high, value) => Math.max(high, value?.high ?? 0), all),
    0,
  )
  return (
    <section className="compare-dimension" aria-labelledby={`compare-${id}`}>
      <header>
        <h2 id={`compare-${id}`}>{longName}</h2>
        {href && <a href={href}>Edges of your own</a>}
        {href === null && unit !== 'text' && <EdgesForm edges={edges} address={address} />}
      </header>
      {leftOut.length > 0 && <p className="ask-amounts">{leftOut.join(' ')}</p>}
      <section className="ask-scroll" tabIndex={0} aria-label={`${longName}, scrolls sideways`}>
        <table className="strat ask-rows">
          <thead>
            <tr>
              <th scope="col">{measureName}</th>
              {columns.map(({ deal, column, isBase }) => (
                <th scope="col" key={deal.record.slug}>
                  {deal.record.name}
                  {isBase && ' (base)'}
                  {doNotAddUp.includes(column) && (
                    <span className="compare-fails" title={rowsDoNotAddUp}>
                      <CrossIcon size={12} /> rows do not add up
                    </span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, values }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {columns.map(({ deal, column, isBase }) => (
                  <td key={deal.record.slug} className="compare-cell">
                    <Value
                      value={values[column] ?? null}
                      base={isBase || baseColumn === null ? null : (values[baseColumn] ?? null)}
                      {...{ most, measure }}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function EdgesForm({
  edges,
  address: { deals, dimension, measure, base },
}: {
  edges: string | null
  address: CompareAddress
}) {
  const hidden = { deals: deals.join(','), dimension, measure, base }
  return (
    <form action="/compare" className="ask-form">
      {Object.entries(hidden).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <label className="ask-edges">
        <span>Edges</span>
        <input type="text" name="edges" autoComplete="off" defaultValue={edges ?? ''} />
      </label>
      <button type="submit" className="button">
        Regroup
      </button>
    </form>
  )
}

type ValueProps = { value: ComparedValue; base: ComparedValue; most: number; measure: Amount }

function Value({ value, base, most, measure }: ValueProps) {
  if (value === null) return <span className="compare-absent">not printed</span>
  const difference = base && sayDifference(boundDifference(value, base), measure)
  return (
    <>
      <IntervalBar bound={value} most={most} height={10} />
      <span className="compare-figure" title={value.printed ? `Printed as “${value.printed}”` : undefined}>
        {sayAmount(value, measure)}
      </span>
      {difference && <span className="compare-difference">{difference}</span>}
    </>
  )
}

function sayAmount(value: NonNullable<ComparedValue>, measure: Amount): string {
  if (measure === 'loanCount') return sayBound(value, formatCount)
  return measure === 'balanceCents'
    ? sayBound(value, cents => formatDecimal(cents / 100, 2))
    : sayPercents(value)
}
