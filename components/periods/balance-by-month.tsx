import { drawMonthBars, sayMoneyTick } from '@/lib/charts/month-bars.ts'
import { formatCount, formatDifference, formatMoney } from '@/lib/format/index.ts'
import type { MonthOfDeal } from '@/lib/periods/index.ts'
import {
  listedOf,
  type MonthProps,
  MonthSection,
  MonthTable,
  NotTold,
  nameMonth,
  ToldCell,
} from './month-cells.tsx'
import { MonthChart } from './month-chart.tsx'

const cents = 100

/** What is left of the loans at the end of each month, and whether a month begins where the one before ended. */
export function BalanceByMonth({ deal, months }: MonthProps) {
  const isTold = months.some(({ amounts }) => amounts.end !== null)
  if (!isTold)
    return (
      <MonthSection
        id="balance"
        title="Balance"
        says="No filing of this deal tells what is left of its loans at the end of a month."
      />
    )
  return (
    <MonthSection
      id="balance"
      title="Balance"
      says={`What is left of all loans at the end of each month. ${sayMeeting(months)}`}
    >
      <MonthChart
        bars={drawMonthBars(
          months.map(({ month, amounts: { end } }) => ({
            month,
            parts: end && [{ ink: 1, value: end.cents }],
          })),
          { sayTick: sayMoneyTick, nameMonth },
        )}
        name={`Balance of ${deal.name} by month`}
        measured="Balance at the end of the month"
        says={new Map(months.map(one => [one.month, sayBalance(one)]))}
      />
      <MonthTable
        deal={deal}
        months={months}
        label="Balance by month"
        heads={['Loans', 'At the beginning, $', 'At the end, $', 'Apart from the month before, $']}
        cells={one => (
          <>
            <td>{formatCount(one.loans ?? 0)}</td>
            <ToldCell told={one.amounts.beginning} of={listedOf(one)} />
            <ToldCell told={one.amounts.end} of={listedOf(one)} />
            <td>
              {one.gapCents === null ? (
                <NotTold>–</NotTold>
              ) : one.gapCents === 0 ? (
                'none'
              ) : (
                formatDifference(one.gapCents / cents, 2)
              )}
            </td>
          </>
        )}
      />
    </MonthSection>
  )
}

/** Whether months begin with what the ones before ended with; nothing where no two stand beside each other. */
function sayMeeting(months: readonly MonthOfDeal[]): string {
  const gaps = months.flatMap(({ gapCents }) => (gapCents === null ? [] : [gapCents]))
  if (gaps.length === 0) return ''
  const apart = gaps.filter(cents => cents !== 0).length
  if (apart === 0) return 'Each month begins with what the one before ended with, wherever both are told.'
  const begin = apart === 1 ? 'One month begins' : `${formatCount(apart)} months begin`
  return `${begin} with another balance than the one before ended with: loans were added, taken out or corrected between them.`
}

function sayBalance({ month, amounts: { end } }: MonthOfDeal): string {
  return `${nameMonth(month)}: ${end === null ? 'not reported' : `$${formatMoney(end.cents)}`}`
}
