import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkStratifications } from '../checks/index.ts'
import { type FigureSource, figureOf } from '../figures/index.ts'
import { type InventedRow, inventTable } from '../fixtures/invented-table.ts'
import { readPool } from '../pool/read-pool.ts'
import type { Stratification } from '../report.ts'
import type { Amount } from './answer.ts'
import { compareTables } from './compare.ts'
import { findWidest } from './compare-pools.ts'
import { failingTables } from './hull-of-shares.ts'
import { shapePool } from './pool-shape.ts'
import { nameRows } from './row-names.ts'

const row = (label: string, dollars: number, more: Partial<InventedRow> = {}): InventedRow => ({
  label,
  loanCount: 1,
  balanceCents: dollars * 100,
  ...more,
})
const tableOf = (dimension: string, rows: readonly (InventedRow | [string, number])[]) =>
  inventTable({ dimension, rows: rows.map(one => (Array.isArray(one) ? row(...one) : one)) })

const namesOf = (dimension: string, ...labels: string[]) =>
  nameRows({
    dimension,
    buckets: tableOf(
      dimension,
      labels.map(label => [label, 100]),
    ).buckets,
  }).map(({ key, fits, others }) =>
    key.startsWith('as printed') ? [...fits, ...(others ? ['?'] : [])] : key,
  )

describe('what a row of names is of', () => {
  it.each([
    ['purpose', 'Refinance (Rate/Term)', 'rate-term'],
    ['purpose', 'Rate & Term Refinance', 'rate-term'],
    ['purpose', 'Refinance – No Cash Out', 'rate-term'],
    ['purpose', 'Limited Cash-Out', 'rate-term'],
    ['purpose', 'Equity Takeout', 'cash-out'],
    ['purpose', 'Purchase Money', 'purchase'],
    ['occupancy', 'Owner Occupied', 'owner'],
    ['occupancy', 'Investor (Non-Owner Occupied)', 'investor'],
    ['property-type', 'Single Family (Detached)', 'single-family'],
    ['property-type', '2-4 Units', 'two-to-four'],
    ['documentation', 'Stated Income/Verified Assets', 'stated'],
    ['documentation', 'Full Documentation', 'full'],
  ])('%s: “%s” is one name', (dimension, label, key) => expect(namesOf(dimension, label)).toEqual([key]))

  it.each([
    ['documentation', 'Full/Alternative', ['full', 'alternative']],
    ['documentation', 'Full or Alternate Documentation', ['full', 'alternative']],
    ['documentation', 'Stated/No Documentation', ['stated', 'no-documentation']],
    ['documentation', 'Less than Full', ['?']],
    ['documentation', 'Full/Express', ['full', '?']],
    ['documentation', 'NINA', ['?']],
    ['purpose', 'Refinance (Rate/Cash-Out)', ['cash-out', 'rate-term']],
    ['purpose', 'Cash-out or Rate/Term Refinance', ['cash-out', 'rate-term']],
    ['purpose', 'Refinance', ['cash-out', 'rate-term']],
    ['purpose', 'Purchase/Refinance', ['purchase', 'cash-out', 'rate-term']],
    ['purpose', 'Purchase/Construction', ['purchase', '?']],
    ['occupancy', 'Non-Owner Occupied', ['second-home', 'investor']],
    ['occupancy', 'Second Home/Non-Owner Occupied', ['second-home', 'investor']],
    ['property-type', 'Single Family/PUD', ['single-family', 'planned-unit']],
    ['property-type', 'Single Family / 2-4 Family', ['single-family', 'two-to-four']],
  ])('%s: “%s” may be of several', (dimension, label, fits) =>
    expect(namesOf(dimension, label)).toEqual([fits]),
  )

  it('depends on what stands beside it where its words are wide', () =>
    expect(namesOf('occupancy', 'Non-Owner Occupied', 'Second Home')).toEqual(['investor', 'second-home']))
})

function sourceOf(table: Stratification): FigureSource {
  const read = { stratifications: [table], statistics: [] }
  const checks = checkStratifications(read)
  return { stratifications: [table], checks, pool: readPool(read, checks) }
}
const searched = (table: Stratification, name: string) => {
  const found = figureOf(sourceOf(table), { kind: 'share', dimension: table.dimension ?? '', name })
  return found && { low: found.low, high: found.high }
}

/** Tables side by side, each with the checks of its own. */
const compare = (tables: readonly Stratification[], measure: Amount) =>
  compareTables(
    tables.map(table => ({
      table,
      tables: [table],
      failing: failingTables(checkStratifications({ stratifications: [table], statistics: [] })),
    })),
    { measure, edges: null, rows: 'between' },
  )
