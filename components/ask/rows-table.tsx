import { askHref, typedEdge } from '@/lib/addresses/ask-address.ts'
import {
  type Answer,
  type Bound,
  type Distribution,
  edgesOf,
  type Part,
  type Question,
  type Side,
  sayBound,
  sayEdges,
  sayFigure,
  sides,
} from '@/lib/distributions/index.ts'
import { formatCount, formatDecimal } from '@/lib/format/index.ts'
import type { AskPlace } from './ask-place.ts'
import { IntervalBar } from './interval-bar.tsx'

/** Rows beyond are counted, not listed. */
const mostRowsListed = 120

type Props = AskPlace & {
  distribution: Distribution
  question: Question | null
  answer: Answer | null
  /** Which side a click between two rows asks for. */
  side: Side | 'between'
  /** What is asked then, where it is not the table itself; its rows cannot be joined. */
  askedId?: string
}

const sayAmount = (cents: number) => formatDecimal(cents / 100, 2)

/** A balance as it is printed, where it is; never wider, as it is for what it bounds. */
function sayPrinted(table: Props['table'], cents: number | null | undefined, bound: Bound | null): string {
  if (cents == null) return sayIf(bound, sayAmount)
  const column = table.columns.find(({ measure }) => measure === 'balanceCents')
  return formatDecimal(cents / 100, Math.min(2, Math.max(0, column?.decimals ?? 2)))
}

const kinds = {
  'whole-rows': { sign: 'in full', className: 'is-whole' },
  'count-and-balance': { sign: 'in part', className: 'is-cut' },
  'row-average': { sign: 'in part', className: 'is-cut' },
  'loan-by-loan': { sign: 'in part', className: 'is-cut' },
  'row-across-edge': { sign: 'in part', className: 'is-cut' },
  'figures-contradict': { sign: 'in part', className: 'is-cut' },
  'residual-row': { sign: 'unknown', className: 'is-cut' },
  'no-figure': { sign: 'no figure', className: 'is-without' },
  'natural-end': { sign: 'in part', className: 'is-cut' },
  'rows-do-not-add-up': { sign: '', className: '' },
} as const

