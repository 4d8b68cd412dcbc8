import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AverageOfLoans,
  anyLoans,
  type Loan,
  type LoanTableStyle,
  loanAverages,
  loanSplits,
  tabulate,
} from '../fixtures/invented-loans.ts'
import type { Check, Stratification } from '../report.ts'
import { checkStratifications } from './index.ts'

const code = 'row-averages-agree-across-tables'
const { rate, ltv, score, margin, fullDoc } = loanAverages
const splits = [loanSplits.state, loanSplits.purpose, loanSplits.occupancy]

const run = (stratifications: Stratification[]): Check[] =>
  checkStratifications({ stratifications, statistics: [] })
const codes = [code, 'weighted-average-matches-rows']
const failing = (tables: Stratification[]) =>
  run(tables).filter(check => check.outcome === 'fail' && codes.includes(check.code))
const across = (tables: Stratification[]) => run(tables).filter(check => check.code === code)

const threeTables = (loans: Loan[], averages: readonly AverageOfLoans[], style: LoanTableStyle = {}) =>
  splits.map(split => tabulate(loans, split, averages, style))

/** The table with one average of a row put another way. */
function withAverage(table: Stratification, row: number, measure: string, by: number): Stratification {
  const copy = structuredClone(table)
  const bucket = copy.buckets[row]
  if (bucket) bucket.values[measure] = (bucket.values[measure] ?? 0) + by
  return copy
}

const withNote = (table: Stratification, text: string): Stratification => ({
  ...table,
  footnotes: [{ mark: '1', text, at: { line: 30, start: 1, end: 60 } }],
})

const cases = Number(process.env.STRATA_CASES ?? 100)

/** No check of averages may fail in any tables drawn up so, whatever the loans. */
function neverAlarms(without: number, draw: (loans: Loan[]) => Stratification[]): void {
  const property = fc.property(anyLoans(without), loans => {
    expect(failing(draw(loans))).toEqual([])
  })
  fc.assert(property, { seed: 2006, numRuns: cases })
}

const loans: Loan[] = fc.sample(anyLoans(0), { seed: 4, numRuns: 1 })[0] ?? []
const noTotals: LoanTableStyle = { totals: [] }