const compared = (tables: readonly Stratification[], label: string, measure: Amount = 'balancePct') =>
  compare(tables, measure)
    .rows.find(one => one.label === label)
    ?.values.map(value => value && [value.low, value.high])

describe('a name beside a row that may hold it', () => {
  const apart = tableOf('documentation', [
    ['Full', 50],
    ['Alternative', 30],
    ['Reduced', 20],
  ])
  const joined = tableOf('documentation', [
    ['Full/Alternative', 60],
    ['Reduced', 40],
  ])

  it('is between nothing and the whole row, in search and in comparisons alike', () => {
    for (const [name, label, own] of [
      ['full', 'Full documentation', 50],
      ['alternative', 'Alternative', 30],
    ] as const) {
      expect(searched(joined, name)).toEqual({ low: 0, high: 60 })
      expect(compared([joined, apart], label)).toEqual([
        [0, 60],
        [own, own],
      ])
    }
    expect(compared([joined, apart], 'Reduced')).toEqual([
      [40, 40],
      [20, 20],
    ])
  })

  it('bounds what the row itself is in a pool that prints its names apart', () =>
    expect(compared([joined, apart], 'Full/Alternative')).toEqual([
      [60, 60],
      [0, 80],
    ]))

  it('is never nothing where a row is named in words that nobody knows', () => {
    const unknown = tableOf('documentation', [
      ['Full', 70],
      ['NINA', 30],
    ])
    const none = tableOf('documentation', [
      ['Full', 70],
      ['No Documentation', 30],
    ])
    expect(compared([unknown, none], 'No documentation')).toEqual([
      [0, 30],
      [30, 30],
    ])
    expect(compared([unknown, none], 'NINA')).toEqual([[30, 30], null])
  })

  it('is bounded in loans and balances too', () => {
    expect(compared([joined, apart], 'Alternative', 'loanCount')).toEqual([
      [0, 1],
      [1, 1],
    ])
    expect(compared([joined, apart], 'Alternative', 'balanceCents')).toEqual([
      [0, 6000],
      [3000, 3000],
    ])
  })

  it('has a balance as far as whole dollars tell it', () => {
    const whole = structuredClone(apart)
    for (const column of whole.columns) if (column.measure === 'balanceCents') column.decimals = 0
    expect(compared([whole, apart], 'Reduced', 'balanceCents')).toEqual([
      [1950, 2050],
      [2000, 2000],
    ])
  })
})

describe('the truth', () => {
  const labels = {
    documentation: ['Full', 'Alternative', 'Reduced', 'Stated', 'Limited'],
    purpose: ['Purchase', 'Cash-Out', 'Rate/Term'],
    occupancy: ['Owner Occupied', 'Second Home', 'Investor'],
  }
  const ids: Record<string, string> = {
    Full: 'full',
    Alternative: 'alternative',
    Reduced: 'reduced',
    Stated: 'stated',
    Limited: 'limited',
    Purchase: 'purchase',
    'Cash-Out': 'cash-out',
    'Rate/Term': 'rate-term',
    'Owner Occupied': 'owner',
    'Second Home': 'second-home',
    Investor: 'investor',
  }
  /** Loans of each kind in dollars, kinds joined in rows, words between them. */
  const anyPool = fc.constantFrom(...(Object.keys(labels) as (keyof typeof labels)[])).chain(dimension =>
    fc.record({
      dimension: fc.constant(dimension),
      amounts: fc.array(fc.integer({ min: 1, max: 9_999_999 }), {
        minLength: labels[dimension].length,
        maxLength: labels[dimension].length,
      }),
      rows: fc.array(fc.nat({ max: 3 }), {
        minLength: labels[dimension].length,
        maxLength: labels[dimension].length,
      }),
      between: fc.constantFrom('/', ' or ', ' and ', ' & ', ', '),
    }),
  )

  it('lies inside what search and comparison say of every name, however kinds are joined in rows', () => {
    fc.assert(
      fc.property(anyPool, anyPool, (one, other) => {
        const tables = [one, { ...other, dimension: one.dimension }].map(({ rows, between }) => {
          const kinds = labels[one.dimension]
          const byRow = Map.groupBy(kinds.entries(), ([order]) => rows[order] ?? 0)
          return tableOf(
            one.dimension,
            [...byRow.values()].map(own => [
              own.map(([, label]) => label).join(between),
              own.reduce((sum, [order]) => sum + (one.amounts[order] ?? 0), 0),
            ]),
          )
        })
        const all = one.amounts.reduce((sum, amount) => sum + amount, 0)
        for (const [order, label] of labels[one.dimension].entries()) {
          const truth = (100 * (one.amounts[order] ?? 0)) / all
          const named = nameRows(tableOf(one.dimension, [[label, 1]]))[0]?.name ?? ''
          const values = compared(tables, named)
          for (const [at, table] of tables.entries()) {
            const found = searched(table, ids[label] ?? '')
            expect(found?.low).toBeLessThanOrEqual(truth + 1e-6)
            expect(found?.high).toBeGreaterThanOrEqual(truth - 1e-6)
            if (values) expect(values[at]).toEqual(found && [found.low, found.high])
          }
        }
      }),
      { seed: 9, numRuns: Number(process.env.STRATA_CASES ?? 400) },
    )
  })
})

