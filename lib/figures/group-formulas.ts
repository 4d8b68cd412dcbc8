import type { Formula } from '../checks/formula.ts'
import { waysToAdd } from '../checks/loan-group-families.ts'
import { addEndsOverGroups, type Ends, type WeighedGroup } from '../distributions/index.ts'
import { averagedKinds } from '../pool/averaged-kinds.ts'
import type { FilingReport } from '../report.ts'
import type { SplitFigure } from './deal-figure.ts'
import { figureOf as tellFigure } from './figure-of.ts'
import { type FigureOf, findWay, single } from './find-way.ts'
import { averageBalance, findAverageWay, findPoolWay } from './pool-formulas.ts'
import { groupsOfPool } from './pool-tables.ts'
import { splitFormulas } from './split-formulas.ts'

type Source = { report: FilingReport; figureOf: FigureOf }

/** The ways in which a figure of the whole pool may have been added up over its loan groups (`pool/add-groups.ts`). */
export function addedFormulas(report: FilingReport, id: string, figureOf: FigureOf): Ends[] {
  const source = { report, figureOf }
  const names = report.pool.flatMap(({ loanGroup }) => loanGroup ?? [])
  return waysToAdd(names).flatMap(groups => addedOver(source, groups, id))
}

function addedOver(source: Source, groups: readonly string[], id: string): Ends[] {
  const { report, figureOf } = source
  const known = (of: string) => groupsKnown(source, groups, of)
  if (id === 'average') {
    const [balance, count] = [known('balance'), known('loans')].map(sumOfFigures)
    return balance && count ? averageBalance(balance, count) : []
  }
  if (id === 'balance' || id === 'loans') {
    const sum = sumOfFigures(known(id))
    return sum ? [single(sum)] : []
  }
  if (!averagedKinds.some(one => one.id === id)) return []
  const averages = allKnown(groups.map(loanGroup => findAverageWay(report, { id, loanGroup }, figureOf)))
  const balances = known('balance')
  if (averages === null || balances === null) return []
  const mean = (end: 'low' | 'high'): Formula => ({
    mean: averages.map((average, order) => ({ of: average[end], weight: weightOf(balances, order) })),
  })
  return [
    { low: mean('low'), high: mean('high') },
    // Where loans may lack the figure, it lies between the groups.
    { low: { least: averages.map(({ low }) => low) }, high: { most: averages.map(({ high }) => high) } },
  ]
}

const weightOf = (balances: readonly Ends[], order: number): Formula => balances[order]?.low ?? { number: 0 }

function sumOfFigures(figures: readonly Ends[] | null): Formula | null {
  return figures && { sum: figures.map(({ low }) => low) }
}

/** How a figure of each of some loan groups comes out of printed ones; null where one of them does not. */
function groupsKnown({ report, figureOf }: Source, groups: readonly string[], id: string): Ends[] | null {
  return allKnown(groups.map(loanGroup => findPoolWay(report, { id, loanGroup }, figureOf)))
}

function allKnown(found: readonly (Ends | null)[]): Ends[] | null {
  const known = found.filter(ends => ends !== null)
  return known.length === found.length ? known : null
}

/** The ways in which a share or a tail may have been added up over loan groups, by their balances (`over-pool.ts`). */
export function addedShares(report: FilingReport, figure: SplitFigure, figureOf: FigureOf): Ends[] {
  return groupsOfPool(report).flatMap(groups => sharesOver({ report, figureOf }, groups, figure))
}

function sharesOver(
  { report, figureOf }: Source,
  groups: readonly WeighedGroup[],
  figure: SplitFigure,
): Ends[] {
  const shares = groups.map(({ loanGroup }) => {
    const told = tellFigure(report, figure, loanGroup)
    return told && findWay(splitFormulas(report, figure, loanGroup, figureOf), told, figureOf)
  })
  const context = { tables: report.stratifications, figureOf }
  return [addEndsOverGroups(groups, shares, 'balancePct', context) ?? []].flat()
}
