import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AverageOfLoans,
  anyLoans,
  type Loan,
  loanAverages,
  loanSplits,
  tabulate,
} from '../fixtures/invented-loans.ts'
import { readFiling } from '../read-filing.ts'
import type { Statistic, Stratification } from '../report.ts'
import { checkStratifications } from './index.ts'

const { rate, ltv, score, margin, fullDoc } = loanAverages
const cases = Number(process.env.STRATA_CASES ?? 100)
const loans: Loan[] = fc.sample(anyLoans(0), { seed: 4, numRuns: 1 })[0] ?? []

const checksOf = (code: string, stratifications: Stratification[], statistics: Statistic[] = []) =>
  checkStratifications({ stratifications, statistics }).filter(check => check.code === code)
const failingOf = (code: string, tables: Stratification[], statistics: Statistic[] = []) =>
  checksOf(code, tables, statistics).filter(({ outcome }) => outcome === 'fail')

function withValue(table: Stratification, row: number, measure: string, by: number): Stratification {
  const copy = structuredClone(table)
  const bucket = copy.buckets[row]
  if (bucket) bucket.values[measure] = (bucket.values[measure] ?? 0) + by
  return copy
}

function neverAlarms(code: string, without: number, draw: (loans: Loan[]) => Stratification[]): void {
  const property = fc.property(anyLoans(without), all => {
    expect(failingOf(code, draw(all))).toEqual([])
  })
  fc.assert(property, { seed: 2007, numRuns: cases })
}

describe('averages of loan groups', () => {
  const code = 'group-averages-give-the-aggregate'
  const groups = (
    all: Loan[],
    averages: AverageOfLoans[] = [rate, ltv],
    weigh = ({ cents }: Loan) => cents,
    totals?: string[],
  ) => {
    const [first, second] = [all.filter((_, at) => at % 2 === 0), all.filter((_, at) => at % 2 === 1)]
    return [
      tabulate(first, loanSplits.state, averages, {
        loanGroup: 'Loan Group 1',
        weigh,
        ...(totals && { totals }),
      }),
      tabulate(second, loanSplits.state, averages, {
        loanGroup: 'Loan Group 2',
        weigh,
        ...(totals && { totals }),
      }),
      tabulate(all, loanSplits.state, averages, { weigh, ...(totals && { totals }) }),
    ]
  }
  it('are compared with the whole pool’s in every row and in the total', () => {
    const tables = groups(loans)
    const rows = tables[2]?.buckets.length ?? 0
    expect(checksOf(code, tables)).toHaveLength(2 * (rows + 1))
    expect(failingOf(code, tables)).toEqual([])
  })
  it('tell a last digit that no average of the pool does', () => {
    const [first, second, whole] = groups(loans)
    if (!first || !second || !whole) throw new Error('three tables are drawn up')
    expect(failingOf(code, [first, second, withValue(whole, 1, 'waRatePct', 0.003)])).toMatchObject([
      { stratification: 'state', bucket: 1, measure: 'waRatePct' },
    ])
  })
  it('raise no alarm, with figures that loans lack, and weighed by the number of loans', () => {
    neverAlarms(code, 0, all => groups(all, [rate, ltv, fullDoc]))
    neverAlarms(code, 0.3, all => groups(all, [rate, score, margin]))
    neverAlarms(code, 0, all => groups(all, [rate, ltv], () => 1))
    const unsaid = { ...rate, header: 'Average Mortgage Rate' }
    neverAlarms(code, 0, all => groups(all, [unsaid], () => 1, []))
  })
})

