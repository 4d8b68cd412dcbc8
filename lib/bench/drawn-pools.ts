import { checkStratifications } from '../checks/index.ts'
import type { FigureSource } from '../figures/index.ts'
import { type InventedRow, inventTable, rangeOf } from '../fixtures/invented-table.ts'
import { packFigures } from '../library/columns/pack-figures.ts'
import { type PackedTails, packTails } from '../library/columns/pack-tails.ts'
import { readPool } from '../pool/read-pool.ts'
import type { Stratification } from '../report.ts'

/** Random numbers from 0 to 1 that are the same for the same seed. Source: Mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What is kept of a pool's figures, with its balance and its loans. */
export type DrawnPool = {
  balanceCents: number
  loanCount: number
  figures: Uint8Array
  tails: PackedTails[]
}

const names = {
  state: ['California', 'Florida', 'New York', 'Texas', 'Virginia', 'Arizona', 'Other (less than 2%)'],
  purpose: ['Purchase', 'Cash-Out Refinance', 'Rate/Term Refinance'],
  occupancy: ['Primary Residence', 'Second Home', 'Investor'],
  documentation: ['Full', 'Reduced', 'Stated Income'],
  'property-type': ['Single Family', 'Condominium', 'Planned Unit Development', 'Two to Four Units'],
}
const codes = ['CA', 'FL', 'NY', 'TX', 'VA', 'AZ', 'other']
const ranges = {
  'original-ltv': { from: 50, step: 5, rows: 10, grid: 0.01 },
  'mortgage-rate': { from: 4.5, step: 0.25, rows: 16, grid: 0.001 },
  'current-balance': { from: 0, step: 10_000_000, rows: 10, grid: 1 },
  'remaining-term': { from: 120, step: 30, rows: 8, grid: 1 },
}

/** Draw a pool with nine stratifications, some rows of which are missing as in real filings, and what is kept of its figures. */
export function drawPool(random: () => number): DrawnPool {
  const loanCount = 200 + Math.floor(random() * 3000)
  const balanceCents = loanCount * (8_000_000 + Math.floor(random() * 40_000_000))
  const split = (rows: Pick<InventedRow, 'label' | 'range' | 'code'>[]): InventedRow[] => {
    const weights = rows.map(() => random() ** 2 + 0.02)
    const sum = weights.reduce((all, one) => all + one, 0)
    let [loans, cents] = [loanCount, balanceCents]
    return rows.map((row, order) => {
      const isLast = order === rows.length - 1
      const part = (weights[order] ?? 0) / sum
      const own = {
        loanCount: isLast ? loans : Math.min(loans, Math.round(part * loanCount)),
        balanceCents: isLast ? cents : Math.min(cents, Math.round(part * balanceCents)),
      }
      loans -= own.loanCount
      cents -= own.balanceCents
      return { ...row, ...own }
    })
  }
  const named = Object.entries(names).map(([dimension, labels]) =>
    inventTable({
      id: dimension,
      dimension,
      rows: split(
        labels.map((label, order) => ({
          label,
          ...(dimension === 'state' && { code: codes[order] ?? 'other' }),
        })),
      ),
    }),
  )
  const ranged = Object.entries(ranges).map(([dimension, { from, step, rows, grid }]) =>
    inventTable({
      id: dimension,
      dimension,
      rows: split(
        Array.from({ length: rows }, (_, order) => {
          const low = Number((from + order * step + grid).toFixed(3))
          const high = Number((from + (order + 1) * step).toFixed(3))
          return { label: `${low} to ${high}`, range: rangeOf(low, high) }
        }),
      ),
    }),
  )
  // A tenth of all filings print no table of a dimension.
  const stratifications = [...named, ...ranged].filter(({ id }) => id === 'state' || random() > 0.1)
  const source = sourceOf(stratifications)
  return { balanceCents, loanCount, figures: packFigures(source), tails: packTails(source) }
}

function sourceOf(stratifications: Stratification[]): FigureSource {
  const read = { stratifications, statistics: [] }
  const checks = checkStratifications(read)
  return { stratifications, checks, pool: readPool(read, checks) }
}
