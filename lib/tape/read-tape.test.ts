import { expect, test } from 'vitest'
import { checkComputedTables } from '../checks/index.ts'
import { readFiling } from '../read-filing.ts'
import type { FilingReport } from '../report.ts'
import { type PrintedAsset, printExhibit } from '../testing/print-exhibit.ts'

function read(text: string, name = 'ex102.xml'): FilingReport {
  const result = readFiling(new TextEncoder().encode(text), name)
  if ('refusal' in result) throw new Error(result.refusal.message)
  return result.report
}

const tableOf = ({ stratifications }: FilingReport, dimension: string) =>
  stratifications.find(table => table.dimension === dimension)
const rowsOf = (report: FilingReport, dimension: string, measure = 'balanceCents') =>
  tableOf(report, dimension)?.buckets.map(({ label, values }) => [label, values[measure]])
const figure = ({ pool }: FilingReport, id: string) => pool[0]?.figures.find(one => one.id === id)
const codes = ({ issues }: FilingReport) => issues.map(({ code }) => code)

const car = (number: number, more: PrintedAsset = {}): PrintedAsset => ({
  assetTypeNumber: 'Unique',
  assetNumber: String(number),
  reportingPeriodEndingDate: '06-30-2024',
  originalLoanAmount: '20000.00',
  originalLoanTerm: '60',
  originalInterestRatePercentage: '0.0490',
  vehicleNewUsedCode: number % 2 === 0 ? '1' : '2',
  vehicleModelYear: '2022',
  vehicleManufacturerName: 'HONDA',
  vehicleValueAmount: '25000.00',
  obligorCreditScore: '712',
  obligorGeographicLocation: 'OH',
  remainingTermToMaturityNumber: '48',
  reportingPeriodActualEndBalanceAmount: '15000.00',
  ...more,
})

const office = {
  assetTypeNumber: 'Prospectus Loan ID',
  assetNumber: '1',
  reportingPeriodEndDate: '03-11-2024',
  originalLoanAmount: '10000000.00',
  scheduledPrincipalBalanceSecuritizationAmount: '9000000.00',
  reportPeriodEndActualBalanceAmount: '8800000.00',
  originalTermLoanNumber: '120',
  maturityDate: '03-06-2034',
  interestRateSecuritizationPercentage: '0.06250000',
  loanStructureCode: 'WL',
  property: [{ propertyState: 'NY', propertyTypeCode: 'OF', valuationSecuritizationAmount: '15000000.00' }],
}