describe('averages of a pool that several tables split', () => {
  const tables = threeTables(loans, [rate, ltv], noTotals)
  it('are compared table by table, each with another', () => {
    expect(
      across(tables).map(({ stratification, measure, reference }) => [stratification, measure, reference]),
    ).toEqual([
      ['state', 'waRatePct', 'purpose'],
      ['purpose', 'waRatePct', 'state'],
      ['occupancy', 'waRatePct', 'state'],
      ['state', 'waLtvPct', 'purpose'],
      ['purpose', 'waLtvPct', 'state'],
      ['occupancy', 'waLtvPct', 'state'],
    ])
    expect(failing(tables)).toEqual([])
  })
  it('name the odd one out of three, by how much, and within what', () => {
    const [state, purpose, occupancy] = tables
    if (!state || !purpose || !occupancy) throw new Error('three tables are drawn up')
    const wrong = withAverage(purpose, 1, 'waRatePct', 0.3)
    const [check, ...others] = failing([state, wrong, occupancy])
    expect(others).toEqual([])
    expect(check).toMatchObject({ code, stratification: 'purpose', measure: 'waRatePct', bucket: null })
    expect(['state', 'occupancy']).toContain(check?.reference)
    expect(check?.tolerance).toBeCloseTo(0.001, 10)
    const share = (purpose.buckets[1]?.values.balanceCents ?? 0) / (purpose.total?.values.balanceCents ?? 1)
    expect((check?.expected ?? 0) - (check?.found ?? 0)).toBeCloseTo(0.3 * share, 2)
  })
  it('fail in both of two tables, for nothing tells which is wrong', () => {
    const [state, purpose] = tables
    if (!state || !purpose) throw new Error('three tables are drawn up')
    const wrong = withAverage(purpose, 1, 'waRatePct', 0.3)
    expect(
      failing([state, wrong]).map(({ stratification, reference }) => [stratification, reference]),
    ).toEqual([
      ['state', 'purpose'],
      ['purpose', 'state'],
    ])
  })
  it('fail in the one of two tables that the total of the other is against', () => {
    const [state] = threeTables(loans, [rate], noTotals)
    const purpose = tabulate(loans, loanSplits.purpose, [rate])
    if (!state) throw new Error('three tables are drawn up')
    const wrong = withAverage(state, 0, 'waRatePct', 0.3)
    expect(failing([wrong, purpose]).map(({ stratification }) => stratification)).toEqual(['state'])
  })
  it('are not compared in tables of percents alone, which show no pool', () => {
    const bare = tables.map(table => ({
      ...table,
      columns: table.columns.filter(({ measure }) => measure !== 'loanCount' && measure !== 'balanceCents'),
      buckets: table.buckets.map(bucket => ({
        ...bucket,
        values: { balancePct: bucket.values.balancePct ?? null, waRatePct: bucket.values.waRatePct ?? null },
      })),
      total: table.total && { ...table.total, values: { balancePct: 100 } },
    }))
    expect(across(bare)).toEqual([])
  })
  it('are not compared where rows do not hold all loans', () => {
    const [state, ...others] = tables
    if (!state) throw new Error('three tables are drawn up')
    const short = { ...state, buckets: state.buckets.slice(1) }
    expect(across([short, ...others]).map(({ stratification }) => stratification)).not.toContain('state')
  })
  it('are not compared where a row has none, unless its loans may lack it', () => {
    const [state, ...others] = tables
    if (!state) throw new Error('three tables are drawn up')
    const open = structuredClone(state)
    if (open.buckets[0]) open.buckets[0].values.waRatePct = null
    const rates = across([open, ...others]).filter(({ measure }) => measure === 'waRatePct')
    expect(rates.map(({ stratification }) => stratification)).toEqual(['purpose', 'occupancy'])
  })
  it('are apart where headers speak of another kind of the average', () => {
    const [state, purpose] = tables
    if (!state || !purpose) throw new Error('three tables are drawn up')
    const gross = withAverage(purpose, 1, 'waRatePct', 0.3)
    for (const column of gross.columns)
      if (column.measure === 'waRatePct') column.header = 'Weighted Average Gross Mortgage Rate'
    expect(failing([state, gross])).toEqual([])
  })
})

