import { describe, expect, it } from 'vitest'
import { inventedCar, inventLoans } from '../testing/invented-exhibit.ts'
import { printExhibit } from '../testing/print-exhibit.ts'
import { car, codesOf, figureOf, office, readExhibit, rowsOf } from '../testing/read-exhibit.ts'
import { columnsOf } from './loan-columns.ts'
import { findLoanKey } from './loan-key.ts'
import { readSlice } from './read-slice.ts'
import { sliceLoans } from './slice.ts'

const impossible = (report: ReturnType<typeof readExhibit>) =>
  report.issues.filter(({ code }) => code === 'tape-impossible-value')

/** The figure that averages a dimension, which is none where one loan does not tell it. */
const averageOf: Record<string, string> = {
  'credit-score': 'credit-score',
  'original-ltv': 'waltv',
  'original-term': 'original-term',
  'remaining-term': 'wam',
  'mortgage-rate': 'wac',
}

describe('a value that cannot be', () => {
  it.each([
    ['obligorCreditScore', '299', 'credit-score', 'No score'],
    ['obligorCreditScore', '901', 'credit-score', 'No score'],
    ['obligorCreditScore', '1200', 'credit-score', 'No score'],
    ['obligorCreditScore', '7e2', 'credit-score', 'No score'],
    ['vehicleModelYear', '0000', 'model-year', 'Not stated'],
    ['vehicleModelYear', '3024', 'model-year', 'Not stated'],
    ['vehicleModelYear', 'MMXX', 'model-year', 'Not stated'],
    ['vehicleValueAmount', '0.00', 'original-ltv', 'Not stated'],
    ['vehicleValueAmount', '-100.00', 'original-ltv', 'Not stated'],
    ['originalLoanAmount', '-20000.00', 'original-ltv', 'Not stated'],
    ['originalLoanTerm', '0', 'original-term', 'Not stated'],
    ['originalLoanTerm', '999999', 'original-term', 'Not stated'],
    ['remainingTermToMaturityNumber', '-3', 'remaining-term', 'Not stated'],
    ['originalInterestRatePercentage', '-0.0500', 'mortgage-rate', 'Not stated'],
    ['paymentToIncomePercentage', '-0.1200', 'payment-to-income', 'Not stated'],
  ])('%s %s is told where it stands and counts nowhere', (field, value, dimension, label) => {
    const usual = { paymentToIncomePercentage: '0.08' }
    const text = printExhibit('auto-loan', [car(1, usual), car(2, { ...usual, [field]: value })])
    const report = readExhibit(text)
    expect(codesOf(report)).toEqual(['tape-impossible-value'])
    const [{ message, at } = { message: '', at: null }] = impossible(report)
    expect(message).toContain(`1 value of “${field}” cannot be right`)
    expect(at && text.split('\n')[at.line - 1]).toContain(`<${field}>${value}<`)
    expect(rowsOf(report, dimension, 'loanCount')?.at(-1)).toEqual([label, 1])
    const averages = ['credit-score', 'original-term', 'wam', 'wac', 'waltv']
    const own = averageOf[dimension]
    expect(averages.filter(id => figureOf(report, id) === undefined)).toEqual(own === undefined ? [] : [own])
  })

  it.each(['None', 'N/A', 'No Score', 'unknown', '--'])(
    'is not %s, which tells that there is none',
    words => {
      const report = readExhibit(printExhibit('auto-loan', [car(1), car(2, { obligorCreditScore: words })]))
      expect(codesOf(report)).toEqual([])
      expect(rowsOf(report, 'credit-score', 'loanCount')?.at(-1)).toEqual(['No score', 1])
    },
  )

  it('is counted by field, the first of its kind quoted', () => {
    const scores = ['299', '712', '1200', '850', '300', '900']
    const report = readExhibit(
      printExhibit(
        'auto-loan',
        scores.map((obligorCreditScore, order) => car(order, { obligorCreditScore })),
      ),
    )
    expect(impossible(report).map(({ message }) => message)).toEqual([
      '2 values of “obligorCreditScore” cannot be right, so tables and averages leave them out. The first: “299”.',
    ])
  })

  it('is told of properties and of residential loans, too', () => {
    const property = { propertyState: 'NY', valuationSecuritizationAmount: '0.00' }
    const occupied = (share: string) => ({ ...property, physicalOccupancySecuritizationPercentage: share })
    const offices = readExhibit(
      printExhibit('cmbs', [
        { ...office, maturityDate: '12-31-9999', property: [occupied('95')] },
        { ...office, assetNumber: '2' },
        { assetNumber: '2-001', property: [occupied('150')] },
      ]),
    )
    expect(impossible(offices).map(({ message }) => /^\d+ values? of “\w+”/.exec(message)?.[0])).toEqual([
      '1 value of “maturityDate”',
      '2 values of “valuationSecuritizationAmount”',
      '1 value of “physicalOccupancySecuritizationPercentage”',
    ])
    const home = (number: string, ltv: string) => ({
      assetNumber: number,
      originalLTVPercentage: ltv,
      reportingPeriodEndActualBalanceAmount: '100.00',
    })
    const homes = readExhibit(printExhibit('rmbs', [home('1', '80'), home('2', '0'), home('3', '9999')]))
    expect(impossible(homes)).toHaveLength(1)
    expect(rowsOf(homes, 'original-ltv', 'loanCount')).toEqual([
      ['over 75 to 80', 1],
      ['Not stated', 2],
    ])
  })

  it('does not count in an average that somebody asks for of its field', () => {
    const columns = columnsOf(
      inventLoans('auto-loan', [
        inventedCar,
        { ...inventedCar, assetNumber: '2', originalLoanTerm: '999999' },
      ]),
    )
    const asked = readSlice(new URLSearchParams('average=originalLoanTerm'), columns)
    const { averages } = sliceLoans(columns, asked, { line: 1, start: 1, end: 2 }).chosen
    expect(averages.at(-1)).toMatchObject({ value: 60, told: 1 })
  })
})

describe('names that people typed', () => {
  const makes = ['ford', 'Ford', 'FORD', 'Ford', 'Honda ']
  const assets = makes.map((vehicleManufacturerName, order) => car(order, { vehicleManufacturerName }))

  it('are one name in whichever letters, called as most loans have it', () => {
    expect(rowsOf(readExhibit(printExhibit('auto-loan', assets)), 'vehicle-make', 'loanCount')).toEqual([
      ['Ford', 4],
      ['Honda', 1],
    ])
  })

  it('stay as they are written where the field itself is shown', () => {
    const columns = columnsOf(inventLoans('auto-loan', assets))
    const namesBy = (name: string) => {
      const key = findLoanKey(columns.loans, name)
      return key && [columns.valueOf(0, key), columns.valueOf(2, key)]
    }
    expect(namesBy('vehicleManufacturerName')).toEqual(['ford', 'FORD'])
    expect(namesBy('vehicle-make')).toEqual(['Ford', 'Ford'])
  })
})
