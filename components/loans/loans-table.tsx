import { ArrowDownIcon, ArrowUpIcon } from '@/components/shell/icons.tsx'
import { loanHref, loansHref } from '@/lib/addresses/loans-address.ts'
import { unitName } from '@/lib/export/export-table.ts'
import { type AskedLoans, keptQuery } from '@/lib/server/loans-query.ts'
import type { LoanKey } from '@/lib/tape/loan-key.ts'
import { isRepeated, nameLoan } from '@/lib/tape/loan-number.ts'
import { decimalsOf, sayLoanValue } from '@/lib/tape/say-value.ts'

export type TapeOfDeal = { deal: { slug: string; chosen: string }; sha256: string }

type Props = {
  of: TapeOfDeal
  asked: AskedLoans
  query: URLSearchParams
  /** The loans that the page shows, by their order among all. */
  shown: readonly number[]
}

const isFigure = ({ unit }: LoanKey) => unit !== 'text' && unit !== 'date'

/** A page of loans, a row each, in a box of its own that scrolls sideways with their numbers held. */
export function LoansTable({ of, asked, query, shown }: Props) {
  const { loans, values, columns } = asked
  const cells = columns.map(by => {
    const own = shown.map(loan => values.valueOf(loan, by))
    const decimals = decimalsOf(own, by)
    return own.map(value => sayLoanValue(value, by, decimals))
  })
  return (
    <section className="loans-scroll scrolls" tabIndex={0} aria-label="Loans, scrolls sideways">
      <table className="loans-table">
        <thead>
          <tr>
            <LoanHeader {...{ of, asked, query }} />
            {columns.map(by => (
              <ColumnHeader key={by.key} {...{ of, asked, query, by }} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((loan, order) => {
            const name = nameLoan(loans, loan)
            const repeated = isRepeated(loans, name)
            return (
              <tr key={loan}>
                <th scope="row">
                  <a href={loanHref(of.deal, of.sha256, repeated ? name : { number: name.number })}>
                    {name.number ?? `Line ${name.line}`}
                  </a>
                </th>
                {columns.map((by, column) => (
                  <td key={by.key} className={isFigure(by) ? 'figures' : undefined}>
                    {cells[column]?.[order] ?? <span className="loans-untold">–</span>}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

type HeaderProps = Pick<Props, 'of' | 'asked' | 'query'>

/** The numbers of loans: their order is that of the exhibit, or that of the numbers. */
function LoanHeader({ of, asked, query }: HeaderProps) {
  const { sort } = asked
  return (
    <th scope="col" aria-sort={sort === null ? 'none' : undefined}>
      {sort === null ? (
        <span>Loan</span>
      ) : (
        <a
          href={loansHref(of.deal, of.sha256, keptQuery(query, { sort: null }))}
          title="In the order of the filing"
        >
          Loan
        </a>
      )}
    </th>
  )
}

/** The name of a column, which sorts by it: figures the largest first, words from A, the other way when it does already. */
function ColumnHeader({ of, asked: { sort }, query, by }: HeaderProps & { by: LoanKey }) {
  const isSorted = sort?.by.key === by.key
  const descends = isSorted ? !sort.descending : isFigure(by)
  const href = loansHref(of.deal, of.sha256, keptQuery(query, { sort: `${descends ? '-' : ''}${by.key}` }))
  const unit = unitName(by.unit)
  const direction = isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined
  return (
    <th scope="col" aria-sort={direction} className={isFigure(by) ? 'figures' : undefined}>
      <a href={href}>
        {by.title}
        {unit && <small>, {unit}</small>}
        {direction === 'ascending' && <ArrowUpIcon size={12} />}
        {direction === 'descending' && <ArrowDownIcon size={12} />}
      </a>
    </th>
  )
}