describe('the cap of a residual row', () => {
  const table = tableOf('state', [
    row('California', 60, { code: 'CA', loanCount: 5 }),
    row('Ohio', 30, { code: 'OH', loanCount: 3 }),
    row('Other (less than 4%)', 10, { code: 'other', loanCount: 2 }),
  ])
  const newYork = tableOf('state', [row('New York', 100, { code: 'NY' })])
  const counted = (one: Stratification) => compared([one, newYork], 'New York', 'loanCount')?.[0]

  it('holds for the balance, of which it is one, and never for the number of loans', () => {
    expect(compared([table, newYork], 'New York')?.[0]).toEqual([0, 4])
    expect(counted(table)).toEqual([0, 2])
    expect(compared([table, newYork], 'New York', 'balanceCents')?.[0]).toEqual([0, 400])
  })

  it('holds for the number of loans alone where that is said', () => {
    const said = structuredClone(table)
    const [, , rest] = said.buckets
    if (rest) rest.label = 'Other (each less than 4% by number of loans)'
    expect(compared([said, newYork], 'New York')?.[0]).toEqual([0, 10])
    expect(counted(said)).toEqual([0, 0])
  })
})

describe('a row that prints less than nothing', () => {
  const owed = tableOf('state', [row('California', 110, { code: 'CA' }), row('Ohio', -10, { code: 'OH' })])
  const plain = tableOf('state', [row('California', 10, { code: 'CA' }), row('Ohio', 90, { code: 'OH' })])
  it('stands in a comparison as it is printed', () => {
    expect(compared([owed, plain], 'Ohio', 'balanceCents')).toEqual([
      [-1000, -1000],
      [9000, 9000],
    ])
    expect(compared([owed, plain], 'Ohio')?.[0]).toEqual([-10, -10])
  })
  it('may be of another name, and then takes nothing from it or all that it prints', () => {
    const joined = tableOf('documentation', [row('Full/Alternative', -10), row('Reduced', 110)])
    const apart = tableOf('documentation', [row('Full', 50), row('Alternative', 30), row('Reduced', 20)])
    expect(compared([joined, apart], 'Alternative', 'balanceCents')?.[0]).toEqual([-1000, 0])
  })
})

describe('a table that contradicts itself', () => {
  const sound = tableOf('state', [row('California', 10, { code: 'CA' }), row('Ohio', 90, { code: 'OH' })])
  const wrong = tableOf('state', [row('California', 60, { code: 'CA' }), row('Ohio', 40, { code: 'OH' })])
  const [california] = wrong.buckets
  if (california) california.values.balanceCents = 7000

  it('has the same bounds in a comparison as in search, and proves no difference', () => {
    const found = searched(wrong, 'CA')
    expect(compared([sound, wrong], 'California')?.[1]).toEqual(found && [found.low, found.high])
    const { rows, doNotAddUp } = compare([sound, wrong], 'balancePct')
    expect(doNotAddUp).toEqual([1])
    const pools = [sound, wrong].map((table, pool) => ({
      pool,
      table,
      doesNotAddUp: doNotAddUp.includes(pool),
    }))
    expect(findWidest({ rows, pools })).toBeNull()
  })

  it('has the balance of a row between what it prints and what the other rows leave of the total', () => {
    const values = compared([sound, wrong], 'California', 'balanceCents')
    expect(values).toEqual([
      [1000, 1000],
      [6000, 7000],
    ])
  })

  it('stands for nothing where pools are measured against each other', () => {
    const failing = failingTables(checkStratifications({ stratifications: [wrong], statistics: [] }))
    expect(shapePool({ tables: [sound], loanGroup: null })).toHaveLength(1)
    expect(shapePool({ tables: [wrong], loanGroup: null, failing })).toEqual([])
  })
})
