import { CheckIcon, CrossIcon } from '@/components/shell/icons.tsx'
import { nameStatistic } from '@/lib/evidence/names.ts'
import { formatWithUnit } from '@/lib/format/index.ts'
import type { Check, FilingReport, Statistic, Stratification } from '@/lib/report.ts'
import type { LinkPlace } from './place-link.ts'
import { findStatedCheck, sayExactly } from './pool-figures.ts'

type Props = { report: FilingReport; table: Stratification; link: LinkPlace }

/** What the filing states beside a table, against what its rows give. */
export function StatedFigures({ report, table, link }: Props) {
  const stated = report.statistics.filter(
    ({ stratification, at }) => stratification === table.id && at !== null,
  )
  if (stated.length === 0) return null
  return stated.map(statistic => (
    <StatedFigure
      key={statistic.id}
      statistic={statistic}
      check={findStatedCheck(report, statistic)}
      rows={table.buckets.length}
      link={link}
    />
  ))
}

type FigureProps = { statistic: Statistic; check: Check | undefined; rows: number; link: LinkPlace }

function StatedFigure({ statistic, check, rows, link }: FigureProps) {
  const { stated, recomputed, bounds, unit, decimals, at, reason } = statistic
  const figure = formatWithUnit(stated, unit, decimals)
  return (
    <dl className="stated">
      <div>
        <dt>
          <b>{nameStatistic(statistic.id)}</b> stated
        </dt>
        <dd>{at ? <a {...link(at)}>{figure}</a> : figure}</dd>
      </div>
      {recomputed !== null && (
        <div>
          <dt>Recomputed from {rows} rows</dt>
          <dd>{sayExactly(recomputed, statistic)}</dd>
        </div>
      )}
      {bounds && (
        <div>
          <dt>Possible, from {rows} ranges</dt>
          <dd>{bounds.map(end => formatWithUnit(end, unit, Math.max(decimals, 2))).join(' to ')}</dd>
        </div>
      )}
      {check && <Verdict check={check} statistic={statistic} />}
      {recomputed === null && !bounds && reason && <p>{reason}</p>}
    </dl>
  )
}

function Verdict({ check, statistic }: { check: Check; statistic: Statistic }) {
  const Icon = check.outcome === 'pass' ? CheckIcon : CrossIcon
  const isInterval = check.bounds !== null
  const allowed = sayDistance(check.tolerance, statistic)
  return (
    <div className={check.outcome === 'fail' ? 'fails' : undefined}>
      <dt>{isInterval ? 'Stated figure lies' : `Difference, ${allowed} allowed`}</dt>
      <dd>
        <Icon size={12} className={check.outcome === 'pass' ? 'text-pass' : 'text-fail'} />
        {isInterval
          ? check.outcome === 'pass'
            ? 'inside'
            : 'outside'
          : sayDistance(Math.abs(check.expected - check.found), statistic)}
      </dd>
    </div>
  )
}

/** A distance with as many places as it takes to show it, and no more: 0.0005, 0.499, $0.47. */
function sayDistance(distance: number, { unit, decimals }: Statistic): string {
  if (unit === 'cents') return formatWithUnit(distance, unit, 2)
  const shown = Number(distance.toFixed(decimals + 3))
  if (shown === 0 && distance > 0) return `under ${10 ** -(decimals + 2)}`
  return String(shown)
}