describe('no false alarm is raised', () => {
  it('whatever the loans, with totals and without', () => {
    neverAlarms(0, all => threeTables(all, [rate, ltv, score, margin, fullDoc]))
    neverAlarms(0, all => threeTables(all, [rate, ltv, score, margin, fullDoc], noTotals))
  })
  it.each(['dollars', 'thousands', 'none'] as const)('with balances in %s', balances => {
    neverAlarms(0, all => threeTables(all, [rate, ltv, fullDoc], { balances }))
  })
  it('where scores are missing and the table of scores has a row for them', () => {
    neverAlarms(0.2, all => [
      ...threeTables(all, [rate, score]),
      tabulate(all, loanSplits.score, [rate, score]),
    ])
  })
  it('where scores are missing and the table of scores leaves these loans out', () => {
    neverAlarms(0.2, all => [
      ...threeTables(all, [rate, score]),
      tabulate(
        all.filter(loan => loan.score !== null),
        loanSplits.score,
        [rate, score],
      ),
    ])
  })
  it('where scores are missing and only a note says so', () => {
    const note = 'Excludes mortgage loans for which no credit score was available.'
    neverAlarms(0.2, all => threeTables(all, [rate, score]).map(table => withNote(table, note)))
  })
  it('where a row tells by a dash that loans have no margin', () => {
    neverAlarms(0.3, all => {
      const [first, ...others] = all
      if (!first) return []
      const fixed = { ...first, margin: null, state: 'Alaska' }
      const split = {
        ...loanSplits.state,
        rows: [...loanSplits.state.rows, { label: 'Alaska', holds: isAlaskan }],
      }
      const held = [fixed, ...others]
      return [split, loanSplits.purpose, loanSplits.occupancy].map(one => tabulate(held, one, [rate, margin]))
    })
  })
  it('where most rows of a table leave the average out', () => {
    neverAlarms(0, all =>
      threeTables(all, [rate, score], { totals: [] }).map(table => ({
        ...table,
        buckets: table.buckets.map((bucket, row) => {
          const { waCreditScore, ...places } = bucket.places
          const values = { ...bucket.values, waCreditScore: null }
          return row === 0 || !waCreditScore ? bucket : { ...bucket, values, places }
        }),
      })),
    )
  })
  const isAlaskan = ({ state }: Loan) => state === 'Alaska'
  it('where averages are weighed by the number of loans', () => {
    neverAlarms(0, all => threeTables(all, [rate, ltv, score], { weigh: () => 1 }))
    neverAlarms(0, all => threeTables(all, [rate, ltv, score], { weigh: () => 1, totals: [] }))
  })
  it('where a note says that they are weighed by original balances, which are not printed', () => {
    const note = 'Averages are weighted by the original principal balance of the mortgage loans.'
    const original = ({ cents, score: held }: Loan) => cents * (1 + (held ?? 0) / 5000)
    neverAlarms(0, all =>
      threeTables(all, [rate, ltv], { weigh: original }).map(table => withNote(table, note)),
    )
  })
  it('where most tables disagree, for then something else weighs them', () => {
    const weigh = ({ cents, rate: own }: Loan) => cents * own
    expect(failing(threeTables(loans, [rate, ltv, fullDoc], { weigh }))).toEqual([])
    expect(failing(threeTables(loans, [rate, ltv, fullDoc], { weigh, totals: [] }))).toEqual([])
  })
  it('by a table of a part of the pool', () => {
    neverAlarms(0, all => [
      ...threeTables(all, [rate, ltv]),
      tabulate(
        all.filter(({ purpose }) => purpose !== 'Purchase'),
        loanSplits.ltv,
        [rate, ltv],
      ),
    ])
  })
  it('by loan groups', () => {
    neverAlarms(0, all =>
      [all.slice(0, 6), all.slice(6)].flatMap((held, index) =>
        threeTables(held, [rate, ltv], { loanGroup: `Group ${index + 1}` }),
      ),
    )
  })
  it('where rows print their shares of the pool', () => {
    neverAlarms(0, all => {
      const whole = all.reduce((sum, { cents }) => sum + cents, 0)
      return threeTables(all, [fullDoc]).map(table => {
        const copy = structuredClone(table)
        for (const row of [...copy.buckets, ...(copy.total ? [copy.total] : [])])
          row.values.fullDocPct = Number(
            (((row.values.fullDocPct ?? 0) * (row.values.balanceCents ?? 0)) / whole).toFixed(2),
          )
        return copy
      })
    })
  })
  it('where rows print whole scores and totals print decimals', () => {
    neverAlarms(0, all => {
      const fine = { ...score, decimals: 2 }
      return threeTables(all, [score]).map((table, index) => {
        const split = splits[index]
        const { total } = split ? tabulate(all, split, [fine]) : table
        const columns = table.columns.map(column =>
          column.measure === 'waCreditScore' ? { ...column, decimals: 2 } : column,
        )
        const width = (row: Stratification['buckets'][number]) => ({
          ...row,
          places: { ...row.places, waCreditScore: { line: row.at.line, start: 80, end: 83 } },
        })
        const at = { line: 40, start: 80, end: 86 }
        return {
          ...table,
          columns,
          buckets: table.buckets.map(width),
          total: total && { ...total, places: { ...total.places, waCreditScore: at } },
        }
      })
    })
  })
})

describe('a wrong average', () => {
  it('never passes where it moves the pool’s average by more than rounding', () => {
    const picks = fc.tuple(
      anyLoans(0),
      fc.nat(2),
      fc.nat(3),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(1, 10, 100),
    )
    fc.assert(
      fc.property(picks, ([all, which, row, digit, step]) => {
        const tables = threeTables(all, [rate, ltv], noTotals)
        const table = tables[which]
        const held = table?.buckets[row]?.values.balanceCents
        fc.pre(table !== undefined && held != null)
        const by = digit * step * 0.001
        const moved = (by * (held ?? 0)) / (table?.total?.values.balanceCents ?? 1)
        fc.pre(moved > 0.0021)
        const changed = tables.map(one => (one === table ? withAverage(one, row, 'waRatePct', by) : one))
        expect(failing(changed).map(({ stratification }) => stratification)).toEqual([table?.id])
      }),
      { seed: 9, numRuns: cases },
    )
  })
})
