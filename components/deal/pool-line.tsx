import type { ReactNode } from 'react'
import { SmallEvidenceButton } from '@/components/sharing/evidence-button.tsx'
import { CheckIcon, CrossIcon } from '@/components/shell/icons.tsx'
import { formatPercent } from '@/lib/format/index.ts'
import { nameGroup } from '@/lib/names/loan-groups.ts'
import { nameFigure } from '@/lib/pool/figure-names.ts'
import type { PoolFigure, PoolSummary, Unit } from '@/lib/report.ts'
import { Term } from '../shell/term.tsx'
import { titleOfCell } from '../table/cell-marks.ts'
import { PrintedFigure } from '../table/printed-figure.tsx'
import type { FigureCertificate, LinkPlace } from './place-link.ts'
import {
  formatFigure,
  listOtherAverages,
  listPoolFigures,
  noteOn,
  otherRate,
  type Proof,
  proveFigure,
} from './pool-figures.ts'

type Shared = {
  link: LinkPlace
  certificateOf: FigureCertificate
  /** What readers noted on places of the filing, see `notedPlaces`. */
  noted: ReadonlyMap<string, string>
}

/** The figures a pool is known by, each with how it is proven; below them, small, what else the filing states of it. */
export function PoolLine({ pool, ...shared }: { pool: PoolSummary | undefined } & Shared) {
  const figures = listPoolFigures(pool)
  const others = listOtherAverages(pool)
  if (figures.length + others.length === 0) return null
  return (
    <div className="pool">
      {pool?.loanGroup != null && <h2>{nameGroup(pool.loanGroup)}</h2>}
      <dl>
        {figures.map(figure => (
          <PoolItem
            key={figure.id}
            figure={figure}
            other={otherRate(pool, figure)}
            loanGroup={pool?.loanGroup ?? null}
            {...shared}
          />
        ))}
      </dl>
      {others.length > 0 && (
        <dl className="pool-others">
          {others.map(figure => (
            <PoolItem
              key={figure.id}
              figure={figure}
              other={undefined}
              loanGroup={pool?.loanGroup ?? null}
              {...shared}
            />
          ))}
        </dl>
      )}
    </div>
  )
}

type ItemProps = Shared & { figure: PoolFigure; other: PoolFigure | undefined; loanGroup: string | null }

function PoolItem({ figure, other, loanGroup, link, certificateOf, noted }: ItemProps) {
  const { name, meaning } = nameFigure(figure.id)
  const printed = <Amount figure={figure} />
  return (
    <div>
      <dt>
        <Term meaning={meaning}>{name}</Term>
      </dt>
      <dd className="pool-figure">
        <Noted note={noteOn(figure, noted)}>
          {figure.at ? <a {...link(figure.at)}>{printed}</a> : printed}
        </Noted>
        {/* What is printed has its certificate beside its line; what single loans come to has none. */}
        {!figure.at && figure.from !== 'loans' && (
          <SmallEvidenceButton href={certificateOf(figure.id, loanGroup)} of={name} />
        )}
        {other?.stated != null && other.at && (
          <small className="other-rate">
            {other.id === 'wac' ? 'gross ' : 'net '}
            <Noted note={noteOn(other, noted)}>
              <a {...link(other.at)}>{formatPercent(other.stated, other.decimals)}</a>
            </Noted>
          </small>
        )}
      </dd>
      <ProofWords {...proveFigure(figure)} />
    </div>
  )
}

/** A figure that somebody noted something on, marked as a cell of a table is. */
function Noted({ note, children }: { note: string | undefined; children: ReactNode }) {
  if (note === undefined) return children
  return (
    <span className="noted" title={titleOfCell(undefined, note)}>
      {children}
      <span className="sr-only">Note: {note}</span>
    </span>
  )
}

const suffixes: Partial<Record<Unit, string>> = { percent: '%', months: ' months', years: ' years' }

function Amount({ figure }: { figure: PoolFigure }) {
  const { unit } = figure
  const text = formatFigure(figure)
  if (unit === 'cents')
    return (
      <>
        $<PrintedFigure text={text} />
      </>
    )
  const suffix = suffixes[unit]
  return (
    <>
      {text}
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
