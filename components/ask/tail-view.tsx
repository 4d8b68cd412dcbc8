import { CrossIcon } from '@/components/shell/icons.tsx'
import {
  type Asked,
  type Because,
  type Bound,
  type Distribution,
  nearestExact,
  type Part,
  rowsDoNotAddUp,
  ruleSays,
  sayBound,
  sayFigure,
  sayPercents,
  sides,
} from '@/lib/distributions/index.ts'
import { askHref } from '@/lib/evidence/ask-address.ts'
import { nameSplit } from '@/lib/evidence/names.ts'
import { sayLines, sourceHref } from '@/lib/evidence/place-address.ts'
import { formatCount, formatDecimal } from '@/lib/format/index.ts'
import type { DealRecord } from '@/lib/library/index.ts'
import type { Place, Stratification } from '@/lib/report.ts'
import { IntervalBar } from './interval-bar.tsx'

type Tail = Extract<Asked, { kind: 'tail' }>
type Props = { deal: DealRecord; sha256: string; table: Stratification; fileName: string; asked: Tail }

/** Rows beyond are counted, not listed. */
const mostRowsListed = 120

/** What a table answers: in a sentence, row by row, and why. */
export function TailView({ deal, sha256, table, fileName, asked }: Props) {
  const { distribution, question, answer, sentence } = asked
  const share = answer.balancePct ?? answer.countPct
  const shareOf = answer.balancePct ? 'of balance' : 'of loans'
  const edge = `${sides[question.side]} ${sayFigure(question.at, distribution.unit)}`
  const others = [
    answer.balanceCents && sayBound(answer.balanceCents, sayDollars),
    answer.loanCount &&
      `${sayBound(answer.loanCount, formatCount)} ${answer.loanCount.high === 1 && answer.loanCount.low === 1 ? 'loan' : 'loans'}`,
  ].filter(part => part !== null)
  const exact = answer.exact ? [] : nearestExact(distribution, question)
  return (
    <section className="ask-answer" aria-labelledby="ask-answer">
      <h2 id="ask-answer">
        {nameSplit(table)} {edge}: {share ? `${sayPercents(share)} ${shareOf}` : others[0]}
        {answer.exact && distribution.doNotAddUp.length === 0 ? ', exactly.' : '.'}
      </h2>
      <p className="ask-amounts">
        {others.join(', ')}.
        {exact.length > 0 && (
          <>
            {' '}
            <b>Exact</b>{' '}
            {exact.map((at, order) => (
              <span key={at}>
                {order > 0 && ' and '}
                <a href={askHref(deal, sha256, table.id, { [question.side]: plainEdge(at, distribution) })}>
                  {sides[question.side]} {sayFigure(at, distribution.unit)}
                </a>
              </span>
            ))}
            .
          </>
        )}
      </p>
      {distribution.doNotAddUp.length > 0 && (
        <p className="ask-problem">
          <CrossIcon size={12} /> {rowsDoNotAddUp}
        </p>
      )}
      {share && (
        <div className="ask-scale">
          <IntervalBar bound={share} most={100} height={16} />
          <div className="ask-scale-ends">
            <span>0</span>
            <span>50</span>
            <span>100% {shareOf}</span>
          </div>
        </div>
      )}
      <div className="ask-pair">
        <RowsTable {...{ table, asked, edge }} />
        <div>
          <BecauseList {...{ deal, sha256, because: answer.because }} />
          <h3>To cite</h3>
          <p className="ask-cite">
            {sentence} {deal.name}, {fileName}, {sayLines(table.at).toLowerCase()}.{' '}
            {askHref(deal, sha256, table.id, { [question.side]: plainEdge(question.at, distribution) })}
          </p>
        </div>
      </div>
    </section>
  )
}

const plainEdge = (at: number, { unit }: Distribution) => String(unit === 'cents' ? at / 100 : at)
const sayDollars = (cents: number) => `$${formatDecimal(cents / 100, 2)}`
const sayAmount = (cents: number) => formatDecimal(cents / 100, 2)

const kinds = {
  'whole-rows': { sign: 'in full', className: 'is-whole' },
  'count-and-balance': { sign: 'in part', className: 'is-cut' },
  'row-average': { sign: 'in part', className: 'is-cut' },
  'row-across-edge': { sign: 'in part', className: 'is-cut' },
  'figures-contradict': { sign: 'in part', className: 'is-cut' },
  'residual-row': { sign: 'unknown', className: 'is-cut' },
  'no-figure': { sign: 'no figure', className: 'is-without' },
  'natural-end': { sign: 'in part', className: 'is-cut' },
  'rows-do-not-add-up': { sign: '', className: '' },
} as const

