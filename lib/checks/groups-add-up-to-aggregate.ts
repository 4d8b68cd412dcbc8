import type { Check } from '../report.ts'
import { type CheckRule, compareFigures } from './check-rule.ts'
import type { DescribedCheck } from './described-check.ts'
import { cell, tableOf } from './formula.ts'
import {
  cellOfPart,
  findGroupedTables,
  findSums,
  type GroupedTables,
  type GroupSum,
  groupedMeasures,
} from './group-sums.ts'
import { halfUnitOf } from './printed-precision.ts'

const code = 'groups-add-up-to-aggregate'

function checkSum({ aggregate, groups }: GroupedTables, sum: GroupSum, measure: string): Check[] {
  const expected = sum.whole.values[measure]
  const at = sum.whole.places[measure]
  if (expected == null || !at || sum.parts.some(({ row }) => row.values[measure] == null)) return []
  const found = sum.parts.reduce((total, { row }) => total + (row.values[measure] ?? 0), 0)
  const tolerance = [aggregate, ...groups].reduce((total, table) => total + halfUnitOf(table, measure), 0)
  const subject = { code, stratification: aggregate.id, measure, at } as const
  const about = sum.bucket === undefined ? subject : { ...subject, bucket: sum.bucket }
  return [compareFigures(about, { expected, found, tolerance })]
}

function formatSentence({ check, figures }: DescribedCheck): string {
  const sum = `the loan groups add up to ${figures.found}`
  return check.outcome === 'pass' ? sum : `${sum}, ${figures.difference} from what is printed`
}

/**
 * Loans and balance of the whole pool's table against the sum over its loan groups: in the total row, and in every row
 * where all tables are split alike.
 */
export const groupsAddUpToAggregate: CheckRule = {
  code,
  wording: 'The loan groups add up to the whole pool',
  heading: 'Sum of the loan groups',
  sentence: formatSentence,
  formulas: ({ stratification, bucket, measure }, { stratifications }) => {
    const table = tableOf({ stratifications, statistics: [] }, stratification)
    if (!table || measure === null) return []
    const expected = cell(table, bucket ?? 'total', measure)
    return findSums(stratifications, table, bucket).map(sum => ({
      expected,
      found: { sum: sum.parts.map(part => cellOfPart(part, measure)) },
    }))
  },
  run: ({ stratifications }) =>
    findGroupedTables(stratifications).flatMap(tables =>
      tables.sums.flatMap(sum => groupedMeasures.flatMap(measure => checkSum(tables, sum, measure))),
    ),
}
