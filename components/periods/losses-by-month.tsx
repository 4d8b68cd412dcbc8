import { drawMonthBars, sayMoneyTick } from '@/lib/charts/month-bars.ts'
import { formatMoney } from '@/lib/format/index.ts'
import { listedOf, type MonthProps, MonthSection, MonthTable, nameMonth, ToldCell } from './month-cells.tsx'
import { MonthChart } from './month-chart.tsx'

/** What was charged off or lost in each month, and what came back of it. */
export function LossesByMonth({ deal, months }: MonthProps) {
  const isTold = months.some(({ amounts }) => amounts.losses !== null)
  const isRecovered = months.some(({ amounts }) => amounts.recovered !== null)
  if (!isTold && !isRecovered)
    return (
      <MonthSection
        id="losses"
        title="Losses"
        says="No loan in any filing of this deal tells a loss or charge-off. That is not the same as none: exhibits may leave the element out."
      />
    )
  return (
    <MonthSection
      id="losses"
      title="Losses"
      says="Principal charged off, or realized losses, by month, as far as loans tell it; a month in which no loan tells any is not reported, which is not the same as none."
    >
      <MonthChart
        bars={drawMonthBars(
          months.map(({ month, amounts: { losses } }) => ({
            month,
            parts: losses && [{ ink: 3, value: losses.cents }],
          })),
          { sayTick: sayMoneyTick, nameMonth },
        )}
        name={`Losses of ${deal.name} by month`}
        measured="Charged off or lost in the month"
        says={
          new Map(
            months.map(({ month, amounts: { losses } }) => [
              month,
              `${nameMonth(month)}: ${losses === null ? 'not reported' : `$${formatMoney(losses.cents)}`}`,
            ]),
          )
        }
      />
      <MonthTable
        deal={deal}
        months={months}
        label="Losses by month"
        heads={['Charged off or lost, $', 'Recovered, $']}
        cells={one => (
          <>
            <ToldCell told={one.amounts.losses} of={listedOf(one)} />
            <ToldCell told={one.amounts.recovered} of={listedOf(one)} />
          </>
        )}
      />
    </MonthSection>
  )
}
