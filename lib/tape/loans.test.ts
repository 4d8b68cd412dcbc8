import { expect, test } from 'vitest'
import { printExhibit } from '../testing/print-exhibit.ts'
import { car, codesOf, office, readExhibit, rowsOf } from '../testing/read-exhibit.ts'

test('loans of commercial exhibits are not their properties, which stand behind them as assets of their own', () => {
  const report = readExhibit(
    printExhibit('cmbs', [
      office,
      {
        ...office,
        assetNumber: '2',
        property: [{ propertyTypeCode: 'MF', valuationSecuritizationAmount: '20000000.00' }],
      },
      { assetNumber: '2-001', property: [{ propertyState: 'TX', propertyTypeCode: 'MF' }] },
      { assetNumber: '2-002', property: [{ propertyState: 'OH', propertyTypeCode: 'MF' }] },
    ]),
  )
  expect(report.tape).toMatchObject({
    kind: 'cmbs',
    loans: 2,
    properties: 3,
    balanceCents: 1_760_000_000,
    balanceField: 'reportPeriodEndActualBalanceAmount',
    asOf: '2024-03-11',
  })
  expect(rowsOf(report, 'state')).toEqual([
    ['New York', 880_000_000],
    ['Several states', 880_000_000],
  ])
  expect(rowsOf(report, 'property-type')).toEqual([
    ['Office', 880_000_000],
    ['Multifamily', 880_000_000],
  ])
  expect(rowsOf(report, 'current-ltv')).toEqual([
    ['over 40 to 50', 880_000_000],
    ['over 50 to 60', 880_000_000],
  ])
  expect(report.issues).toEqual([])
})

test('a figure of one of several properties is none of their loan, nor is the state of some of them', () => {
  const report = readExhibit(
    printExhibit('cmbs', [
      office,
      { ...office, assetNumber: '2', property: [{ propertyTypeCode: 'OF' }] },
      {
        assetNumber: '2-001',
        property: [
          { propertyState: 'TX', propertyTypeCode: 'OF', valuationSecuritizationAmount: '12000000.00' },
        ],
      },
      { assetNumber: '2-002', property: [{ propertyTypeCode: 'OF' }] },
    ]),
  )
  expect(rowsOf(report, 'state')).toEqual([
    ['New York', 880_000_000],
    ['Not stated', 880_000_000],
  ])
  expect(rowsOf(report, 'property-type')).toEqual([['Office', 1_760_000_000]])
  expect(rowsOf(report, 'current-ltv')).toEqual([
    ['over 50 to 60', 880_000_000],
    ['Part of a split loan, or no value', 880_000_000],
  ])
})

test('of a loan that is split only a part is in the pool, so its ratio to the property’s value is not told', () => {
  const report = readExhibit(
    printExhibit('cmbs', [office, { ...office, assetNumber: '2', loanStructureCode: 'PP' }]),
  )
  expect(rowsOf(report, 'current-ltv')).toEqual([
    ['over 50 to 60', 880_000_000],
    ['Part of a split loan, or no value', 880_000_000],
  ])
})

test('loans of which nothing is left count nowhere, and the report says how many they are', () => {
  const report = readExhibit(
    printExhibit('auto-loan', [
      car(1),
      car(2, { reportingPeriodActualEndBalanceAmount: '0.00', zeroBalanceCode: '1' }),
    ]),
  )
  expect(report.tape).toMatchObject({ loans: 1, paidOff: 1, balanceCents: 1_500_000 })
})

test('a month in which all loans were paid has no pool, and none of an earlier balance', () => {
  const paid = { reportingPeriodActualEndBalanceAmount: '0.00', zeroBalanceCode: '1' }
  const report = readExhibit(printExhibit('auto-loan', [car(1, paid), car(2, paid)]))
  expect(report.tape).toMatchObject({ loans: 0, paidOff: 2, balanceCents: 0 })
  expect([report.pool, report.stratifications]).toEqual([[], []])
  const closing = { reportingPeriodActualEndBalanceAmount: '0.00' }
  expect(readExhibit(printExhibit('auto-loan', [car(1, closing), car(2, closing)])).tape).toMatchObject({
    loans: 2,
  })
})

test('nothing at the beginning of a period is not what is left of a loan that told why it left', () => {
  const begun = {
    reportingPeriodActualEndBalanceAmount: '',
    reportingPeriodBeginningLoanBalanceAmount: '0.00',
    zeroBalanceCode: '1',
  }
  const { tape } = readExhibit(printExhibit('auto-loan', [car(1, begun), car(2, begun)]))
  expect(tape).toMatchObject({ loans: 2, balanceField: 'originalLoanAmount' })
})

test('loans below nothing, without a balance, and of the same number are told', () => {
  const report = readExhibit(
    printExhibit('auto-loan', [
      car(1),
      car(1),
      car(3, { reportingPeriodActualEndBalanceAmount: '-5.00' }),
      car(4, { reportingPeriodActualEndBalanceAmount: 'n/a' }),
    ]),
  )
  expect(report.tape).toMatchObject({ loans: 2, balanceCents: 3_000_000 })
  expect(codesOf(report)).toEqual([
    'tape-unreadable-value',
    'tape-repeated-number',
    'tape-negative-balance',
    'tape-no-balance',
  ])
})

test('loans that report another period than most, or none, are counted and told', () => {
  const { reportingPeriodEndingDate: _, ...without } = car(4)
  const report = readExhibit(
    printExhibit('auto-loan', [car(1), car(2), car(3, { reportingPeriodEndingDate: '07-31-2024' }), without]),
  )
  expect(report.tape).toMatchObject({ loans: 4, asOf: '2024-06-30' })
  expect(report.issues.map(({ message }) => message)).toEqual([
    '1 loan reports another period than most in “reportingPeriodEndingDate”; counted with the others. The first: to 31 July 2024.',
    '1 loan does not say which period it reports (“reportingPeriodEndingDate”); counted with the others. The first: asset “4”.',
  ])
})

test('amounts are read to the cent and no further than whole cents are exact', () => {
  const report = readExhibit(
    printExhibit('auto-loan', [
      car(1, { reportingPeriodActualEndBalanceAmount: '12345.67000000' }),
      car(2, { reportingPeriodActualEndBalanceAmount: '0.005' }),
      car(3, { reportingPeriodActualEndBalanceAmount: '999999999999999.99' }),
    ]),
  )
  expect(report.tape?.balanceCents).toBe(1_234_567 + 1)
  expect(codesOf(report)).toContain('tape-unreadable-value')
})

test('commercial loans that are paid off count no more, and the others with what is left of them', () => {
  const gone = {
    ...office,
    assetNumber: '2',
    reportPeriodEndActualBalanceAmount: '0.00',
    liquidationPrepaymentCode: '2',
  }
  expect(readExhibit(printExhibit('cmbs', [office, gone])).tape).toMatchObject({
    loans: 1,
    paidOff: 1,
    balanceCents: 880_000_000,
  })
})

test('what nobody has begun to pay off counts with what it was brought into the pool with', () => {
  const before = { ...office, reportPeriodEndActualBalanceAmount: '0.00' }
  expect(readExhibit(printExhibit('cmbs', [before, { ...before, assetNumber: '2' }])).tape).toMatchObject({
    loans: 2,
    balanceCents: 1_800_000_000,
    balanceField: 'scheduledPrincipalBalanceSecuritizationAmount',
  })
})
