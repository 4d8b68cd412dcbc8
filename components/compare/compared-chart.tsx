import { hatchFill, IntervalBar } from '@/components/ask/interval-bar.tsx'
import { type ComparedBar, placeBars } from '@/lib/charts/compared-bars.ts'
import type { Amount, ComparedRow } from '@/lib/distributions/index.ts'
import { formatDecimal, formatShortMoney } from '@/lib/format/index.ts'

type Props = {
  rows: readonly ComparedRow[]
  widest: ComparedRow | null
  /** Which of the pools compared stands in each place of a row, by its order. */
  series: readonly number[]
  measure: Amount
  /** What the chart shows, for who does not see it. */
  name: string
}

const plot = { left: 34, top: 8, foot: 20 }

/** Bars of each pool over every edge, from nothing upwards; where they are furthest apart stands on grey. */
export function ComparedColumns({
  rows,
  widest,
  series,
  measure,
  name,
  labelOf,
  height,
}: Props & { labelOf: (row: ComparedRow) => string; height: number }) {
  const { axis, groups } = placeBars({ rows, widest, labelOf })
  const base = height - plot.foot
  const y = (value: number) => base - ((base - plot.top) * value) / axis.top
  return (
    <figure className="compared-columns">
      <svg className="compared-axis" width={plot.left} height={height} aria-hidden="true">
        {axis.ticks.map(tick => (
          <text key={tick} x={plot.left - 6} y={y(tick) + 4} textAnchor="end">
            {labelTick(tick, measure)}
          </text>
        ))}
      </svg>
      <svg className="compared-plot" height={height} role="img" aria-label={name}>
        {groups.map(
          ({ label, isWidest, from, width }) =>
            isWidest && (
              <rect
                key={label}
                className="compared-widest"
                x={`${from}%`}
                width={`${width}%`}
                height={height}
              />
            ),
        )}
        {axis.ticks.map(tick => (
          <line key={tick} className="compared-grid" x2="100%" y1={y(tick)} y2={y(tick)} />
        ))}
        {groups.map(({ label, isWidest, from, width, bars }) => (
          <g key={label}>
            {bars.map(bar => (
              <Column key={bar.series} bar={bar} pool={series[bar.series] ?? 0} y={y} base={base} />
            ))}
            <text
              x={`${from + width / 2}%`}
              y={height - 5}
              textAnchor="middle"
              className={isWidest ? 'compared-strong' : undefined}
            >
              {label}
            </text>
          </g>
        ))}
        <line className="compared-base" x2="100%" y1={base} y2={base} />
      </svg>
    </figure>
  )
}

type ColumnProps = { bar: ComparedBar; pool: number; y: (value: number) => number; base: number }

/** Solid to what is certain, hatched to what may be, a cap at both. */
function Column({ bar: { x, width, bound }, pool, y, base }: ColumnProps) {
  const [low, high] = [y(bound.low), y(bound.high)]
  const isOpen = low - high > 0.5
  return (
    <g className={`series-${pool}`}>
      <rect
        className="compared-bar"
        x={`${x}%`}
        width={`${width}%`}
        y={low}
        height={Math.max(0, base - low)}
      />
      {isOpen && (
        <>
          <rect x={`${x}%`} width={`${width}%`} y={high} height={low - high} fill={hatchFill(pool)} />
          {[low, high].map(end => (
            <line key={end} className="compared-cap" x1={`${x}%`} x2={`${x + width}%`} y1={end} y2={end} />
          ))}
        </>
      )}
    </g>
  )
}

function labelTick(tick: number, measure: Amount): string {
  if (measure === 'balanceCents') return formatShortMoney(tick)
  return formatDecimal(tick, Number.isInteger(tick) ? 0 : 1)
}

/** Bars of each pool beside every name. */
export function ComparedNames({ rows, widest, series, measure, name }: Props) {
  const most = rows.reduce(
    (all, { values }) => values.reduce((top, value) => Math.max(top, value?.high ?? 0), all),
    0,
  )
  return (
    <figure className="compared-names" aria-label={name}>
      {rows.map(row => (
        <div key={row.label} className={row === widest ? 'compared-name is-widest' : 'compared-name'}>
          <span title={row.label}>{row.label}</span>
          <span>
            {row.values.map((value, order) => (
              <IntervalBar
                key={series[order]}
                bound={value ?? { low: 0, high: 0 }}
                most={most}
                height={6}
                series={series[order] ?? 0}
              />
            ))}
          </span>
        </div>
      ))}
      <figcaption>
        <span>0</span>
        <span>{labelTick(Math.ceil(most), measure)}</span>
      </figcaption>
    </figure>
  )
}
