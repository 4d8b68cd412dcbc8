import type { Check, FilingReport, Place, Stratification } from '../report.ts'

/**
 * A small filing for tests, its figures and places all invented:
 *
 * > 10  Loan Purpose           Number of     Balance        Percent
 * > 11                         Loans         Outstanding
 * > 12  Purchase                 30        $ 6,000,000.00    60.00%
 * > 13  Refinance/
 * > 14  Cash Out                 20        $ 4,000,000.00    40.00%
 * > 15                           50        $10,000,000.00   100.00%
 * > 17  (1) The weighted average rate is 6.250% per annum.
 */
export function inventReport(change: Partial<FilingReport> = {}): FilingReport {
  return {
    version: 1,
    file: { sha256: 'a'.repeat(64), bytes: 900, name: 'invented.txt', encoding: 'ascii', lineCount: 20 },
    submission: null,
    documents: [],
    deal: inventDeal(),
    stratifications: [inventTable()],
    otherTables: [],
    statistics: [
      {
        key: 'net-wac',
        id: 'net-wac',
        loanGroup: null,
        unit: 'percent',
        stated: 6.25,
        decimals: 3,
        recomputed: 6.2502,
        bounds: null,
        stratification: 'purpose',
        reason: null,
        at: on(17, 38, 43),
      },
    ],
    pool: [],
    checks: inventChecks(),
    issues: [],
    tape: null,
    noStratifications: null,
    coverage: {
      lines: 20,
      blank: 4,
      cover: 6,
      table: 6,
      footnote: 1,
      prose: 3,
      furniture: 0,
      unexplained: 0,
    },
    ...change,
  }
}

/** A place on one line. */
export function on(line: number, start: number, end: number): Place {
  return { line, start, end }
}

function inventDeal(): FilingReport['deal'] {
  const nothing = {
    trust: null,
    series: null,
    securities: null,
    sponsor: null,
    seller: null,
    masterServicer: null,
    trustee: null,
    stateOfIncorporation: null,
    fileNumber: null,
    ein: null,
    address: null,
    phone: null,
    formType: null,
    eventDate: null,
    agreementDate: null,
    cutOffDate: null,
    prospectusDate: null,
    prospectusSupplementDate: null,
    signedOn: null,
    signatory: null,
    signatoryTitle: null,
  }
  const depositor = { value: 'Invented Mortgage Securities, Inc.', at: on(3, 10, 44) }
  return { ...nothing, depositor, underwriters: [], items: [], exhibits: [] }
}

function inventTable(): Stratification {
  const row = (label: string, at: Place, line: number, [loanCount, balanceCents, balancePct]: number[]) => ({
    label,
    range: null,
    code: null,
    marks: [],
    values: {
      loanCount: loanCount ?? null,
      balanceCents: balanceCents ?? null,
      balancePct: balancePct ?? null,
    },
    places: { loanCount: on(line, 30, 32), balanceCents: on(line, 42, 54), balancePct: on(line, 58, 63) },
    at,
  })
  const total = row('', on(15, 30, 64), 15, [50, 1_000_000_000, 100])
  return {
    id: 'purpose',
    dimension: 'purpose',
    title: 'Purposes of the Loans',
    marks: ['1'],
    loanGroup: null,
    stub: { header: 'Loan Purpose', at: on(10, 5, 17) },
    columns: [
      {
        measure: 'loanCount',
        header: 'Number of Loans',
        unit: 'count',
        decimals: 0,
        at: { line: 10, start: 28, end: 37, lastLine: 11 },
      },
      {
        measure: 'balanceCents',
        header: 'Balance Outstanding',
        unit: 'cents',
        decimals: 2,
        at: { line: 10, start: 42, end: 53, lastLine: 11 },
      },
      { measure: 'balancePct', header: 'Percent', unit: 'percent', decimals: 2, at: on(10, 57, 64) },
    ],
    buckets: [
      row('Purchase', on(12, 5, 13), 12, [30, 600_000_000, 60]),
      row('Refinance/Cash Out', { line: 13, start: 5, end: 13, lastLine: 14 }, 14, [20, 400_000_000, 40]),
    ],
    total: { label: null, values: total.values, places: total.places, at: total.at },
    footnotes: [{ mark: '1', text: 'The weighted average rate is 6.250% per annum.', at: on(17, 5, 55) }],
    at: { line: 8, start: 20, end: 64, lastLine: 15 },
  }
}

/** A check of the invented table that passes, its figures apart by what is given. */
export function inventCheck(about: Partial<Check> & Pick<Check, 'code' | 'at'>): Check {
  return {
    stratification: 'purpose',
    measure: null,
    bucket: null,
    statistic: null,
    outcome: 'pass',
    expected: 0,
    found: 0,
    tolerance: 0,
    bounds: null,
    ...about,
  }
}

function inventChecks(): Check[] {
  const sum = { code: 'column-adds-up-to-total', measure: 'balanceCents', at: on(15, 42, 54) }
  const share = { code: 'row-percent-matches-balance', measure: 'balancePct', tolerance: 0.005 }
  return [
    inventCheck({ ...sum, expected: 1_000_000_000, found: 1_000_000_000 }),
    inventCheck({ ...share, bucket: 0, at: on(12, 58, 63), expected: 60, found: 60 }),
    inventCheck({ ...share, bucket: 1, at: on(14, 58, 63), expected: 40, found: 40 }),
    inventCheck({
      code: 'stated-figure-matches-the-rows',
      statistic: 'net-wac',
      at: on(17, 38, 43),
      expected: 6.25,
      found: 6.2502,
      tolerance: 0.0005,
    }),
  ]
}
