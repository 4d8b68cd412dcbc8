import { PageHead } from '@/components/sharing/page-head.tsx'
import { CrossIcon } from '@/components/shell/icons.tsx'
import { Page } from '@/components/shell/page.tsx'
import { PageLinks } from '@/components/shell/page-links.tsx'
import { loansCallHref, loansHref } from '@/lib/addresses/loans-address.ts'
import { formatCount, formatMoney } from '@/lib/format/index.ts'
import type { DealRecord } from '@/lib/library/index.ts'
import { type AskedLoans, keptQuery } from '@/lib/server/loans-query.ts'
import { parameterOfLoans } from '@/lib/tape/filters.ts'
import { describeLoanFilter } from '@/lib/tape/loan-filter-words.ts'
import { LoanColumnChoice } from './column-choice.tsx'
import { LoansTable } from './loans-table.tsx'

/** Loans on one page. */
export const loansOnPage = 100

type Props = { deal: DealRecord; sha256: string; asked: AskedLoans; query: URLSearchParams; page: number }

/** The loans of a filing as a table, a page of them at a time, sorted and filtered where the whole tape is. */
export function LoansView({ deal, sha256, asked, query, page }: Props) {
  const { found, problems } = asked
  const of = { deal, sha256 }
  const count = Math.max(1, Math.ceil(found.length / loansOnPage))
  const from = (page - 1) * loansOnPage
  const shown = found.slice(from, from + loansOnPage)
  const hrefOf = (one: number) =>
    loansHref(deal, sha256, keptQuery(query, one > 1 ? { page: String(one) } : {}))
  return (
    <Page className="deal loans">
      <div className="deal-top">
        <PageHead
          trail={[{ name: deal.name, href: deal.url }]}
          title="Loans"
          says={<p>{sayLoans(asked)}</p>}
          actions={<Exports {...{ of, query }} />}
        />
      </div>
      <section aria-label="Loans">
        {problems.map(({ parameter, problem }) => (
          <p key={`${parameter} ${problem}`} role="alert" className="ask-problem">
            {problem} It is left out.
          </p>
        ))}
        <div className="loans-bar">
          <LoanColumnChoice {...{ of, asked, query }} />
          <Filters {...{ of, asked, query }} />
        </div>
        {shown.length > 0 ? (
          <LoansTable {...{ of, asked, query, shown }} />
        ) : (
          <p className="loans-none">
            No loan is like this. <a href={loansHref(deal, sha256, ofTheTable(query))}>Show all loans</a>
          </p>
        )}
        <PageLinks label="Pages of loans" page={page} count={count} hrefOf={hrefOf}>
          {shown.length > 0 &&
            `Loans ${formatCount(from + 1)} to ${formatCount(from + shown.length)} of ${formatCount(found.length)}${sayOrder(asked)}.`}
        </PageLinks>
      </section>
    </Page>
  )
}

/** > 62 loans, $729,201,712.93 by scheduled balance at securitization.   12 of 62 loans, $80,000,000.00 … */
function sayLoans({ loans, found, filters, balanceCents, filtered }: AskedLoans): string {
  const all = loans.loans.length
  const many = (count: number) => `${formatCount(count)} ${count === 1 ? 'loan' : 'loans'}`
  const which = filters.length === 0 ? many(all) : `${formatCount(found.length)} of ${many(all)}`
  const open = filtered.open.loans
  const says = [`${which}, $${formatMoney(balanceCents)} by ${loans.balance.name}.`]
  if (open > 0) says.push(`Of ${many(open)} more it is not told whether they are meant.`)
  if (loans.paidOff > 0)
    says.push(
      `${many(loans.paidOff)} with nothing left of them ${loans.paidOff === 1 ? 'is' : 'are'} not listed.`,
    )
  return says.join(' ')
}

function sayOrder({ sort }: AskedLoans): string {
  if (sort === null) return ', as the filing lists them'
  const { by, descending } = sort
  const isWords = by.unit === 'text' || by.unit === 'date'
  const first = isWords ? (descending ? 'last' : 'first') : descending ? 'largest' : 'least'
  return `, the ${first} ${by.title} before others`
}

/** What of an address is of the table alone and leaves no loan out. */
function ofTheTable(query: URLSearchParams): [string, string][] {
  return keptQuery(query).filter(([name]) => name === 'columns' || name === 'sort')
}

type BarProps = { of: { deal: DealRecord; sha256: string }; query: URLSearchParams }

function Exports({ of: { deal, sha256 }, query }: BarProps) {
  const kept = keptQuery(query)
  const forms = [
    ['.csv', 'CSV'],
    ['.xlsx', 'XLSX'],
    ['.parquet', 'Parquet'],
    ['', 'JSON'],
  ] as const
  return forms.map(([form, name]) => (
    <a key={form} className="button" href={loansCallHref(deal, sha256, form, kept)}>
      {name}
    </a>
  ))
}

/** What narrows the loans, each a chip that a click takes off. */
function Filters({ of: { deal, sha256 }, query, asked: { filters } }: BarProps & { asked: AskedLoans }) {
  return filters.map(filter => {
    const { name, limits } = describeLoanFilter(filter)
    const parameter = parameterOfLoans(filter)
    const left = keptQuery(query).filter(
      ([one, typed]) => one !== parameter || !isOf(filter.typed, typed, filter),
    )
    return (
      <a
        key={`${parameter} ${filter.typed}`}
        className="chip chosen-chip"
        href={loansHref(deal, sha256, left)}
      >
        <span className="sr-only">Remove </span>
        <strong>{name}</strong> {limits}
        <CrossIcon size={12} />
      </a>
    )
  })
}

/** Names of one key are one filter, however many parameters they stand in. */
function isOf(own: string, typed: string, filter: object): boolean {
  return 'names' in filter || typed.trim() === own
}
