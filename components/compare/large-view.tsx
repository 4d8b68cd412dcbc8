import { Still } from '@/components/charts/still.tsx'
import { chartModel } from '@/lib/charts/chart-model.ts'
import { type ChartMeasure, chartSource } from '@/lib/charts/chart-source.ts'
import { labelEdge, pickRows } from '@/lib/charts/compared-bars.ts'
import { describeChart } from '@/lib/charts/describe-chart.ts'
import { drawChart, figureWidths } from '@/lib/charts/draw-chart.ts'
import { stillOf } from '@/lib/charts/still.ts'
import { sumRows } from '@/lib/charts/sum-rows.ts'
import type { Dimension } from '@/lib/dimensions/index.ts'
import {
  type Amount,
  amountNames,
  type ComparedPools,
  type ComparedRow,
  comparePools,
  type FewEdges,
  findFewEdges,
  findWidest,
  hasRanges,
  noDistributionSays,
} from '@/lib/distributions/index.ts'
import { formatCountOf } from '@/lib/format/count-of.ts'
import { formatCount } from '@/lib/format/index.ts'
import { nameGroup } from '@/lib/names/loan-groups.ts'
import type { Stratification } from '@/lib/report.ts'
import { type ComparisonContext, changedHref } from './compare-context.ts'
import { ComparedColumns, ComparedNames } from './compared-chart.tsx'
import { ComparedTable } from './compared-table.tsx'
import { LinkSwitch } from './link-switch.tsx'
import { KeyedName } from './pool-key.tsx'

/** So many groups of bars, or names, have room in the large chart. */
const mostColumns = 14
const mostNames = 24
/** A table of more rows is drawn by their sums. */
const mostRowsDrawn = 120

type Props = { dimension: Dimension; context: ComparisonContext }

/** One dimension in large: each pool's own chart, all of them in the same rows, and the rows with their differences. */
export function LargeView({ dimension, context }: Props) {
  const { measure, edges, rows } = context
  const compared = comparePools(context.pools, dimension.id, { measure, edges, rows })
  const widest = findWidest(compared)?.row ?? null
  const isUncut = hasRanges(dimension.id) && compared.edges.length === 0
  const few = findFewEdges(context.pools, dimension.id, { measure, edges, rows }, compared)
  return (
    <section className="compare-dimension" aria-labelledby={`compare-${dimension.id}`}>
      <header>
        <h2 id={`compare-${dimension.id}`}>{dimension.longName}</h2>
        {hasRanges(dimension.id) && (
          <EdgeControls context={context} compared={compared} hasValues={haveValues(dimension, context)} />
        )}
      </header>
      <LeftOut compared={compared} context={context} />
      {compared.pools.length > 0 && (
        <div className="compare-pair">
          <AsPrinted compared={compared} context={context} />
          <SideBySide {...{ compared, context, dimension, widest }} />
        </div>
      )}
      {isUncut && compared.pools.length > 1 && (
        <p className="ask-amounts">
          These tables print no edge in common. Edges of your own, or the finer ones, give intervals.
        </p>
      )}
      {few && <WithoutOne few={few} context={context} />}
      {compared.rows.length > 0 && (
        <ComparedTable
          {...{ context, compared, widest }}
          name={dimension.longName}
          dimension={dimension.id}
        />
      )}
    </section>
  )
}

/** Have all of the tables a row for each single figure? */
function haveValues({ id }: Dimension, { pools, measure }: ComparisonContext): boolean {
  return comparePools(pools, id, { measure, edges: 'values', rows: 'between' }).by === 'values'
}

type ControlProps = { context: ComparisonContext; compared: ComparedPools; hasValues: boolean }

