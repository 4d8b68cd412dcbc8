import { CheckIcon, CrossIcon } from '@/components/shell/icons.tsx'
import { nameGroup, type TableGroup } from '@/lib/evidence/loan-groups.ts'
import { formatMeasureValue, formatPercent } from '@/lib/format/index.ts'
import type { FilingReport, Statistic } from '@/lib/report.ts'
import { PrintedFigure } from '../table/printed-figure.tsx'
import type { LinkPlace } from './place-link.ts'
import { listPoolFigures, listPoolGroups, type PoolFigure, type Proof } from './pool-figures.ts'

type LinesProps = { report: FilingReport; groups: TableGroup[]; link: LinkPlace }

/**
 * The figures a pool is known by, each with how it is proven. Without a whole pool, one line for every loan group; with
 * it, a group's line takes its place while that group's tables are shown.
 */
export function PoolLines({ report, groups, link }: LinesProps) {
  const shown = listPoolGroups(report)
  const ofGroups = groups.map(({ loanGroup }) => loanGroup).filter(group => !shown.includes(group))
  const lines = [...shown, ...ofGroups].map(group => ({ group, figures: listPoolFigures(report, group) }))
  const isSwitched = lines.every(({ figures }) => figures.length > 0)
  return lines.map(({ group, figures }) => {
    const isShown = shown.includes(group)
    if (figures.length === 0 || !(isShown || isSwitched)) return null
    const slug = groups.find(({ loanGroup }) => loanGroup === group)?.slug
    return (
      <div
        key={group ?? ''}
        className={['pool', group !== null && 'pool-group', !isShown && 'pool-kept']
          .filter(Boolean)
          .join(' ')}
        data-group={isSwitched ? slug : undefined}
      >
        {group !== null && <h2>{nameGroup(group)}</h2>}
        <dl>
          {figures.map(figure => (
            <PoolItem
              key={figure.statistic.id}
              {...figure}
              other={findOtherWac(report, figure)}
              link={link}
            />
          ))}
        </dl>
      </div>
    )
  })
}

type ItemProps = PoolFigure & { other: Statistic | null; link: LinkPlace }

function PoolItem({ label, statistic, value, at, proof, other, link }: ItemProps) {
  const printed = <StatedFigure statistic={statistic} value={value} />
  return (
    <div>
      <dt>{label}</dt>
      <dd className="pool-figure">
        {at ? <a {...link(at)}>{printed}</a> : printed}
        {other?.stated && other.at && (
          <small>
            {other.id === 'wac' ? 'gross ' : 'net '}
            <a {...link(other.at)}>{formatPercent(other.stated, other.decimals)}</a>
          </small>
        )}
      </dd>
      <ProofWords {...proof} />
    </div>
  )
}

function StatedFigure({ statistic: { unit, decimals }, value }: { statistic: Statistic; value: number }) {
  const figure = formatMeasureValue(value, unit, decimals)
  if (unit === 'cents')
    return (
      <>
        $<PrintedFigure text={figure} />
      </>
    )
  const suffix = { percent: '%', months: ' months', years: ' years' }[unit as string]
  return (
    <>
      {figure}
      {suffix && <small>{suffix}</small>}
    </>
  )
}

function ProofWords({ outcome, words }: Proof) {
  return (
    <dd className={outcome === 'fail' ? 'pool-proof fails' : 'pool-proof'}>
      {outcome === 'pass' && <CheckIcon size={12} className="text-pass" />}
      {outcome === 'fail' && <CrossIcon size={12} className="text-fail" />}
      {words}
    </dd>
  )
}

/** Gross beside net, or net beside gross, when the filing states both. */
function findOtherWac(report: FilingReport, { statistic: { id, loanGroup } }: PoolFigure): Statistic | null {
  const other = { wac: 'net-wac', 'net-wac': 'wac' }[id]
  return report.statistics.find(one => one.id === other && one.loanGroup === loanGroup) ?? null
}
