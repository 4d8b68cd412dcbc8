import type { Ends } from '../distributions/index.ts'
import { findFigure, findPool } from '../pool/find-figure.ts'
import type { FilingReport } from '../report.ts'
import type { DealFigure, SplitFigure } from './deal-figure.ts'
import type { FigureOf } from './find-way.ts'
import { addedFormulas, addedShares } from './group-formulas.ts'
import { poolFormulas } from './pool-formulas.ts'
import { splitFormulas } from './split-formulas.ts'

/**
 * The ways in which a figure of a pool, or of one loan group, may have been computed from printed figures, those of the whole
 * pool also from figures of the loan groups that make it up, each with a low and a high end, which are one for a single
 * figure. Who uses them takes the one that comes to the figure.
 */
export function formulasOfFigure(
  report: FilingReport,
  { figure, loanGroup }: { figure: DealFigure; loanGroup: string | null },
  figureOf: FigureOf,
): Ends[] {
  if (figure.kind !== 'pool') return sharesOf(report, { figure, loanGroup }, figureOf)
  const { id } = figure
  const code = id === 'largest-state' ? findFigure(findPool(report.pool, loanGroup), id)?.code : undefined
  // The largest state's share, as its row bounds it.
  const ofState =
    code === undefined
      ? []
      : sharesOf(report, { figure: { kind: 'share', dimension: 'state', name: code }, loanGroup }, figureOf)
  return [
    ...ofState,
    ...poolFormulas(report, { id, loanGroup }, figureOf),
    ...(loanGroup === null ? addedFormulas(report, id, figureOf) : []),
  ]
}

function sharesOf(
  report: FilingReport,
  { figure, loanGroup }: { figure: SplitFigure; loanGroup: string | null },
  figureOf: FigureOf,
): Ends[] {
  return [
    ...splitFormulas(report, figure, loanGroup, figureOf),
    ...(loanGroup === null ? addedShares(report, figure, figureOf) : []),
  ]
}
