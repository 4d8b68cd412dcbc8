import type { Formula } from '../../checks/index.ts'
import { figureValue } from '../../checks/index.ts'
import { ask, type Ends, rowsInside, spanOfQuestion } from '../../distributions/index.ts'
import { certifyClaims } from '../../export/evidence-pack/certify-claims.ts'
import type { ReadSource } from '../../export/evidence-pack/evidence.ts'
import type { Certificate } from '../../export/evidence-pack/evidence-schema.ts'
import {
  type DealFigure,
  distributionOf,
  type FigureValue,
  figureKey,
  figureOf,
  findWay,
  formulasOfFigure,
  unitOfFigure,
} from '../../figures/index.ts'
import type { FilingReport } from '../../report.ts'

type Asked = {
  figure: DealFigure
  /** Of which loans; null for the whole pool, also where only its loan groups are printed. */
  loanGroup: string | null
  /** Says what is claimed, by what the filing tells of it. */
  sentenceOf: (value: FigureValue) => string
  address: string
}

/** What a filing tells of a figure that can be asked of any deal, with its steps; null where it does not report it. */
export function certifyDealFigure(
  read: ReadSource,
  { figure, loanGroup, sentenceOf, address }: Asked,
): Certificate | null {
  const { report } = read
  const value = figureOf(report, figure, loanGroup)
  if (value === null) return null
  const bound = { low: value.low, high: value.high }
  const printed = figureValue(report)
  const ends = findWay(formulasOfFigure(report, { figure, loanGroup }, printed), bound, printed)
  return certifyClaims(read, {
    sentence: sentenceOf(value),
    address,
    claims: [{ what: figureKey(figure), unit: unitOfFigure(figure), bound, ends }],
    rows: rowsOf(report, figure, new Set([value.stratification, ...(ends ? tablesOf(ends) : [])])),
  })
}

/** The tables whose figures are computed with. */
function tablesOf({ low, high }: Ends): Set<string> {
  const tables = new Set<string>()
  const walk = (step: Formula | readonly Formula[]): void => {
    if (Array.isArray(step)) for (const part of step) walk(part)
    else if ('figure' in step) {
      if ('table' in step.figure) tables.add(step.figure.table)
    } else if ('mean' in step) walk(step.mean.flatMap(({ of, weight }) => [of, weight]))
    else if (!('number' in step)) for (const part of Object.values(step)) walk(part)
  }
  walk([low, high])
  return tables
}

/** The rows of the tables that a tail is read from; what else there is has its figures alone. */
function rowsOf(report: FilingReport, figure: DealFigure, tables: ReadonlySet<string | null>) {
  if (figure.kind !== 'tail') return []
  const { dimension, side, at } = figure
  return report.stratifications
    .filter(table => table.dimension === dimension && tables.has(table.id))
    .flatMap(table => {
      const read = distributionOf(table)
      if ('reason' in read) return []
      return rowsInside(ask(read.distribution, spanOfQuestion({ side, at })).parts)
    })
}
