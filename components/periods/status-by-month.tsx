import { drawMonthBars, type MonthInk, sayPercentTick } from '@/lib/charts/month-bars.ts'
import { formatCountOf, formatDecimal } from '@/lib/format/index.ts'
import { type MonthOfDeal, type StatusShare, statusNames, statusOrder } from '@/lib/periods/index.ts'
import type { LoanStatus } from '@/lib/report.ts'
import { type MonthProps, MonthSection, MonthTable, NotTold, nameMonth } from './month-cells.tsx'
import { MonthChart } from './month-chart.tsx'

/** What is behind by 30 days and more, or by payments, from below. */
const behind: readonly { status: LoanStatus; ink: MonthInk }[] = [
  { status: '30-59', ink: 2 },
  { status: '60-89', ink: 1 },
  { status: '90-and-over', ink: 3 },
  { status: 'matured-not-performing', ink: 4 },
  { status: 'one-payment', ink: 2 },
  { status: 'two-payments', ink: 1 },
  { status: 'three-payments-and-over', ink: 3 },
]

/** What all of these are called together, by what their form counts in. */
const behindBy = {
  days: 'are 30 days and more behind',
  payments: 'have payments past due',
} as const
type Counted = keyof typeof behindBy

function countedIn(months: readonly MonthOfDeal[]): Counted {
  const payments: readonly LoanStatus[] = ['one-payment', 'two-payments', 'three-payments-and-over']
  return months.some(({ statuses }) => payments.some(status => statuses?.has(status))) ? 'payments' : 'days'
}

type Share = (one: StatusShare) => number

/** How far loans are behind with their payments, in shares of the balance where every month tells that. */
export function StatusByMonth({ deal, months }: MonthProps) {
  const told = months.filter(({ statuses }) => statuses !== null)
  if (told.length === 0)
    return (
      <MonthSection
        id="status"
        title="Delinquency"
        says="No filing of this deal tells how far its loans are behind with their payments."
      />
    )
  const shares = told.flatMap(({ statuses }) => [...(statuses?.values() ?? [])])
  const isByBalance = shares.every(({ balancePct }) => balancePct !== null)
  const shareOf: Share = ({ balancePct, loansPct }) => (isByBalance ? (balancePct ?? 0) : loansPct)
  const shown = statusOrder.filter(status => told.some(({ statuses }) => statuses?.has(status)))
  const words = behindBy[countedIn(told)]
  const by = isByBalance ? 'balance' : 'loans'
  return (
    <MonthSection
      id="status"
      title="Delinquency"
      says={`How far loans are behind at the end of each month, in percent of ${isByBalance ? 'what is left of them' : 'their number, for not every loan tells what is left of it'}. Loans that are paid off or charged off count no more; those within their days of grace are current.`}
    >
      <MonthChart
        bars={drawMonthBars(
          months.map(one => ({ month: one.month, parts: partsOf(one, shareOf) })),
          { sayTick: sayPercentTick, nameMonth },
        )}
        name={`Loans of ${deal.name} that ${words}, by month`}
        measured={`${words === behindBy.days ? '30 days and more behind' : 'Payments past due'}, percent of ${by}`}
        legend={behind
          .filter(({ status }) => shown.includes(status))
          .map(({ status, ink }) => ({ ink, name: statusNames[status] }))}
        says={new Map(months.map(one => [one.month, sayBehind(one, shareOf, words)]))}
      />
      <MonthTable
        deal={deal}
        months={months}
        label="Delinquency by month"
        heads={shown.map(status => `${statusNames[status]}, %`)}
        cells={({ statuses }) =>
          shown.map(status => (
            <StatusCell key={status} share={statuses?.get(status)} {...{ statuses, shareOf }} />
          ))
        }
      />
    </MonthSection>
  )
}

type CellProps = { share: StatusShare | undefined; statuses: MonthOfDeal['statuses']; shareOf: Share }

function StatusCell({ share, statuses, shareOf }: CellProps) {
  if (statuses === null)
    return (
      <td>
        <NotTold />
      </td>
    )
  if (!share) return <td>0.00</td>
  return (
    <td>
      {formatDecimal(shareOf(share), 2)}
      <small>{formatCountOf(share.loans, 'loan')}</small>
    </td>
  )
}

function partsOf({ statuses }: MonthOfDeal, shareOf: Share) {
  if (statuses === null) return null
  return behind.map(({ status, ink }) => {
    const share = statuses.get(status)
    return { ink, value: share ? shareOf(share) : 0 }
  })
}

function sayBehind(one: MonthOfDeal, shareOf: Share, words: string): string {
  const parts = partsOf(one, shareOf)
  if (parts === null) return `${nameMonth(one.month)}: not reported`
  const all = parts.reduce((sum, { value }) => sum + value, 0)
  return `${nameMonth(one.month)}: ${formatDecimal(all, 2)}% ${words}`
}