/** The printed rows with what of each is asked for. Each can be ticked, to be joined with others; between two an edge can be asked for. */
export function RowsTable({ deal, sha256, table, distribution, question, answer, side, askedId }: Props) {
  // Two edges are too long for the head of a column.
  const edge = question && (question.and ? 'between' : sayEdges(question, distribution.unit))
  const all: readonly Part[] =
    answer?.parts ?? distribution.rows.map(row => ({ row, rule: null, share: nothingOf(row) }))
  const isLong = all.length > mostRowsListed
  const listed = isLong && answer ? all.filter(({ rule }) => rule !== null) : all
  const rows = listed.slice(0, mostRowsListed)
  const { rows: printed, total } = distribution
  const hasLoans = printed.every(({ loanCount }) => loanCount !== null)
  const hasBalance = printed.every(({ balanceCents }) => balanceCents !== null)
  const amount = hasBalance ? 'balanceCents' : hasLoans ? 'loanCount' : 'balancePct'
  const most = printed.reduce((top, row) => Math.max(top, row[amount]?.high ?? 0), 0)
  const cuts = edgesByRow(distribution)
  const one = side === 'between' ? 'above' : side
  const isAsked = answer !== null
  const columns = {
    hasLoans,
    hasBalance,
    amount,
    most,
    isAsked,
    canJoin: askedId === undefined,
    table,
  } as const
  return (
    <>
      <table className="strat ask-rows" aria-label={table.title}>
        <thead>
          <tr>
            <th scope="col">{table.stub?.header ?? table.title}</th>
            {hasLoans && <th scope="col">Loans</th>}
            {hasBalance && <th scope="col">Balance, $</th>}
            <th scope="col" className="ask-lies">
              {edge === null ? 'Share' : `Lies ${edge}`}
            </th>
            {edge !== null && hasLoans && <th scope="col">Loans {edge}</th>}
            {edge !== null && hasBalance && <th scope="col">Balance {edge}, $</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(part => {
            const at = cuts.get(part.row.bucket)
            const cut = at !== undefined && {
              href: askHref(deal, sha256, askedId ?? table.id, { [one]: typedEdge(at, distribution.unit) }),
              says: `Ask ${sides[one]} ${sayFigure(at, distribution.unit)}`,
            }
            return <RowOf key={part.row.bucket} {...{ part, columns }} cut={cut || null} />
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All</th>
            {hasLoans && <td>{sayIf(total.loanCount, formatCount)}</td>}
            {hasBalance && <td>{sayPrinted(table, table.total?.values.balanceCents, total.balanceCents)}</td>}
            <td />
            {answer && hasLoans && <td>{sayIf(answer.loanCount, formatCount)}</td>}
            {answer && hasBalance && <td>{sayIf(answer.balanceCents, sayAmount)}</td>}
          </tr>
        </tfoot>
      </table>
      {isLong && (
        <p className="ask-more">
          {formatCount(all.length)} rows; listed are the first {formatCount(rows.length)}
          {edge === null ? '.' : ' that count in full or in part.'}
        </p>
      )}
    </>
  )
}

const nothingOf = ({ loanCount, balanceCents, balancePct, countPct }: Distribution['rows'][number]) => ({
  loanCount,
  balanceCents,
  balancePct,
  countPct,
})

/** The printed edge at which each row ends, by its bucket, where another row follows it. */
function edgesByRow(distribution: Distribution): ReadonlyMap<number, number> {
  const edges = edgesOf(distribution)
  const byRow = new Map<number, number>()
  for (const [order, { bucket, holds }] of distribution.rows.entries()) {
    const next = distribution.rows[order + 1]?.holds
    if (typeof holds !== 'object' || typeof next !== 'object') continue
    const [from, to] = [holds.span.high?.value ?? Infinity, next.span.low?.value ?? -Infinity]
    const edge = edges.find(({ at }) => from <= at && at <= to)
    if (edge) byRow.set(bucket, edge.at)
  }
  return byRow
}

type RowProps = {
  part: Part
  columns: {
    hasLoans: boolean
    hasBalance: boolean
    isAsked: boolean
    canJoin: boolean
    amount: 'balanceCents' | 'loanCount' | 'balancePct'
    most: number
    table: Props['table']
  }
  /** The question at the edge below the row. */
  cut: { href: string; says: string } | null
}

function RowOf({ part: { row, rule, share }, columns, cut }: RowProps) {
  const { hasLoans, hasBalance, isAsked, canJoin, amount, most, table } = columns
  const printed = table.buckets[row.bucket]?.values.balanceCents
  const kind = rule === null ? { sign: '', className: isAsked ? 'is-out' : '' } : kinds[rule]
  return (
    <tr className={kind.className}>
      <th scope="row">
        {canJoin ? (
          <label className="ask-tick">
            <input type="checkbox" name="row" value={row.bucket + 1} />
            {row.label}
          </label>
        ) : (
          row.label
        )}
      </th>
      {hasLoans && <td>{sayIf(row.loanCount, formatCount)}</td>}
      {hasBalance && <td>{sayPrinted(table, printed, row.balanceCents)}</td>}
      <td className="ask-lies">
        {share[amount] && <IntervalBar bound={share[amount]} most={most} height={10} />}
        <span className="ask-sign">{kind.sign}</span>
        {cut && (
          // biome-ignore lint/a11y/useAnchorContent: its label is what it says
          <a
            className="ask-cut"
            href={cut.href}
            aria-label={cut.says}
            title={cut.says}
            data-soft
            tabIndex={-1}
          />
        )}
      </td>
      {isAsked && hasLoans && <td>{sayIf(share.loanCount, formatCount)}</td>}
      {isAsked && hasBalance && (
        <td>{sayPrinted(table, rule === 'whole-rows' ? printed : null, share.balanceCents)}</td>
      )}
    </tr>
  )
}

const sayIf = (bound: Bound | null, say: (value: number) => string) =>
  bound === null ? '–' : sayBound(bound, say)
