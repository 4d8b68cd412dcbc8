import type { InventedMonth } from './invented-months.ts'

/** A loan as the annex counts it: cents. */
type Car = { score: number; state: string; rate: number; left: number }

const states: Readonly<Record<string, string>> = {
  TX: 'Texas',
  CA: 'California',
  OH: 'Ohio',
  FL: 'Florida',
  NY: 'New York',
}

/** The month's loans with something left, as the assets print them. */
function carsOf({ assets }: InventedMonth): Car[] {
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return assets
    .map(asset => ({
      score: Number(text(asset.obligorCreditScore)),
      state: text(asset.obligorGeographicLocation),
      rate: Number(text(asset.originalInterestRatePercentage)) * 100,
      left: Math.round(Number(text(asset.reportingPeriodActualEndBalanceAmount)) * 100),
    }))
    .filter(({ left }) => left > 0)
}

const dollars = (cents: number) => `$${(cents / 100).toFixed(2).replace(/\B(?=(?:\d{3})+\.)/g, ',')}`

type Row = { label: string; holds: (car: Car) => boolean }

function printTable(title: string, stub: string, rows: readonly Row[], cars: readonly Car[]): string {
  const all = cars.reduce((sum, { left }) => sum + left, 0)
  const line = (label: string, own: readonly Car[]) => {
    const sum = own.reduce((left, car) => left + car.left, 0)
    const share = `${((100 * sum) / all).toFixed(2)}%`
    return `${label.padEnd(30)}${String(own.length).padStart(12)}${dollars(sum).padStart(24)}${share.padStart(16)}`
  }
  const body = rows.map(({ label, holds }) => line(label, cars.filter(holds)))
  return [
    title.padStart(Math.floor((82 + title.length) / 2)),
    '',
    `${''.padEnd(30)}${'Number of'.padStart(12)}${'Aggregate'.padStart(24)}${'Percent of'.padStart(16)}`,
    `${stub.padEnd(30)}${'Loans'.padStart(12)}${'Principal Balance'.padStart(24)}${'Pool Balance'.padStart(16)}`,
    `${'-'.repeat(28).padEnd(30)}${'-----'.padStart(12)}${'-----------------'.padStart(24)}${'------------'.padStart(16)}`,
    ...body,
    `${''.padEnd(30)}${'====='.padStart(12)}${'================='.padStart(24)}${'============'.padStart(16)}`,
    line('Total', cars),
    '',
    '',
  ].join('\n')
}

/**
 * The annex of a prospectus of an invented trust, printed from a month's loans: scores in ranges of its own, rates, states. It is
 * not printed by what reads it, so it proves that the loans come to it.
 */
export function printAnnex(month: InventedMonth, trust: string, depositor: string): string {
  const cars = carsOf(month)
  const scores: Row[] = [
    { label: '560 to 599', holds: ({ score }) => score >= 560 && score <= 599 },
    { label: '600 to 649', holds: ({ score }) => score >= 600 && score <= 649 },
    { label: '650 to 699', holds: ({ score }) => score >= 650 && score <= 699 },
    { label: '700 to 819', holds: ({ score }) => score >= 700 && score <= 819 },
  ]
  const rates: Row[] = [
    { label: '3.00% to 5.49%', holds: ({ rate }) => rate < 5.495 },
    { label: '5.50% to 8.49%', holds: ({ rate }) => rate >= 5.495 && rate < 8.495 },
    { label: '8.50% to 11.99%', holds: ({ rate }) => rate >= 8.495 },
  ]
  const byState = Object.entries(states).map(([code, label]) => ({
    label,
    holds: ({ state }: Car) => state === code,
  }))
  return `                                 ${trust}
                               (Issuing Entity)

                                 ${depositor}
                                  (Depositor)

                              Characteristics of the Loans

${printTable('Credit Scores of the Loans', 'Range of Credit Scores', scores, cars)}
${printTable('Mortgage Rates of the Loans', 'Range of Mortgage Rates', rates, cars)}
${printTable('Geographic Distribution of the Loans', 'State', byState, cars)}`
}