test('loans of commercial exhibits are not their properties, which stand behind them as assets of their own', () => {
  const report = read(
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
  const report = read(
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
  const report = read(
    printExhibit('cmbs', [office, { ...office, assetNumber: '2', loanStructureCode: 'PP' }]),
  )
  expect(rowsOf(report, 'current-ltv')).toEqual([
    ['over 50 to 60', 880_000_000],
    ['Part of a split loan, or no value', 880_000_000],
  ])
})

test('dates have their month first, and months to maturity count from the end of the period', () => {
  const report = read(printExhibit('cmbs', [{ ...office, maturityDate: '04-05-2034' }]))
  expect(rowsOf(report, 'maturity-year', 'loanCount')).toEqual([['2034', 1]])
  expect(rowsOf(report, 'remaining-term', 'loanCount')).toEqual([['121', 1]])
})

test('rates are fractions in one exhibit and percents in another, which their values tell', () => {
  const fractions = read(
    printExhibit('auto-loan', [car(1), car(2, { originalInterestRatePercentage: '0.0290' })]),
  )
  const percents = read(
    printExhibit('auto-loan', [
      car(1, { originalInterestRatePercentage: '4.90' }),
      car(2, { originalInterestRatePercentage: '2.90' }),
    ]),
  )
  for (const report of [fractions, percents]) {
    expect(rowsOf(report, 'mortgage-rate', 'loanCount')).toEqual([
      ['2.00 to under 3.00', 1],
      ['4.00 to under 5.00', 1],
    ])
    expect(figure(report, 'wac')).toMatchObject({ value: 3.9, kind: 'computed', from: 'loans' })
  }
})

test('a figure that may be a fraction, among percents, is told and not read', () => {
  const report = read(
    printExhibit('auto-loan', [
      car(1, { originalInterestRatePercentage: '4.90' }),
      car(2, { originalInterestRatePercentage: '0.0290' }),
      car(3, { originalInterestRatePercentage: '0.00' }),
      car(4, { originalInterestRatePercentage: '0.90' }),
    ]),
  )
  expect(rowsOf(report, 'mortgage-rate', 'loanCount')).toEqual([
    ['0.00 to under 1.00', 2],
    ['4.00 to under 5.00', 1],
    ['Not stated', 1],
  ])
  expect(codes(report)).toEqual(['tape-mixed-percents'])
  expect(figure(report, 'wac')).toBeUndefined()
})

test('loans of which nothing is left count nowhere, and the report says how many they are', () => {
  const report = read(
    printExhibit('auto-loan', [
      car(1),
      car(2, { reportingPeriodActualEndBalanceAmount: '0.00', zeroBalanceCode: '1' }),
    ]),
  )
  expect(report.tape).toMatchObject({ loans: 1, paidOff: 1, balanceCents: 1_500_000 })
})

test('a month in which all loans were paid has no pool, and none of an earlier balance', () => {
  const paid = { reportingPeriodActualEndBalanceAmount: '0.00', zeroBalanceCode: '1' }
  const report = read(printExhibit('auto-loan', [car(1, paid), car(2, paid)]))
  expect(report.tape).toBeNull()
  expect(codes(report)).toEqual(['tape-holds-no-loans'])
  const closing = { reportingPeriodActualEndBalanceAmount: '0.00' }
  expect(read(printExhibit('auto-loan', [car(1, closing), car(2, closing)])).tape).toMatchObject({ loans: 2 })
})

test('loans below nothing, without a balance, and of the same number are told', () => {
  const report = read(
    printExhibit('auto-loan', [
      car(1),
      car(1),
      car(3, { reportingPeriodActualEndBalanceAmount: '-5.00' }),
      car(4, { reportingPeriodActualEndBalanceAmount: 'n/a' }),
    ]),
  )
  expect(report.tape).toMatchObject({ loans: 2, balanceCents: 3_000_000 })
  expect(codes(report)).toEqual([
    'tape-unreadable-value',
    'tape-repeated-number',
    'tape-negative-balance',
    'tape-no-balance',
  ])
})

test('elements that the schema does not have, codes it does not know and values of another kind are counted by field', () => {
  const odd = {
    vehicleNewUsedCode: '7',
    vehicleValueAmount: 'twenty',
    favouriteColour: 'green',
    originationDate: '13/2020',
  }
  const report = read(printExhibit('auto-loan', [car(1, odd), car(2, odd), car(3)]))
  expect(report.issues.map(({ code, message }) => `${code} ${/^\d/.exec(message)?.[0]}`).sort()).toEqual([
    'tape-unknown-code 2',
    'tape-unknown-field 2',
    'tape-unreadable-value 2',
    'tape-unreadable-value 2',
  ])
  const at = report.issues.find(({ code }) => code === 'tape-unknown-field')?.at
  expect(at && printExhibit('auto-loan', [car(1, odd)]).split('\n')[at.line - 1]).toContain('favouriteColour')
})

test.each([
  ['cut off', (text: string) => text.slice(0, -40), 'tape-is-not-read'],
  ['not well-formed', (text: string) => text.replace('</originalLoanTerm>', '</term>'), 'tape-is-not-read'],
  [
    'of a document type',
    (text: string) => text.replace('<assetData', '<!DOCTYPE a [<!ENTITY x "1">]>\n<assetData'),
    'tape-is-not-read',
  ],
  [
    'of an entity outside',
    (text: string) =>
      text
        .replace('<assetData', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<assetData')
        .replace('712', '&x;'),
    'tape-is-not-read',
  ],
  [
    'of another namespace',
    (text: string) => text.replace('absee/autoloan', 'absee/boats'),
    'tape-is-not-read',
  ],
])('an exhibit %s is not read at all, and the report says why', (_, spoil, code) => {
  const report = read(spoil(printExhibit('auto-loan', [car(1), car(2)])))
  expect(report.stratifications).toEqual([])
  expect(report.tape).toBeNull()
  expect(codes(report)).toContain(code)
  expect(report.noStratifications?.reason).toBe('loans-not-read')
  const { lines, blank, unexplained } = report.coverage
  expect(unexplained).toBe(lines - blank)
})

test('an exhibit that holds no loans is read, and said to hold none', () => {
  const report = read(printExhibit('auto-loan', []))
  expect(codes(report)).toEqual(['tape-holds-no-loans'])
  expect(report.noStratifications?.reason).toBe('no-loans')
  expect(report.coverage.unexplained).toBe(0)
})

test('of several exhibits in one filing the lines of those that are not read are unexplained', () => {
  const exhibit = printExhibit('auto-loan', [car(1)]).trimEnd()
  const document = `<DOCUMENT>\n<TYPE>EX-102\n<TEXT>\n${exhibit}\n</TEXT>\n</DOCUMENT>\n`
  const report = read(`<SEC-DOCUMENT>\n${document}${document}</SEC-DOCUMENT>\n`, 'two.txt')
  expect(codes(report)).toContain('tape-is-one-of-several')
  expect(report.coverage.unexplained).toBeGreaterThanOrEqual(exhibit.split('\n').length)
  expect(report.coverage.unexplained).toBeLessThan(2 * exhibit.split('\n').length)
})

test('loans that report another period than most, or none, are counted and told', () => {
  const { reportingPeriodEndingDate: _, ...without } = car(4)
  const report = read(
    printExhibit('auto-loan', [car(1), car(2), car(3, { reportingPeriodEndingDate: '07-31-2024' }), without]),
  )
  expect(report.tape).toMatchObject({ loans: 4, asOf: '2024-06-30' })
  expect(report.issues.map(({ message }) => message)).toEqual([
    '1 loan reports another period than most in “reportingPeriodEndingDate”; counted with the others. The first: to 31 July 2024.',
    '1 loan does not say which period it reports (“reportingPeriodEndingDate”); counted with the others. The first: asset “4”.',
  ])
})

test('definitions within definitions are never opened', () => {
  const bomb = Array.from({ length: 12 }, (_, level) =>
    level === 0 ? '<!ENTITY e0 "lol">' : `<!ENTITY e${level} "${`&e${level - 1};`.repeat(10)}">`,
  )
  const text = printExhibit('auto-loan', [car(1)])
    .replace('<assetData', `<!DOCTYPE a [${bomb.join('')}]>\n<assetData`)
    .replace('712', '&e11;')
  const before = performance.now()
  expect(read(text).tape).toBeNull()
  expect(performance.now() - before).toBeLessThan(1000)
})

test('an exhibit on one line, with prefixes, or within a submission reads the same', () => {
  const plain = printExhibit('auto-loan', [car(1), car(2)])
  const oneLine = plain.replaceAll('\n', '')
  const prefixed = plain.replaceAll(/<(\/?)(\w)/g, '<$1a:$2').replace('xmlns=', 'xmlns:a=')
  const submission = [
    '<SEC-DOCUMENT>0000000000-24-000001.txt : 20240715',
    '<SEC-HEADER>',
    'CONFORMED SUBMISSION TYPE: ABS-EE',
    '</SEC-HEADER>',
    '<DOCUMENT>',
    '<TYPE>EX-102',
    '<SEQUENCE>2',
    '<FILENAME>ex102.xml',
    '<TEXT>',
    '<XML>',
    plain.trimEnd(),
    '</XML>',
    '</TEXT>',
    '</DOCUMENT>',
  ].join('\n')
  const tables = (text: string) =>
    read(text).stratifications.map(({ id, buckets }) => [
      id,
      buckets.map(({ label, values }) => [label, values]),
    ])
  for (const text of [oneLine, prefixed, submission]) expect(tables(text)).toEqual(tables(plain))
})

test('XML of another form is called by what it is', () => {
  const text = `<?xml version="1.0"?>\n<edgarSubmission xmlns="http://www.sec.gov/edgar/nport">\n<headerData><submissionType>NPORT-P</submissionType></headerData></edgarSubmission>\n`
  expect(read(text).noStratifications).toEqual({
    reason: 'only-other-data',
    message:
      'This is XML data of form NPORT-P, which Strata does not read: of XML it reads loans as Form ABS-EE has them (EX-102).',
  })
})

test('amounts are read to the cent and no further than whole cents are exact', () => {
  const report = read(
    printExhibit('auto-loan', [
      car(1, { reportingPeriodActualEndBalanceAmount: '12345.67000000' }),
      car(2, { reportingPeriodActualEndBalanceAmount: '0.005' }),
      car(3, { reportingPeriodActualEndBalanceAmount: '999999999999999.99' }),
    ]),
  )
  expect(report.tape?.balanceCents).toBe(1_234_567 + 1)
  expect(codes(report)).toContain('tape-unreadable-value')
})

test('the rows of computed tables are checked against all loans, those that do not tell it included', () => {
  const { checks, stratifications, pool } = read(
    printExhibit('auto-loan', [
      car(1),
      car(2, { obligorCreditScore: '' }),
      car(3, { obligorCreditScore: '655' }),
    ]),
  )
  expect(new Set(checks.map(({ code }) => code))).toEqual(
    new Set(['computed-column-comes-to-the-loans', 'computed-average-comes-to-the-loans']),
  )
  expect(checks.filter(({ outcome }) => outcome === 'fail')).toEqual([])
  expect(pool.map(one => one.checks)).toEqual([{ passed: checks.length, failed: 0 }])
  expect(new Set(checks.map(({ stratification }) => stratification)).size).toBe(stratifications.length)
  const [table] = stratifications
  const [first, ...others] = table?.buckets ?? []
  if (!table || !first) throw new Error('nothing was sorted')
  const { loanCount, balanceCents } = first.values
  const wrong = {
    ...first,
    values: { ...first.values, loanCount: (loanCount ?? 0) + 1, balanceCents: (balanceCents ?? 0) - 1 },
  }
  const failing = checkComputedTables([{ ...table, buckets: [wrong, ...others] }]).filter(
    ({ outcome }) => outcome === 'fail',
  )
  expect(failing.map(({ measure }) => measure)).toEqual(['loanCount', 'balanceCents'])
})

test('commercial loans that are paid off count no more, and the others with what is left of them', () => {
  const gone = {
    ...office,
    assetNumber: '2',
    reportPeriodEndActualBalanceAmount: '0.00',
    liquidationPrepaymentCode: '2',
  }
  expect(read(printExhibit('cmbs', [office, gone])).tape).toMatchObject({
    loans: 1,
    paidOff: 1,
    balanceCents: 880_000_000,
  })
})

test('what nobody has begun to pay off counts with what it was brought into the pool with', () => {
  const before = { ...office, reportPeriodEndActualBalanceAmount: '0.00' }
  expect(read(printExhibit('cmbs', [before, { ...before, assetNumber: '2' }])).tape).toMatchObject({
    loans: 2,
    balanceCents: 1_800_000_000,
    balanceField: 'scheduledPrincipalBalanceSecuritizationAmount',
  })
})

test('a ratio is not rounded before it is sorted', () => {
  const report = read(
    printExhibit('auto-loan', [
      car(1, { originalLoanAmount: '33751.23', vehicleValueAmount: '25000.00' }),
      car(2, { originalLoanAmount: '33750.00', vehicleValueAmount: '25000.00' }),
    ]),
  )
  expect(rowsOf(report, 'original-ltv')?.map(([label]) => label)).toEqual([
    'over 130 to 135',
    'over 135 to 140',
  ])
})

test('one value that can be no fraction does not make percents of a field of fractions; it is told and not read', () => {
  const ratios = ['0.12', '0.08', '1.2', '0', '0.05']
  const report = read(
    printExhibit(
      'auto-loan',
      ratios.map((paymentToIncomePercentage, at) => car(at, { paymentToIncomePercentage })),
    ),
  )
  expect(rowsOf(report, 'payment-to-income', 'loanCount')).toEqual([
    ['2 or less', 1],
    ['over 4 to 6', 1],
    ['over 6 to 8', 1],
    ['over 10 to 12', 1],
    ['Not stated', 1],
  ])
  expect(codes(report)).toEqual(['tape-mixed-percents'])
})

test('codes of places keep the noughts that they begin with', () => {
  const loan = {
    assetNumber: '1',
    geographicalLocation: '00601',
    reportingPeriodEndActualBalanceAmount: '100.00',
  }
  const result = readFiling(new TextEncoder().encode(printExhibit('rmbs', [loan])), 'ex102.xml')
  if ('refusal' in result) throw new Error(result.refusal.message)
  expect(result.loans?.from.assets.get(0, 'geographicalLocation')).toBe('00601')
})