describe('a share and the row of another table that it is of', () => {
  const code = 'share-matches-its-row-elsewhere'
  const docs = (labels: [string, string]) => ({
    id: 'documentation',
    dimension: 'documentation',
    title: 'Documentation',
    rows: labels.map((label, at) => ({ label, holds: ({ isFullDoc }: Loan) => isFullDoc === (at === 0) })),
  })
  const tables = (labels: [string, string]) => [
    tabulate(loans, loanSplits.state, [fullDoc]),
    tabulate(loans, docs(labels), [rate]),
  ]
  it('agree where the words are certain', () => {
    const checks = checksOf(code, tables(['Full', 'Reduced']))
    expect(checks).toMatchObject([
      { stratification: 'state', measure: 'fullDocPct', reference: 'documentation' },
    ])
    expect(checks[0]?.outcome).toBe('pass')
  })
  it('fail where the row is another share', () => {
    const [state, docsTable] = tables(['Reduced', 'Full'])
    if (!state || !docsTable) throw new Error('two tables are drawn up')
    expect(failingOf(code, [state, docsTable])).toHaveLength(1)
  })
  it.each<[string, string]>([
    ['Full/Alternative', 'Reduced'],
    ['Full', 'Full - Bank Statements'],
    ['Complete', 'Reduced'],
  ])('are not compared where the rows are “%s” and “%s”', (...labels) => {
    expect(checksOf(code, tables(labels))).toEqual([])
  })
  it('raise no alarm whatever the loans', () => {
    neverAlarms(code, 0, all => [
      tabulate(all, loanSplits.state, [fullDoc], { totals: [] }),
      tabulate(all, loanSplits.purpose, [fullDoc]),
      tabulate(all, docs(['Full Documentation', 'Stated Income']), [rate]),
    ])
  })
})

describe('balance over average', () => {
  const code = 'balance-over-average-is-a-count'
  /** A table that prints average balances, and no number of loans. */
  function withoutCounts(header: string): Stratification {
    const table = tabulate(loans, loanSplits.state, [])
    const at = { line: 2, start: 90, end: 100 }
    const column = { measure: 'averageBalanceCents', header, unit: 'cents' as const, decimals: 2, at }
    for (const row of [...table.buckets, ...(table.total ? [table.total] : [])]) {
      row.values.averageBalanceCents = Math.round(
        (row.values.balanceCents ?? 0) / (row.values.loanCount ?? 1),
      )
      row.places.averageBalanceCents = at
      delete row.values.loanCount
    }
    const columns = [...table.columns.filter(({ measure }) => measure !== 'loanCount'), column]
    return { ...table, columns }
  }
  it('is a whole number of loans in every row and the total', () => {
    const table = withoutCounts('Average Balance')
    expect(checksOf(code, [table]).map(({ outcome }) => outcome)).toEqual(
      [...table.buckets, table.total].map(() => 'pass'),
    )
    expect(failingOf(code, [withValue(table, 0, 'averageBalanceCents', 1000)])).toMatchObject([
      { bucket: 0, measure: 'averageBalanceCents' },
    ])
  })
  it('is not looked for where most rows give none, for then the average is of something else', () => {
    const table = withoutCounts('Average Balance')
    const others = table.buckets.map((_, row) => row).slice(1)
    const odd = others.reduce(
      (all, row) => withValue(all, row, 'averageBalanceCents', 1000 + 77 * row),
      table,
    )
    expect(checksOf(code, [odd])).toEqual([])
  })
  it('is not one of an average that is weighted', () => {
    const table = withoutCounts('Weighted Average Balance')
    expect(checksOf(code, [withValue(table, 0, 'averageBalanceCents', 1000)])).toEqual([])
  })
})