function EdgeControls({ context, compared: { by }, hasValues }: ControlProps) {
  const { address, edges, edgesProblem, rows } = context
  const chosen = by === 'values' ? 'values' : edges === null ? 'shared' : edges
  const isOwn = Array.isArray(chosen)
  const hidden = { ...address, deals: address.deals.join(','), edges: undefined }
  return (
    <div className="compare-controls">
      <LinkSwitch
        label="Edges"
        choices={edgeChoices(hasValues).map(choice => ({
          name: edgeNames[choice],
          href: changedHref(context, { edges: choice, ...(choice === 'values' && { rows: undefined }) }),
          isChosen: chosen === choice,
        }))}
      />
      <LinkSwitch
        label="Rows"
        choices={[
          {
            name: 'Between edges',
            href: changedHref(context, {
              rows: undefined,
              edges: chosen === 'values' ? 'shared' : address.edges,
            }),
            isChosen: by !== 'values' && rows === 'between',
          },
          {
            name: 'Above each edge',
            href: changedHref(context, {
              rows: 'above',
              edges: chosen === 'values' ? 'shared' : address.edges,
            }),
            isChosen: rows === 'above' && by !== 'values',
          },
        ]}
      />
      <form action="/compare" className="ask-form">
        {Object.entries(hidden).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <label className="ask-edges">
          <span>Edges of your own</span>
          <input
            type="text"
            name="edges"
            autoComplete="off"
            defaultValue={isOwn || edgesProblem ? address.edges : ''}
            aria-invalid={edgesProblem ? true : undefined}
            aria-describedby={edgesProblem ? 'edges-problem' : undefined}
          />
        </label>
        <button type="submit" className="button">
          Regroup
        </button>
        {edgesProblem && (
          <p id="edges-problem" role="alert" className="ask-problem">
            {edgesProblem}
          </p>
        )}
      </form>
    </div>
  )
}

const edgeChoices = (hasValues: boolean) =>
  hasValues ? (['shared', 'finer', 'values'] as const) : (['shared', 'finer'] as const)

const edgeNames = { shared: 'Edges all print', finer: 'Finer, with intervals', values: 'By value' }

function LeftOut({
  compared: { left, by },
  context,
}: {
  compared: ComparedPools
  context: ComparisonContext
}) {
  const wishedValues = context.edges === 'values' && by !== 'values'
  if (left.length === 0 && !wishedValues) return null
  return (
    <p className="ask-amounts">
      {wishedValues &&
        'Not all of these tables have a row for each single figure, so they stand between edges. '}
      {left
        .map(({ pool, reason }) => {
          const name = context.pools[pool]?.name ?? ''
          return reason === 'no-table'
            ? `${name} has no such table.`
            : `${name}: ${noDistributionSays[reason]}`
        })
        .join(' ')}
    </p>
  )
}

/** Which pool costs the others the edges that they print in common. */
function WithoutOne({ few: { shared, without }, context }: { few: FewEdges; context: ComparisonContext }) {
  const { address, pools } = context
  const pool = without && pools[without.pool]
  return (
    <p className="ask-amounts">
      {shared > 0 && `All of these tables print only ${formatCountOf(shared, 'edge')} in common. `}
      {pool && (
        <>
          <a
            href={changedHref(context, {
              deals: address.deals.filter(ref => ref !== pool.ref),
              base: address.base === pool.ref ? undefined : address.base,
            })}
          >
            Without {pool.name}
          </a>{' '}
          the others have {formatCount(without.shared)}.{' '}
        </>
      )}
      {shared > 0 && (
        <>
          <a href={changedHref(context, { edges: 'finer' })}>Finer edges</a> give intervals.
        </>
      )}
    </p>
  )
}

/** Each pool's own table as it is printed. */
function AsPrinted({ compared, context }: { compared: ComparedPools; context: ComparisonContext }) {
  return (
    <section aria-labelledby="compare-printed">
      <h3 id="compare-printed">
        As printed <span>each pool in its own rows</span>
      </h3>
      <div className="compare-stills">
        {compared.pools.flatMap(({ pool, table, groups }) =>
          (groups ?? [{ loanGroup: null, table }]).map(one => (
            <OwnStill key={`${context.pools[pool]?.ref} ${one.table.id}`} {...{ pool, ...one, context }} />
          )),
        )}
      </div>
    </section>
  )
}

const drawnBy: Record<Amount, ChartMeasure> = {
  balancePct: 'percent',
  balanceCents: 'balance',
  loanCount: 'count',
  countPct: 'count',
}

function OwnStill({
  pool,
  table,
  loanGroup,
  context,
}: {
  pool: number
  table: Stratification
  /** Of several that the pool is added up over. */
  loanGroup: string | null
  context: ComparisonContext
}) {
  const drawn = table.buckets.length > mostRowsDrawn ? sumRows(table).table : table
  const own = context.pools[pool]?.name ?? ''
  const name = loanGroup === null ? own : `${own}, ${nameGroup(loanGroup)}`
  if (drawn === null) return null
  const model = chartModel(chartSource(drawn, []), drawnBy[context.measure])
  return (
    <figure>
      <figcaption>
        <KeyedName series={pool} name={name} />
      </figcaption>
      <Still
        still={stillOf(drawChart(model, figureWidths.narrow))}
        figure={loanGroup === null ? `printed-${pool}` : `printed-${pool}-${table.id}`}
        name={`${name}. ${describeChart(model)}`}
      />
    </figure>
  )
}

type SideProps = Props & { compared: ComparedPools; widest: ComparedRow | null }

/** All pools in the rows that they have in common. */
function SideBySide({ compared, context, dimension, widest }: SideProps) {
  const { rows, by, pools } = compared
  if (rows.length === 0) return null
  const isNames = by === 'names'
  const shown = isNames ? rows.slice(0, mostNames) : pickRows(rows, mostColumns, widest)
  const chart = {
    rows: shown,
    widest: widest && shown.includes(widest) ? widest : null,
    series: pools.map(({ pool }) => pool),
    measure: context.measure,
    name: `${dimension.name} of ${pools.map(({ pool }) => context.pools[pool]?.name).join(', ')}; the table below has the figures.`,
  }
  const labelOf = ({ range, label }: ComparedRow) => labelRow(range, label, compared.by, dimension)
  return (
    <section aria-labelledby="compare-shared">
      <h3 id="compare-shared">
        {isNames
          ? 'By name'
          : by === 'values'
            ? 'By value'
            : by === 'tails'
              ? 'Above each edge'
              : 'Between edges'}{' '}
        <span>{amountNames[context.measure]}</span>
      </h3>
      {isNames ? <ComparedNames {...chart} /> : <ComparedColumns {...chart} height={260} labelOf={labelOf} />}
      <p className="compare-key">
        {pools.map(({ pool }) => (
          <KeyedName key={pool} series={pool} name={context.pools[pool]?.name ?? ''} />
        ))}
        {shown.length < rows.length && (
          <span>
            {shown.length} of {rows.length} rows are drawn.
          </span>
        )}
      </p>
    </section>
  )
}

/** A group of bars in short: the edge above which it lies, both its edges, or the single figure. */
function labelRow(
  range: ComparedRow['range'],
  label: string,
  by: ComparedPools['by'],
  { unit }: Dimension,
): string {
  if (range === null) return label
  const { low, high, lowIncluded, highIncluded } = range
  if (low === null && high === null) return label
  if (by === 'edges' && high === null) return `${lowIncluded ? '≥' : '>'} ${labelEdge(low ?? 0, unit)}`
  if (by === 'edges' && low === null) return `${highIncluded ? '≤' : '<'} ${labelEdge(high ?? 0, unit)}`
  if (by === 'edges') return `${labelEdge(low ?? 0, unit)}–${labelEdge(high ?? 0, unit)}`
  return labelEdge(low ?? high ?? 0, unit)
}
