import { expect, test } from 'vitest'
import { checkComputedTables } from '../checks/index.ts'
import { readFiling } from '../read-filing.ts'
import { printExhibit } from '../testing/print-exhibit.ts'
import { car, codesOf, figureOf, office, readExhibit, rowsOf } from '../testing/read-exhibit.ts'

test('dates have their month first, and months to maturity count from the end of the period', () => {
  const report = readExhibit(printExhibit('cmbs', [{ ...office, maturityDate: '04-05-2034' }]))
  expect(rowsOf(report, 'maturity-year', 'loanCount')).toEqual([['2034', 1]])
  expect(rowsOf(report, 'remaining-term', 'loanCount')).toEqual([['121', 1]])
})

test('rates are fractions in one exhibit and percents in another, which their values tell', () => {
  const fractions = readExhibit(
    printExhibit('auto-loan', [car(1), car(2, { originalInterestRatePercentage: '0.0290' })]),
  )
  const percents = readExhibit(
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
    expect(figureOf(report, 'wac')).toMatchObject({ value: 3.9, kind: 'computed', from: 'loans' })
  }
})

test('a figure that may be a fraction, among percents, is told and not read', () => {
  const report = readExhibit(
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
  expect(codesOf(report)).toEqual(['tape-mixed-percents'])
  expect(figureOf(report, 'wac')).toBeUndefined()
})

test('elements that the schema does not have, codes it does not know and values of another kind are counted by field', () => {
  const odd = {
    vehicleNewUsedCode: '7',
    vehicleValueAmount: 'twenty',
    favouriteColour: 'green',
    originationDate: '13/2020',
  }
  const report = readExhibit(printExhibit('auto-loan', [car(1, odd), car(2, odd), car(3)]))
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
  const report = readExhibit(spoil(printExhibit('auto-loan', [car(1), car(2)])))
  expect(report.stratifications).toEqual([])
  expect(report.tape).toBeNull()
  expect(codesOf(report)).toContain(code)
  expect(report.noStratifications?.reason).toBe('loans-not-read')
  const { lines, blank, unexplained } = report.coverage
  expect(unexplained).toBe(lines - blank)
})

test('an exhibit that holds no loans is read, and said to hold none', () => {
  const report = readExhibit(printExhibit('auto-loan', []))
  expect(codesOf(report)).toEqual(['tape-holds-no-loans'])
  expect(report.noStratifications?.reason).toBe('no-loans')
  expect(report.coverage.unexplained).toBe(0)
})

test('of several exhibits in one filing the lines of those that are not read are unexplained', () => {
  const exhibit = printExhibit('auto-loan', [car(1)]).trimEnd()
  const document = `<DOCUMENT>\n<TYPE>EX-102\n<TEXT>\n${exhibit}\n</TEXT>\n</DOCUMENT>\n`
  const report = readExhibit(`<SEC-DOCUMENT>\n${document}${document}</SEC-DOCUMENT>\n`, 'two.txt')
  expect(codesOf(report)).toContain('tape-is-one-of-several')
  expect(report.coverage.unexplained).toBeGreaterThanOrEqual(exhibit.split('\n').length)
  expect(report.coverage.unexplained).toBeLessThan(2 * exhibit.split('\n').length)
})

test('definitions within definitions are never opened', () => {
  const bomb = Array.from({ length: 12 }, (_, level) =>
    level === 0 ? '<!ENTITY e0 "lol">' : `<!ENTITY e${level} "${`&e${level - 1};`.repeat(10)}">`,
  )
  const text = printExhibit('auto-loan', [car(1)])
    .replace('<assetData', `<!DOCTYPE a [${bomb.join('')}]>\n<assetData`)
    .replace('712', '&e11;')
  const before = performance.now()
  expect(readExhibit(text).tape).toBeNull()
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
    readExhibit(text).stratifications.map(({ id, buckets }) => [
      id,
      buckets.map(({ label, values }) => [label, values]),
    ])
  for (const text of [oneLine, prefixed, submission]) expect(tables(text)).toEqual(tables(plain))
})

test('XML of another form is called by what it is', () => {
  const text = `<?xml version="1.0"?>\n<edgarSubmission xmlns="http://www.sec.gov/edgar/nport">\n<headerData><submissionType>NPORT-P</submissionType></headerData></edgarSubmission>\n`
  expect(readExhibit(text).noStratifications).toEqual({
    reason: 'only-other-data',
    message:
      'This is XML data of form NPORT-P, which Strata does not read: of XML it reads loans as Form ABS-EE has them (EX-102).',
  })
})

test('the rows of computed tables are checked against all loans, those that do not tell it included', () => {
  const { checks, stratifications, pool } = readExhibit(
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

test('a ratio is not rounded before it is sorted', () => {
  const report = readExhibit(
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
  const report = readExhibit(
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
  expect(codesOf(report)).toEqual(['tape-mixed-percents'])
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

test('an exhibit whose loans are all paid tells its period and that they are; one that does not tell all balances holds no loans', () => {
  const paid = {
    reportingPeriodActualEndBalanceAmount: '0.00',
    zeroBalanceCode: '1',
    actualPrincipalCollectedAmount: '15000.00',
  }
  const report = readExhibit(printExhibit('auto-loan', [car(1, paid), car(2, paid)]))
  expect(report.tape).toMatchObject({ loans: 0, paidOff: 2, balanceCents: 0, asOf: '2024-06-30' })
  expect(report.tape?.period.amounts).toMatchObject({ end: { cents: 0 }, collected: { cents: 3_000_000 } })
  expect([codesOf(report), report.pool, report.noStratifications?.reason]).toEqual([[], [], 'all-loans-paid'])
  const untold = { ...paid, reportingPeriodActualEndBalanceAmount: '' }
  const some = readExhibit(printExhibit('auto-loan', [car(1, paid), car(2, untold)]))
  expect([some.tape, some.noStratifications?.reason]).toEqual([null, 'no-loans'])
})
