import {
  type Asked,
  type Bound,
  type NewBucket,
  type RowBeside,
  rowsWithoutFigure,
  sayBound,
  sayPercents,
  saySpan,
  totalBeside,
} from '@/lib/distributions/index.ts'
import { formatCount, formatDecimal } from '@/lib/format/index.ts'
import type { AskPlace } from './ask-place.ts'
import { IntervalBar } from './interval-bar.tsx'
import { JoinRows } from './join-rows.tsx'

type Parted = Extract<Asked, { kind: 'edges'; problem: null }>
type Props = AskPlace & { asked: Parted }

/** A table regrouped: the printed rows with what each becomes a part of, and the new rows, exact where their edges are printed ones. */
export function NewEdges({ asked, ...place }: Props) {
  return (
    <div className="ask-regrouped">
      {!asked.distribution.groups && (
        <JoinRows {...place} edges={asked.typed} count={asked.distribution.rows.length}>
          <PrintedRows {...place} asked={asked} />
        </JoinRows>
      )}
      <NewRows table={place.table} asked={asked} />
    </div>
  )
}

/** Rows beyond are not listed here: they are in the table of the deal. */
const mostRowsListed = 120

/** The printed rows, joined by brackets where they become one. */
function PrintedRows({ table, asked: { distribution, buckets } }: Props) {
  const shown = distribution.rows.slice(0, mostRowsListed)
  const stays = (order: number) => shown[order]?.holds === 'none'
  const origin = table.computed ? 'as the page has them' : 'as printed'
  const home = shown.map(({ bucket }) => homesOf(buckets, bucket))
  return (
    <table className="strat ask-printed" aria-label={`${table.title}, ${origin}`}>
      <thead>
        <tr>
          <th scope="col">
            {table.stub?.header ?? table.title}, {origin}
          </th>
          <th scope="col">Becomes</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ bucket, label }, order) => {
          const homes = home[order] ?? []
          const key = homes.join()
          const isFirst = order === 0 || home[order - 1]?.join() !== key
          const rest = home.slice(order).findIndex(other => other.join() !== key)
          return (
            <tr key={bucket}>
              <th scope="row">
                <label className="ask-tick">
                  <input type="checkbox" name="row" value={bucket + 1} />
                  {label}
                </label>
              </th>
              {isFirst && (
                <td rowSpan={rest < 0 ? home.length - order : rest} className={bracketOf(homes)}>
                  {homes.map(one => saySpanOf(buckets[one], distribution)).join(' or ') ||
                    (stays(order) ? 'a row of its own' : 'no row')}
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The new rows that a printed one has loans in, or may have. */
function homesOf(buckets: readonly NewBucket[], bucket: number): number[] {
  return buckets.flatMap(({ answer }, order) => {
    const rule = answer.parts[bucket]?.rule ?? null
    return rule === null || rule === 'no-figure' ? [] : [order]
  })
}

const bracketOf = ({ length }: readonly number[]) => (length > 1 ? 'ask-bracket is-cut' : 'ask-bracket')

const saySpanOf = (bucket: NewBucket | undefined, distribution: Parted['distribution']) =>
  bucket ? saySpan(bucket.span, distribution) : ''

function NewRows({ table, asked: { buckets, distribution } }: { table: Props['table']; asked: Parted }) {
  const amount = buckets.every(({ answer }) => answer.balancePct) ? 'balancePct' : 'countPct'
  const most = buckets.reduce((all, { answer }) => Math.max(all, answer[amount]?.high ?? 0), 0)
  const has = (which: 'loanCount' | 'balanceCents') => buckets.every(({ answer }) => answer[which] !== null)
  const [hasLoans, hasBalance] = [has('loanCount'), has('balanceCents')]
  const total = totalBeside(distribution)
  const cellsOf = (row: Omit<RowBeside, 'label'>) => (
    <>
      {hasLoans && <td>{say(row.loanCount, formatCount)}</td>}
      {hasBalance && <td>{say(row.balanceCents, cents => formatDecimal(cents / 100, 2))}</td>}
    </>
  )
  return (
    <section className="ask-scroll" tabIndex={0} aria-label={`${table.title}, regrouped, row by row`}>
      <table className="strat ask-rows" aria-label={`${table.title}, regrouped`}>
        <thead>
          <tr>
            <th scope="col">{table.stub?.header ?? table.title}, regrouped</th>
            {hasLoans && <th scope="col">Loans</th>}
            {hasBalance && <th scope="col">Balance, $</th>}
            <th scope="col" className="ask-lies">
              {amount === 'balancePct' ? 'Share of balance' : 'Share of loans'}
            </th>
            <th scope="col">{amount === 'balancePct' ? '% of balance' : '% of loans'}</th>
            <th scope="col">Made from</th>
          </tr>
        </thead>
        <tbody>
          {buckets.map(({ span, answer }) => {
            const share = answer[amount]
            return (
              <tr key={saySpan(span, distribution)} className={answer.exact ? '' : 'is-cut'}>
                <th scope="row">{saySpan(span, distribution)}</th>
                {cellsOf(answer)}
                <td className="ask-lies">{share && <IntervalBar bound={share} most={most} height={10} />}</td>
                <td>{share ? sayPercents(share) : '–'}</td>
                <td>{sayParts(answer.parts.filter(({ rule }) => rule !== null && rule !== 'no-figure'))}</td>
              </tr>
            )
          })}
          {rowsWithoutFigure(distribution).map(row => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              {cellsOf(row)}
              <td className="ask-lies" />
              <td>{row[amount] ? sayPercents(row[amount]) : '–'}</td>
              <td>1 row</td>
            </tr>
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr>
              <th scope="row">{total.label}</th>
              {cellsOf(total)}
              <td className="ask-lies" />
              <td>{total[amount] ? sayPercents(total[amount]) : '–'}</td>
              <td />
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}

const say = (bound: Bound | null, figure: (value: number) => string) =>
  bound === null ? '–' : sayBound(bound, figure)

/** > 3 rows   2 rows, 1 of them in part */
function sayParts(parts: readonly { rule: string | null; share: { loanCount: Bound | null } }[]): string {
  const cut = parts.filter(({ rule }) => rule !== 'whole-rows').length
  const rows = `${formatCount(parts.length)} ${parts.length === 1 ? 'row' : 'rows'}`
  if (cut === 0) return parts.length === 0 ? 'no row' : rows
  return cut === parts.length ? `${rows} in part` : `${rows}, ${formatCount(cut)} in part`
}
