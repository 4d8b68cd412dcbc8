import { printPlace } from '@/lib/addresses/place-address.ts'
import { formatMeasureValue, formatWithUnit, recomputedDecimals, widen } from '@/lib/format/index.ts'
import { chooseRate, findFigure } from '@/lib/pool/find-figure.ts'
import type { PoolFigure, PoolSummary } from '@/lib/report.ts'

/** How far a figure is proven: `null` is not checked, and the words say why. */
export type Proof = { outcome: 'pass' | 'fail' | null; words: string }

/** The six figures of the pool line: balance, loans, average, WAC, WALTV, WAM, where known. */
export function listPoolFigures(pool: PoolSummary | undefined): PoolFigure[] {
  const find = (id: string) => findFigure(pool, id)
  const figures = [
    find('balance'),
    find('loans'),
    find('average'),
    chooseRate(pool),
    find('waltv'),
    find('wam'),
  ]
  return figures.filter(figure => figure !== undefined)
}

const others = ['credit-score', 'wacltv', 'original-term', 'dti', 'margin', 'loan-age']

/** The averages that the filing states of a pool besides those of the pool line. */
export function listOtherAverages(pool: PoolSummary | undefined): PoolFigure[] {
  return others.flatMap(id => findFigure(pool, id) ?? []).filter(({ stated }) => stated !== null)
}

/** Gross beside net, or net beside gross, when the filing states both. */
export function otherRate(pool: PoolSummary | undefined, { id }: PoolFigure): PoolFigure | undefined {
  const other = findFigure(pool, { wac: 'net-wac', 'net-wac': 'wac' }[id] ?? '')
  return other?.stated == null ? undefined : other
}

/** A figure without its unit, which stands beside it: what is computed and not printed is told to two places at least. */
export function formatFigure({ value, bounds, unit, decimals, kind }: PoolFigure): string {
  const places = kind === 'stated' ? decimals : Math.max(decimals, unit === 'percent' ? 2 : 0)
  if (value !== null) return formatMeasureValue(value, unit, places)
  return (bounds ?? []).map(end => formatMeasureValue(end, unit, places)).join('–')
}

/** What readers noted on the place that a figure is printed at. */
export function noteOn({ at }: PoolFigure, noted: ReadonlyMap<string, string>): string | undefined {
  return at ? noted.get(printPlace(at)) : undefined
}

const computedFrom: Record<NonNullable<PoolFigure['from']>, string> = {
  rows: 'from the rows, not stated',
  'row-averages': 'from the rows’ averages, not stated',
  quotient: 'balance ÷ loans, not stated',
  groups: 'from the loan groups, not stated',
  loans: 'from the loans',
}

/** What a figure was computed by. The quotient of a share is of balances, every other one of a balance and a number. */
function sayOrigin(figure: PoolFigure, from: NonNullable<PoolFigure['from']>): string {
  const { id, bounds } = figure
  if (from === 'groups' && bounds) return `from the loan groups, within [${sayBounds(bounds, figure)}]`
  if (id === 'largest-state' && from === 'quotient') return 'its balance ÷ the pool’s, not stated'
  return computedFrom[from]
}

/** What proves a figure, or why nothing does. */
export function proveFigure(figure: PoolFigure): Proof {
  const { kind, stated, computed, from, bounds, tables, check } = figure
  const outcome = check?.outcome ?? null
  if (kind === 'bounded') return { outcome: null, words: 'what the rows allow, not stated' }
  if (tables) return proveByTables(tables, outcome)
  if (stated === null) return { outcome: null, words: from ? sayOrigin(figure, from) : 'not stated' }
  if (computed !== null) return { outcome, words: `recomputed ${sayExactly(computed, figure)}` }
  if (!bounds) return { outcome, words: 'stated; no table gives it' }
  return { outcome, words: `${outcome === 'fail' ? 'outside' : 'within'} [${sayBounds(bounds, figure)}]` }
}

function proveByTables({ same, of }: NonNullable<PoolFigure['tables']>, outcome: Proof['outcome']): Proof {
  if (of > 1) return { outcome, words: `same in ${same} of ${of} tables` }
  if (outcome === null) return { outcome, words: 'the total of one table' }
  return { outcome, words: outcome === 'pass' ? 'the rows add up' : 'the rows add up to another total' }
}

function sayBounds(bounds: [number, number], { unit, decimals }: PoolFigure): string {
  const places = Math.max(decimals, 2)
  return widen(bounds, places, unit)
    .map(end => formatMeasureValue(end, unit, places))
    .join(', ')
}

/** A recomputed figure with the places that tell it from the stated one; money to the cent. */
function sayExactly(value: number, { unit, decimals }: PoolFigure): string {
  return unit === 'cents'
    ? formatWithUnit(value, unit, 2)
    : formatMeasureValue(value, unit, recomputedDecimals(value, decimals))
}
