import { describe, expect, it } from 'vitest'
import { readFiling } from '../read-filing.ts'
import type { Tape } from '../report.ts'
import { exhibitOf, inventMonths } from '../testing/invented-months.ts'
import { type PrintedAsset, printExhibit } from '../testing/print-exhibit.ts'
import { sharedMarks } from './loan-marks.ts'

function read(text: string): Tape {
  const read = readFiling(Buffer.from(text), 'ex102.xml')
  if ('refusal' in read || read.report.tape === null) throw new Error('The exhibit is not read.')
  return read.report.tape
}

const office = {
  assetNumber: '1',
  originalLoanAmount: '10000000.00',
  originationDate: '01-15-2024',
  scheduledPrincipalBalanceSecuritizationAmount: '10000000.00',
  reportPeriodBeginningScheduleLoanBalanceAmount: '9900000.00',
  scheduledPrincipalAmount: '10000.00',
  unscheduledPrincipalCollectedAmount: '0.00',
  reportPeriodEndScheduledLoanBalanceAmount: '9890000.00',
  paymentStatusLoanCode: '0',
} satisfies PrintedAsset

describe('what a period reports', () => {
  const [, second] = inventMonths(2)

  it('is summed over all loans listed, those that left in it too', () => {
    if (!second) throw new Error('No second month.')
    const { period } = read(exhibitOf(second))
    expect(period.from).toBe('2024-02-01')
    expect(period.amounts.beginning?.cents).toBe(second.beginning)
    expect(period.amounts.end?.cents).toBe(second.endCents)
    expect(period.amounts.losses).toMatchObject({ cents: second.losses, loans: 1 })
    expect(period.left).toEqual([
      { reason: 'Prepaid or Matured', loans: 1, beginningCents: second.paidOff },
      { reason: 'Charged-off', loans: 1, beginningCents: second.losses },
    ])
  })

  it('sorts loans that something is left of by days behind, and no loan that is gone', () => {
    if (!second) throw new Error('No second month.')
    const { period, loans } = read(exhibitOf(second))
    const days = second.byDays
    expect(period.statuses?.rows.map(({ status, loans: count }) => [status, count])).toEqual([
      ['current', days['0']],
      ['under-30', days['12']],
      ['30-59', days['31']],
      ['60-89', days['64']],
      ['90-and-over', days['95']],
    ])
    expect(Object.values(days).reduce((sum, count) => sum + count, 0)).toBe(loans)
  })

  it('is null where no loan tells it, and never nothing', () => {
    const { scheduledPrincipalAmount: _, paymentStatusLoanCode: __, ...others } = office
    const { period } = read(printExhibit('cmbs', [others]))
    expect(period.amounts.scheduled).toBeNull()
    expect(period.amounts.losses).toBeNull()
    expect(period.amounts.unscheduled).toMatchObject({ cents: 0, loans: 1 })
    expect(period.statuses).toBeNull()
  })

  it('keeps loans of which a status is not told apart', () => {
    const { paymentStatusLoanCode: _, ...without } = office
    const { period } = read(
      printExhibit('cmbs', [
        { ...office, paymentStatusLoanCode: '3' },
        { ...without, assetNumber: '2' },
      ]),
    )
    expect(period.statuses).toMatchObject({
      rows: [{ status: '90-and-over', loans: 1, balanceCents: 989_000_000 }],
      untold: 1,
      untoldCents: 989_000_000,
    })
  })

  it('tells a day after which a payment is late by its number alone, and no negative one', () => {
    const [month] = inventMonths(1, 3)
    const days = ['29', '30', '-1']
    const assets = (month?.assets ?? []).map((asset, index) => ({
      ...asset,
      reportingPeriodActualEndBalanceAmount: '100.00',
      currentDelinquencyStatus: days[index] ?? '0',
    }))
    const { period } = read(printExhibit('auto-loan', assets))
    expect(period.statuses?.rows.map(({ status, loans }) => [status, loans])).toEqual([
      ['under-30', 1],
      ['30-59', 1],
    ])
    expect(period.statuses?.untold).toBe(1)
  })

  it('counts payments past due as payments, for nobody says how many days these are', () => {
    const assets = ['0', '1', '2', '3', '7', '-1'].map((payments, index) => ({
      assetNumber: String(index),
      reportingPeriodEndActualBalanceAmount: '100.00',
      paymentPastDueNumber: payments,
    }))
    const { statuses } = read(printExhibit('rmbs', assets)).period
    expect(statuses?.rows.map(({ status, loans }) => [status, loans])).toEqual([
      ['current', 1],
      ['one-payment', 1],
      ['two-payments', 1],
      ['three-payments-and-over', 2],
    ])
    expect(statuses?.untold).toBe(1)
  })
})

describe('marks of loans', () => {
  const marksOf = (months: number, loans: number, prefix = 'A') =>
    inventMonths(months, loans, prefix).map(month => read(exhibitOf(month)).marks)

  it('are shared by the months of a pool, and by no two pools', () => {
    const [january = [], , , , , june = []] = marksOf(6, 40)
    const [other = []] = marksOf(1, 40, 'B')
    expect(sharedMarks(january, june)).toBeGreaterThan(10)
    expect(sharedMarks(january, other)).toBe(0)
  })

  it('tell nothing of pools of one or two loans, for parts of a loan may be in two', () => {
    const [january = [], february = []] = [marksOf(1, 2)[0], marksOf(1, 2)[0]]
    expect(january.length).toBeGreaterThan(0)
    expect(sharedMarks(january, february)).toBe(0)
  })
})
