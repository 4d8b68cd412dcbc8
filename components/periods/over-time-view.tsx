import { PageHead } from '@/components/sharing/page-head.tsx'
import { PrintHead } from '@/components/sharing/print-head.tsx'
import { overTimeHref } from '@/lib/addresses/over-time-address.ts'
import { filingHref } from '@/lib/addresses/place-address.ts'
import { formatCountOf } from '@/lib/format/index.ts'
import type { DealRecord } from '@/lib/library/index.ts'
import type { MonthFiling, OverTime } from '@/lib/periods/index.ts'
import { BalanceByMonth } from './balance-by-month.tsx'
import { LossesByMonth } from './losses-by-month.tsx'
import { nameMonth } from './month-cells.tsx'
import { PaymentsByMonth } from './payments-by-month.tsx'
import { StatusByMonth } from './status-by-month.tsx'

type Props = { deal: DealRecord; overTime: OverTime }

/** A deal's loans month by month: what is left of them, how far they are behind, what was prepaid and lost. */
export function OverTimeView({ deal, overTime }: Props) {
  const { months, undated } = overTime
  return (
    <main id="main" tabIndex={-1} className="deal ask periods">
      <PrintHead name={`${deal.name} over time`} url={overTimeHref(deal.slug)} />
      <div className="deal-top">
        <PageHead
          trail={[{ name: deal.name, href: deal.url }]}
          title={`${deal.name} over time`}
          says={<p>{saySpan(overTime)}</p>}
          actions={
            <a className="button" href={overTimeHref(deal.slug, '/api/deals')}>
              JSON
            </a>
          }
        />
      </div>
      <svg width="0" height="0" aria-hidden="true" className="ask-defs">
        <defs>
          <pattern
            id="month-hatch"
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d="M0 0v5" className="month-hatch" />
          </pattern>
        </defs>
      </svg>
      <Aside deal={deal} overTime={overTime} undated={undated} />
      {months.length > 0 && (
        <>
          <BalanceByMonth deal={deal} months={months} />
          <StatusByMonth deal={deal} months={months} />
          <PaymentsByMonth deal={deal} months={months} />
          <LossesByMonth deal={deal} months={months} />
        </>
      )}
    </main>
  )
}

/** > Computed from the loans of 5 filings, January 2024 to June 2024. */
function saySpan({ months }: OverTime): string {
  const filings = months.filter(({ filing }) => filing !== null).length
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return 'No filing of this deal holds its loans for a period that it names.'
  const span =
    first === last ? nameMonth(first.month) : `${nameMonth(first.month)} to ${nameMonth(last.month)}`
  const loans = `Computed from the loans of ${formatCountOf(filings, 'filing')}, ${span}.`
  return first === last ? `${loans} Add another month’s exhibit to see what changes.` : loans
}

/** What is not in the charts, and why. */
function Aside({ deal, overTime: { months }, undated }: Props & { undated: readonly MonthFiling[] }) {
  const missing = months.filter(({ filing }) => filing === null)
  const doubled = months.filter(({ alsoIn }) => alsoIn.length > 0)
  if (missing.length + doubled.length + undated.length === 0) return null
  return (
    <section aria-label="What is not shown">
      {missing.length > 0 && (
        <p>
          No filing of the deal reports {missing.map(({ month }) => nameMonth(month)).join(', ')}; nothing is
          shown for what is not reported.
        </p>
      )}
      {doubled.map(({ month, filing, alsoIn }) => (
        <p key={month}>
          {formatCountOf(alsoIn.length + 1, 'filing')} report {nameMonth(month)}; one counts
          {filing && `, ${filing.name}`}: an amendment rather than what it amends, else the last that was
          filed, else the last that was added. Not counted: <Filings deal={deal} filings={alsoIn} />.
        </p>
      ))}
      {undated.length > 0 && (
        <p>
          Loans without the end of a period, and so without a place in time:{' '}
          <Filings deal={deal} filings={undated} />.
        </p>
      )}
    </section>
  )
}

function Filings({ deal, filings }: { deal: DealRecord; filings: readonly MonthFiling[] }) {
  return filings.map(({ sha256, name }, order) => (
    <span key={sha256}>
      {order > 0 && ', '}
      <a href={filingHref(deal, sha256)}>{name}</a>
    </span>
  ))
}
