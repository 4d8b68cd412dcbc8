import { type Asked, type Bound, sayBound, sayPercents, saySpan } from '@/lib/distributions/index.ts'
import { formatCount, formatDecimal } from '@/lib/format/index.ts'
import type { Stratification } from '@/lib/report.ts'
import { IntervalBar } from './interval-bar.tsx'

type Parted = Extract<Asked, { kind: 'edges'; problem: null }>

/** A table regrouped: each new row with what it is made of, exact where its edges are printed ones. */
export function NewEdges({
  table,
  asked: { buckets, distribution },
}: {
  table: Stratification
  asked: Parted
}) {
  const exact = buckets.filter(({ answer }) => answer.exact).length
  const amount = buckets.every(({ answer }) => answer.balancePct) ? 'balancePct' : 'countPct'
  const most = buckets.reduce((all, { answer }) => Math.max(all, answer[amount]?.high ?? 0), 0)
  const has = (which: 'loanCount' | 'balanceCents') => buckets.every(({ answer }) => answer[which] !== null)
  const [hasLoans, hasBalance] = [has('loanCount'), has('balanceCents')]
  return (
    <section className="ask-answer" aria-labelledby="ask-answer">
      <h2 id="ask-answer">
        {formatCount(distribution.rows.length)} rows regrouped into {formatCount(buckets.length)},{' '}
        {exact === buckets.length ? 'all exact.' : `${formatCount(exact)} of them exact.`}
      </h2>
      <p className="ask-amounts">
        Shares come from balances where they are printed, never from added percents. An edge that the filing
        does not print cuts a row: what of it lies on either side is then told as an interval.
      </p>
      <div className="ask-scroll">
        <table className="strat ask-rows">
          <thead>
            <tr>
              <th scope="col">{table.stub?.header ?? table.title}</th>
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
                  {hasLoans && <td>{say(answer.loanCount, formatCount)}</td>}
                  {hasBalance && <td>{say(answer.balanceCents, cents => formatDecimal(cents / 100, 2))}</td>}
                  <td className="ask-lies">
                    {share && <IntervalBar bound={share} most={most} height={10} />}
                  </td>
                  <td>{share ? sayPercents(share) : '–'}</td>
                  <td>
                    {sayParts(answer.parts.filter(({ rule }) => rule !== null && rule !== 'no-figure'))}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
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
