import { TinyStill } from '@/components/charts/tiny-still.tsx'
import { CheckState } from '@/components/library/check-state.tsx'
import { SmallEvidenceButton } from '@/components/sharing/evidence-button.tsx'
import { rangeShares } from '@/lib/charts/pool-shares.ts'
import { formatCount, formatPercent, formatWholeDollars } from '@/lib/format/index.ts'
import { nameGroup, type TableGroup } from '@/lib/names/loan-groups.ts'
import { nameFigure } from '@/lib/pool/figure-names.ts'
import { chooseRate, findFigure } from '@/lib/pool/find-figure.ts'
import type { FilingReport, PoolFigure, PoolSummary } from '@/lib/report.ts'
import { Term } from '../shell/term.tsx'
import { titleOfCell } from '../table/cell-marks.ts'
import { PrintedFigure } from '../table/printed-figure.tsx'
import type { FigureCertificate, LinkPlace } from './place-link.ts'
import { formatFigure, noteOn, proveFigure } from './pool-figures.ts'

type Props = {
  report: FilingReport
  /** The loan groups that tables are of, to which rows lead. */
  groups: readonly TableGroup[]
  link: LinkPlace
  certificateOf: FigureCertificate
  /** What readers noted on places of the filing, see `notedPlaces`. */
  noted: ReadonlyMap<string, string>
  /** Where all groups are listed, and how many there are, where these are only the first of them. */
  all?: { href: string; count: number } | undefined
}

type Column = {
  key: string
  header: string
  meaning: string
  find: (pool: PoolSummary) => PoolFigure | undefined
}

const byId = (id: string, header: string): Column => ({
  key: id,
  header,
  meaning: nameFigure(id).meaning,
  find: pool => findFigure(pool, id),
})

const columns: Column[] = [
  byId('balance', 'Balance, $'),
  byId('loans', 'Loans'),
  byId('average', 'Average, $'),
  { ...byId('wac', 'WAC'), find: chooseRate },
  byId('waltv', 'WALTV'),
  byId('wacltv', 'CLTV'),
  byId('credit-score', 'Score'),
  byId('wam', 'WAM'),
  byId('largest-state', 'Largest state'),
]

/**
 * The loan groups of a filing and its whole pool, a row each: what stands in the place of the pool line where a filing has
 * groups. A figure that the filing does not give and that cannot be computed is told as not given.
 */
export function GroupTable({ report, groups, all, ...shared }: Props) {
  const { pool } = report
  const ofGroups = pool.filter(({ loanGroup }) => loanGroup !== null)
  const whole = pool.find(({ loanGroup }) => loanGroup === null)
  const rows = whole ? [...ofGroups, whole] : ofGroups
  const shown = columns.filter(({ find }) => rows.some(row => find(row)))
  const shapes = new Map(rows.map(row => [row, rangeShares(report, 'original-ltv', row.loanGroup)]))
  const hasShapes = [...shapes.values()].some(shares => shares !== null)
  return (
    <div className="pool group-table">
      <section className="scrolls" tabIndex={0} aria-label="Figures of the loan groups">
        <table>
          <thead>
            <tr>
              <th scope="col">Loan group</th>
              {shown.map(({ key, header, meaning }) => (
                <th key={key} scope="col">
                  <Term meaning={meaning}>{header}</Term>
                </th>
              ))}
              {hasShapes && (
                <th scope="col">
                  <Term>Original LTV</Term>
                </th>
              )}
              <th scope="col">Checks</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, order) => {
              const shares = shapes.get(row)
              return (
                <tr
                  key={row.loanGroup ?? ''}
                  data-row={slugOf(groups, row)}
                  className={row === whole ? 'whole' : undefined}
                >
                  <th scope="row">
                    <GroupName groups={groups} row={row} />
                  </th>
                  {shown.map(({ key, find }) => (
                    <Cell key={key} figure={find(row)} loanGroup={row.loanGroup} {...shared} />
                  ))}
                  {hasShapes && (
                    <td>
                      {shares && <TinyStill id={`group-${order}`} rows={shares} width={88} height={22} />}
                    </td>
                  )}
                  <td>
                    <CheckState checks={row.checks} filings={1} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
      {whole && <Origin whole={whole} />}
      {all && (
        <p className="group-origin">
          The first {formatCount(ofGroups.length)} loan groups.{' '}
          <a href={all.href}>Show all {formatCount(all.count - (whole ? 1 : 0))} loan groups</a>
        </p>
      )}
    </div>
  )
}

function slugOf(groups: readonly TableGroup[], { loanGroup }: PoolSummary): string | undefined {
  return groups.find(group => group.loanGroup === loanGroup)?.slug
}

/** The group’s name, which shows its tables alone. A pool of which the filing prints groups alone is all of them. */
function GroupName({ groups, row }: { groups: readonly TableGroup[]; row: PoolSummary }) {
  const slug = slugOf(groups, row)
  const name = row.loanGroup === null && slug === undefined ? 'All groups' : nameGroup(row.loanGroup)
  if (slug === undefined) return name
  return (
    <a href={`?group=${slug}#group-${slug}`} data-show={slug}>
      {name}
    </a>
  )
}

type CellProps = Pick<Props, 'link' | 'certificateOf' | 'noted'> & {
  figure: PoolFigure | undefined
  loanGroup: string | null
}

function Cell({ figure, loanGroup, link, certificateOf, noted }: CellProps) {
  if (!figure) return <td className="lacks">not given</td>
  const proof = proveFigure(figure)
  const text = <Words figure={figure} />
  const fails = proof.outcome === 'fail'
  const note = noteOn(figure, noted)
  const kind = fails ? 'fails' : figure.kind
  const { name } = nameFigure(figure.id)
  return (
    <td
      className={note === undefined ? kind : `${kind} noted`}
      title={titleOfCell(`${name}: ${proof.words}`, note)}
    >
      {fails && <span className="sr-only">a check fails: </span>}
      {figure.at ? <a {...link(figure.at)}>{text}</a> : text}
      {figure.id === 'net-wac' && <small>net</small>}
      {!figure.at && figure.from !== 'loans' && (
        <SmallEvidenceButton
          href={certificateOf(figure.id, loanGroup)}
          of={loanGroup === null ? name : `${name} of ${nameGroup(loanGroup)}`}
        />
      )}
      {note !== undefined && <span className="sr-only">Note: {note}</span>}
    </td>
  )
}

function Words({ figure }: { figure: PoolFigure }) {
  const { id, code, value } = figure
  if (id === 'largest-state') return `${code ?? ''} ${formatPercent(value ?? 0, figure.decimals)}`
  if (id === 'average' && value !== null) return formatWholeDollars(value)
  const text = formatFigure(figure)
  return figure.unit === 'cents' ? <PrintedFigure text={text} /> : text
}

/** Which figures of the whole pool the filing does not print, in a sentence. */
function Origin({ whole }: { whole: PoolSummary }) {
  const isAdded = (id: string) =>
    findFigure(whole, id)?.from === 'groups' && findFigure(whole, id)?.stated === null
  const sums = isAdded('balance') || isAdded('loans')
  const averages = whole.figures.some(
    ({ id, from, stated }) =>
      from === 'groups' && stated === null && !['balance', 'loans', 'largest-state'].includes(id),
  )
  if (!sums && !averages) return null
  const parts = [sums && 'balances and loans added', averages && 'averages weighted by balance'].filter(
    Boolean,
  )
  return (
    <p className="group-origin">
      {sums ? 'The filing prints groups only. All groups: ' : 'Whole pool: '}
      {parts.join(', ')}.
    </p>
  )
}
