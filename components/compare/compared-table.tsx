import { IntervalBar } from '@/components/ask/interval-bar.tsx'
import { SmallEvidenceButton } from '@/components/sharing/evidence-button.tsx'
import { CrossIcon } from '@/components/shell/icons.tsx'
import {
  amountNames,
  boundDifference,
  type ComparedPools,
  type ComparedRow,
  type ComparedValue,
  figuresProveNothing,
  sayCompared,
  sayDifference,
} from '@/lib/distributions/index.ts'
import { formatCount } from '@/lib/format/index.ts'
import { nameGroups } from '@/lib/names/loan-groups.ts'
import { type ComparisonContext, changedHref } from './compare-context.ts'
import { PoolKey } from './pool-key.tsx'

type Props = {
  context: ComparisonContext
  compared: ComparedPools
  widest: ComparedRow | null
  name: string
  /** The id of the dimension. */
  dimension: string
}

/** A row for each range, figure or name; for each pool a bar, a figure, and how far it lies from the base's. */
export function ComparedTable({ context, compared: { rows, pools, by }, widest, name, dimension }: Props) {
  const baseAt = pools.findIndex(({ pool }) => pool === context.base)
  const most = rows.reduce(
    (all, { values }) => values.reduce((high, value) => Math.max(high, value?.high ?? 0), all),
    0,
  )
  return (
    <section className="ask-scroll" tabIndex={0} aria-label={`${name}, row by row`}>
      <table className="strat ask-rows compare-rows">
        <thead>
          <tr>
            <th scope="col">{amountNames[context.measure]}</th>
            {pools.map(({ pool, groups, doesNotAddUp }, order) => (
              <th scope="col" key={context.pools[pool]?.ref}>
                <PoolKey series={pool} />
                {context.pools[pool]?.name}
                {order === baseAt && ' (base)'}
                {groups && (
                  <span className="compare-printed">
                    added up over {nameGroups(groups.map(({ loanGroup }) => loanGroup))}
                  </span>
                )}
                {doesNotAddUp && (
                  <span className="compare-fails" title={figuresProveNothing}>
                    <CrossIcon size={12} /> figures contradict each other
                  </span>
                )}
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">Evidence</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, number) => (
            <tr key={row.label} className={row === widest ? 'is-widest' : undefined}>
              <th scope="row">{row.label}</th>
              {pools.map(({ pool, doesNotAddUp }, order) => (
                <td key={context.pools[pool]?.ref} className="compare-cell">
                  <Value
                    value={row.values[order] ?? null}
                    base={order === baseAt ? null : (row.values[baseAt] ?? null)}
                    proves={!doesNotAddUp && !pools[baseAt]?.doesNotAddUp}
                    series={pool}
                    label={by === 'names' ? row.label : null}
                    {...{ most, context }}
                  />
                </td>
              ))}
              <td>
                <SmallEvidenceButton
                  href={`${changedHref(context, { dimension }, '/api/compare/certificate')}&row=${number}`}
                  of={row.label}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type ValueProps = {
  value: ComparedValue
  base: ComparedValue
  /** False where a table of either contradicts itself. */
  proves: boolean
  series: number
  /** The row's name, where it is one that filings print in several ways. */
  label: string | null
  most: number
  context: ComparisonContext
}

function Value({ value, base, proves, series, label, most, context: { measure } }: ValueProps) {
  if (value === null) return <span className="compare-absent">not printed</span>
  const { printed, open } = value
  const isOther = label !== null && printed !== null && printed.toLowerCase() !== label.toLowerCase()
  return (
    <>
      <IntervalBar bound={value} most={most} height={10} series={series} />
      <span className="compare-figure">{sayCompared(value, measure)}</span>
      {base && (
        <span className="compare-difference">
          {proves ? sayDifference(boundDifference(value, base), measure) : 'no difference proven'}
        </span>
      )}
      {isOther && <span className="compare-printed">printed as “{printed}”</span>}
      {open.length > 0 && (
        <span className="compare-printed">
          {label === null ? 'cuts ' : 'within '}
          {sayLabels(open)}
        </span>
      )}
    </>
  )
}

/** > “70.01 to 80.00” and 2 more */
function sayLabels([first, ...others]: readonly string[]): string {
  return others.length > 0 ? `“${first}” and ${formatCount(others.length)} more` : `“${first}”`
}