function RowsTable({ table, asked, edge }: { table: Stratification; asked: Tail; edge: string }) {
  const { answer } = asked
  const hasBalance = answer.balanceCents !== null
  const isLong = answer.parts.length > mostRowsListed
  const rows = (isLong ? answer.parts.filter(({ rule }) => rule !== null) : answer.parts).slice(
    0,
    mostRowsListed,
  )
  const amount = hasBalance ? 'balanceCents' : answer.loanCount !== null ? 'loanCount' : 'balancePct'
  const most = answer.parts.reduce((all, { row }) => Math.max(all, row[amount]?.high ?? 0), 0)
  return (
    <div className="ask-scroll">
      <table className="strat ask-rows">
        <thead>
          <tr>
            <th scope="col">{table.stub?.header ?? table.title}</th>
            {answer.loanCount && <th scope="col">Loans</th>}
            {hasBalance && <th scope="col">Balance, $</th>}
            <th scope="col" className="ask-lies">
              Lies {edge}
            </th>
            {answer.loanCount && <th scope="col">Loans {edge}</th>}
            {hasBalance && <th scope="col">Balance {edge}, $</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(part => (
            <RowOf key={part.row.bucket} part={part} answer={answer} most={most} amount={amount} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All</th>
            {answer.loanCount && <td>{sayIf(asked.distribution.total.loanCount, formatCount)}</td>}
            {hasBalance && <td>{sayIf(asked.distribution.total.balanceCents, sayAmount)}</td>}
            <td />
            {answer.loanCount && <td>{sayBound(answer.loanCount, formatCount)}</td>}
            {answer.balanceCents && <td>{sayBound(answer.balanceCents, sayAmount)}</td>}
          </tr>
        </tfoot>
      </table>
      {isLong && (
        <p className="ask-more">
          {formatCount(answer.parts.length)} rows; listed are the first {formatCount(rows.length)} that lie{' '}
          {edge} in full or in part.
        </p>
      )}
    </div>
  )
}

type RowProps = {
  part: Part
  answer: Tail['answer']
  most: number
  amount: 'balanceCents' | 'loanCount' | 'balancePct'
}

function RowOf({ part: { row, rule, share }, answer, most, amount }: RowProps) {
  const kind = rule === null ? { sign: '', className: 'is-out' } : kinds[rule]
  return (
    <tr className={kind.className}>
      <th scope="row">{row.label}</th>
      {answer.loanCount && <td>{sayIf(row.loanCount, formatCount)}</td>}
      {answer.balanceCents && <td>{sayIf(row.balanceCents, sayAmount)}</td>}
      <td className="ask-lies">
        {share[amount] && <IntervalBar bound={share[amount]} most={most} height={10} />}
        <span className="ask-sign">{kind.sign}</span>
      </td>
      {answer.loanCount && <td>{sayIf(share.loanCount, formatCount)}</td>}
      {answer.balanceCents && <td>{sayIf(share.balanceCents, sayAmount)}</td>}
    </tr>
  )
}

const sayIf = (bound: Bound | null, say: (value: number) => string) =>
  bound === null ? '–' : sayBound(bound, say)

function BecauseList({
  deal,
  sha256,
  because,
}: {
  deal: DealRecord
  sha256: string
  because: readonly Because[]
}) {
  return (
    <>
      <h3>Because</h3>
      <ul className="ask-because">
        {because.map(({ rule, rows }) => (
          <li key={rule}>
            {ruleSays[rule]}{' '}
            {rule !== 'rows-do-not-add-up' && (
              <a href={sourceHref(deal.slug, sha256, spanning(rows.map(({ at }) => at)))}>
                {rows.length === 1 ? `“${rows[0]?.label}”` : `${formatCount(rows.length)} rows`},{' '}
                {sayLines(spanning(rows.map(({ at }) => at))).toLowerCase()}
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** From the first of some places to the last. */
function spanning(places: readonly Place[]): Place {
  const rising = places.toSorted((a, b) => a.line - b.line || a.start - b.start)
  const [first, last] = [rising[0], rising.at(-1)]
  if (!first || !last) return { line: 1, start: 1, end: 1 }
  const lastLine = last.lastLine ?? last.line
  return lastLine > first.line
    ? { line: first.line, start: first.start, lastLine, end: last.end }
    : { line: first.line, start: first.start, end: last.end }
}
