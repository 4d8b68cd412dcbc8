import { CrossIcon } from '@/components/shell/icons.tsx'
import { labelEdge, pickRows } from '@/lib/charts/compared-bars.ts'
import type { Dimension } from '@/lib/dimensions/index.ts'
import { type ComparedRow, noDistributionSays, sayCompared } from '@/lib/distributions/index.ts'
import { type ComparisonContext, changedHref } from './compare-context.ts'
import type { SmallComparison } from './compare-in-small.ts'
import { ComparedColumns, ComparedNames } from './compared-chart.tsx'
import { PoolKey } from './pool-key.tsx'

/** So many groups of bars, or names, have room in a small chart. */
const mostColumns = 6
const mostNames = 7

type Props = { small: SmallComparison; context: ComparisonContext }

/** One dimension in small: where the pools are furthest apart, a chart, and what is missing; it leads to the large view. */
export function SmallMultiple({ small, context }: Props) {
  const { dimension, compared, widest } = small
  const { id, name, unit } = dimension
  const { rows, by, pools } = compared
  const isNames = by === 'names'
  const shown = isNames ? rows.slice(0, mostNames) : pickRows(rows, mostColumns, widest?.row ?? null)
  const marked = widest && shown.includes(widest.row) ? widest.row : null
  const series = pools.map(({ pool }) => pool)
  const words = sayWidest(small)
  const chart = { rows: shown, widest: marked, series, measure: context.measure, name: `${name}. ${words}` }
  return (
    <section className="compare-small" aria-labelledby={`compare-${id}`}>
      <header>
        <h3 id={`compare-${id}`}>{name}</h3>
        <a href={changedHref(context, { dimension: id, rows: undefined })}>
          Open<span className="sr-only"> {name} large</span>
        </a>
      </header>
      <p className="compare-widest">
        {words}
        {widest?.row.values.map((value, order) => (
          <span key={series[order]}>
            <PoolKey series={series[order] ?? 0} />
            <b>{value ? sayCompared(value, context.measure) : '–'}</b>
          </span>
        ))}
      </p>
      {rows.length === 0 ? null : isNames ? (
        <ComparedNames {...chart} />
      ) : (
        <ComparedColumns {...chart} height={142} labelOf={row => labelEdge(row.range?.low ?? 0, unit)} />
      )}
      <SmallNotes {...{ small, context, shown }} />
    </section>
  )
}

/** > Widest apart above 80:   Widest apart in California:   At no edge that one of them prints are two proven to differ. */
function sayWidest({ widest, dimension, compared: { by } }: SmallComparison): string {
  if (widest !== null) return `Widest apart ${sayPlace(widest.row, dimension)}: `
  return by === 'names'
    ? 'In none of these names are two of them proven to differ.'
    : 'At none of their edges are two of them proven to differ.'
}

/** > above 80   at 640 and above   in California */
export function sayPlace({ label, range }: ComparedRow, { unit }: Dimension): string {
  if (range === null) return `in ${label}`
  const edge = labelEdge(range.low ?? 0, unit)
  return range.lowIncluded ? `at ${edge} and above` : `above ${edge}`
}

/** What a small chart leaves open, or leaves out. */
function SmallNotes({ small, context, shown }: Props & { shown: readonly ComparedRow[] }) {
  const { pools, left, rows, by } = small.compared
  const nameOf = (pool: number) => context.pools[pool]?.name ?? ''
  const open = pools.filter((_, order) => shown.some(({ values }) => (values[order]?.open.length ?? 0) > 0))
  const summed = pools.filter(({ groups }) => groups !== undefined)
  const failing = pools.filter(({ doesNotAddUp }) => doesNotAddUp)
  const absent = left.filter(({ reason }) => reason === 'no-table').map(({ pool }) => nameOf(pool))
  return (
    <div className="compare-notes">
      {rows.length === 0 && <p>They print no edge in common that parts them.</p>}
      {small.isFiner && (
        <p>No edge that all of them print parts them: these are edges of one or the other, as intervals.</p>
      )}
      {open.length > 0 && (
        <p>
          {by === 'names' ? 'Hatched: not named by ' : 'Hatched: cut by rows of '}
          {open.map(({ pool }) => nameOf(pool)).join(', ')}.
        </p>
      )}
      {summed.length > 0 && (
        <p>Added up over loan groups: {summed.map(({ pool }) => nameOf(pool)).join(', ')}.</p>
      )}
      {absent.length > 0 && <p>Not reported by {absent.join(', ')}.</p>}
      {left.map(
        ({ pool, reason }) =>
          reason !== 'no-table' && (
            <p key={pool}>
              {nameOf(pool)}: {noDistributionSays[reason]}
            </p>
          ),
      )}
      {failing.map(({ pool }) => (
        <p key={pool} className="compare-fails">
          <CrossIcon size={12} /> Figures of {nameOf(pool)} contradict each other, so they prove no
          difference.
        </p>
      ))}
      {shown.length < rows.length && (
        <p>
          {shown.length} of {rows.length} rows are drawn.
        </p>
      )}
    </div>
  )
}