describe('an average stated in words', () => {
  const code = 'stated-average-matches-row-averages'
  const noteAt = { line: 50, start: 1, end: 200 }
  const withNote = (text: string) =>
    [loanSplits.state, loanSplits.purpose].map(split => ({
      ...tabulate(loans, split, [rate], { totals: [] }),
      footnotes: [{ mark: '1', text, at: noteAt }],
    }))
  const tables = withNote('The weighted average mortgage rate of the mortgage loans is approximately this.')
  const mean =
    loans.reduce((sum, { cents, rate: own }) => sum + cents * own, 0) /
    loans.reduce((sum, { cents }) => sum + cents, 0)
  const stated = (value: number, more: Partial<Statistic> = {}): Statistic[] => [
    {
      key: 'wac',
      id: 'wac',
      loanGroup: null,
      unit: 'percent',
      stated: Number(value.toFixed(3)),
      decimals: 3,
      recomputed: null,
      bounds: null,
      stratification: null,
      reason: null,
      at: { line: 50, start: 10, end: 15 },
      ...more,
    },
  ]
  it('is what the averages in the rows come to', () => {
    expect(checksOf(code, tables, stated(mean))).toMatchObject([{ outcome: 'pass', statistic: 'wac' }])
    expect(failingOf(code, tables, stated(mean + 0.01))).toHaveLength(1)
  })
  it('is not compared where it stands in prose, or in a note of loans of one kind', () => {
    const elsewhere = { line: 90, start: 10, end: 15 }
    expect(checksOf(code, tables, stated(mean + 0.01, { at: elsewhere }))).toEqual([])
    const ofKind = withNote('The weighted average rate of the adjustable rate mortgage loans is this.')
    expect(checksOf(code, ofKind, stated(mean + 0.01))).toEqual([])
  })
  it('is not compared with rows of another group, with tables of several pools, or with net rates', () => {
    expect(checksOf(code, tables, stated(mean, { loanGroup: 'Group 2' }))).toEqual([])
    const part = tabulate(loans.slice(3), loanSplits.occupancy, [rate])
    expect(checksOf(code, [...tables, part], stated(mean + 0.01))).toEqual([])
    const note = {
      mark: '1',
      text: 'Mortgage rates are shown net of the premium.',
      at: { line: 30, start: 1, end: 9 },
    }
    const net = tables.map(table => ({ ...table, footnotes: [note] }))
    expect(checksOf(code, net, stated(mean + 0.01))).toEqual([])
  })
  it('is not compared again where a total row prints it', () => {
    const withTotal = tabulate(loans, loanSplits.state, [rate])
    const at = withTotal.total?.places.waRatePct
    expect(checksOf(code, [withTotal], at ? stated(mean, { at }) : [])).toEqual([])
  })
})

describe('an average stated in a paragraph that counts the loans', () => {
  const table = (title: string, rows: readonly string[]) => [
    title,
    '',
    '                        Number of        Principal    Weighted Average',
    `${'Type'.padEnd(24)}    Loans          Balance            Rate (%)`,
    ...rows,
    'Total                         300    60,000,000.00               6.500',
    '',
  ]
  const outcomes = (counted: string, named: string) => {
    const text = [
      'The Mortgage Pool',
      '',
      `The mortgage pool consists of ${counted} mortgage loans. The weighted average mortgage rate of the ${named} is`,
      'approximately 6.520% per annum.',
      '',
      ...table('Occupancy Types', [
        'Primary                       200    40,000,000.00               6.400',
        'Investor                      100    20,000,000.00               6.700',
      ]),
      ...table('Loan Purposes', [
        'Purchase                      150    30,000,000.00               6.450',
        'Refinance                     150    30,000,000.00               6.550',
      ]),
    ]
    const answer = readFiling(Buffer.from(text.join('\n')), 'paragraph.txt')
    if ('refusal' in answer) throw new Error(answer.refusal.message)
    const { stratifications, checks } = answer.report
    expect(stratifications).toHaveLength(2)
    return checks
      .filter(check => check.code === 'stated-average-matches-row-averages' && check.expected === 6.52)
      .map(({ outcome }) => outcome)
  }

  it('is compared with the averages of the rows', () => {
    expect(outcomes('300', 'mortgage loans')).toEqual(['fail'])
  })

  it.each([
    ['other loans are counted', '299', 'mortgage loans'],
    ['it is of one kind of them', '300', 'adjustable rate mortgage loans'],
  ])('is not where %s', (_, counted, named) => {
    expect(outcomes(counted, named)).toEqual([])
  })
})
