import { drawMonthBars, sayMoneyTick } from '@/lib/charts/month-bars.ts'
import { formatCount, formatDecimal, formatMoney } from '@/lib/format/index.ts'
import { type MonthOfDeal, noSpeedSays } from '@/lib/periods/index.ts'
import {
  listedOf,
  type MonthProps,
  MonthSection,
  MonthTable,
  NotTold,
  nameMonth,
  reasonsHead,
  ToldCell,
} from './month-cells.tsx'
import { MonthChart } from './month-chart.tsx'

/** What was paid before it was due, where loans tell it, and the loans that left the pool in each month with the reason given. */
export function PaymentsByMonth({ deal, months }: MonthProps) {
  const tellsUnscheduled = months.some(({ amounts }) => amounts.unscheduled !== null)
  const shownOf = (one: MonthOfDeal) =>
    tellsUnscheduled ? (one.amounts.unscheduled?.cents ?? null) : leftCents(one)
  if (months.every(one => shownOf(one) === null))
    return (
      <MonthSection
        id="payments"
        title="Prepayments"
        says="No filing of this deal tells unscheduled principal, or what loans had at the beginning of a month."
      />
    )
  const measured = tellsUnscheduled
    ? 'Unscheduled principal of the month'
    : 'Balance at the beginning of loans that left in the month'
  return (
    <MonthSection
      id="payments"
      title="Prepayments"
      says={`${tellsUnscheduled ? 'Unscheduled principal is what was prepaid, curtailed or came of liquidations.' : 'These loans tell no unscheduled principal: shown is what left the pool, with the reason that each loan gives.'} ${saySpeeds(months)}`}
    >
      <MonthChart
        bars={drawMonthBars(
          months.map(one => {
            const value = shownOf(one)
            return { month: one.month, parts: value === null ? null : [{ ink: 1, value }] }
          }),
          { sayTick: sayMoneyTick, nameMonth },
        )}
        name={`${measured}, ${deal.name}`}
        measured={measured}
        says={
          new Map(
            months.map(one => {
              const value = shownOf(one)
              return [
                one.month,
                `${nameMonth(one.month)}: ${value === null ? 'not reported' : `$${formatMoney(value)}`}`,
              ]
            }),
          )
        }
      />
      <MonthTable
        deal={deal}
        months={months}
        label="Prepayments by month"
        heads={[
          ...(tellsUnscheduled ? ['Unscheduled principal, $', 'CPR, %'] : ['Principal collected, $']),
          'Loans that left',
          'Their balance at the beginning, $',
          reasonsHead,
        ]}
        cells={one => (
          <>
            <ToldCell
              told={tellsUnscheduled ? one.amounts.unscheduled : one.amounts.collected}
              of={listedOf(one)}
            />
            {tellsUnscheduled && <SpeedCell month={one} />}
            <LeftCells month={one} />
          </>
        )}
      />
    </MonthSection>
  )
}

/** Of months without a speed the reasons, each once. */
function saySpeeds(months: readonly MonthOfDeal[]): string {
  const reasons = new Set(
    months.flatMap(({ filing, speed }) => (filing && 'reason' in speed ? [noSpeedSays[speed.reason]] : [])),
  )
  return [...reasons].join(' ')
}

const leftCents = ({ left }: MonthOfDeal) =>
  left === null ? null : left.reduce((sum, { beginningCents }) => sum + beginningCents, 0)

function SpeedCell({ month: { speed } }: { month: MonthOfDeal }) {
  if ('reason' in speed)
    return (
      <td>
        <NotTold>not proven</NotTold>
      </td>
    )
  return (
    <td>
      {formatDecimal(speed.cprPct, 2)}
      <small>{formatDecimal(speed.smmPct, 3)} a month</small>
    </td>
  )
}

function LeftCells({ month }: { month: MonthOfDeal }) {
  const { left } = month
  if (left === null)
    return (
      <td colSpan={3}>
        <NotTold />
      </td>
    )
  const loans = left.reduce((sum, one) => sum + one.loans, 0)
  return (
    <>
      <td>{formatCount(loans)}</td>
      <td>{formatMoney(leftCents(month) ?? 0)}</td>
      <td className="month-words">
        {left.map(one => `${one.reason ?? 'No reason given'}: ${formatCount(one.loans)}`).join('; ') || '–'}
      </td>
    </>
  )
}
