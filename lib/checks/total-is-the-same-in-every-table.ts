import { withUnit } from '../format/measure-value.ts'
import type { Check, Stratification } from '../report.ts'
import { findReferenceTable, tablesOfGroup } from '../statistics/index.ts'
import { type CheckRule, compareFigures } from './check-rule.ts'
import type { DescribedCheck } from './described-check.ts'
import { cell, tableOf } from './formula.ts'
import { findTablesOfOtherLoans } from './other-loans.ts'
import { shares } from './percent-shares.ts'
import { halfUnitOf } from './printed-precision.ts'

const code = 'total-is-the-same-in-every-table'

const isShare = (measure: string) => shares.some(({ percent }) => percent === measure)

function checkAgainst(tables: readonly Stratification[], loanGroup: string | null, measure: string): Check[] {
  const reference = findReferenceTable(tables, loanGroup, measure)
  const found = reference?.total?.values[measure]
  if (!reference || found == null) return []
  return tablesOfGroup(tables, loanGroup).flatMap(table => {
    const expected = table.total?.values[measure]
    const at = table.total?.places[measure]
    if (table === reference || expected == null || !at) return []
    const tolerance = halfUnitOf(table, measure) + halfUnitOf(reference, measure)
    const subject = { code, stratification: table.id, measure, reference: reference.id, at } as const
    return [compareFigures(subject, { expected, found, tolerance })]
  })
}

function formatSentence({ check, figures, reference }: DescribedCheck): string {
  const where = reference
    ? `in ${reference.name}${reference.at ? `, line ${reference.at.line}` : ''}`
    : 'in the other tables'
  return check.outcome === 'pass'
    ? `the same total ${where}`
    : `the total ${where} is ${withUnit(figures.found, figures.unit)}, ${figures.difference} from this`
}

/**
 * The printed totals of a loan group's tables against each other: loans, balance and averages of the same pool are the
 * same figures in every table. Compared with the first table that prints what most print (`reference`), so a single
 * table out of line is the one that fails. A table of other loans (`findTablesOfOtherLoans`) is not compared; an issue says so.
 */
export const totalIsTheSameInEveryTable: CheckRule = {
  code,
  role: 'same-total',
  wording: 'The printed total is the same in every table of the pool',
  heading: 'Same total elsewhere',
  name: ({ measure }) => `${measure ?? 'Total'}, total elsewhere`,
  sentence: formatSentence,
  formulas: ({ stratification, reference, measure }, input) => {
    const [table, other] = [tableOf(input, stratification), tableOf(input, reference)]
    if (!table || !other || measure === null) return []
    return [{ expected: cell(table, 'total', measure), found: cell(other, 'total', measure) }]
  },
  run: ({ stratifications }) => {
    const others = findTablesOfOtherLoans(stratifications)
    const compared = stratifications.filter(table => !others.has(table))
    const groups = [...new Set(compared.map(({ loanGroup }) => loanGroup))]
    const totals = compared.flatMap(({ total }) => (total ? Object.keys(total.values) : []))
    const measures = [...new Set(totals)].filter(measure => !isShare(measure))
    return groups.flatMap(group => measures.flatMap(measure => checkAgainst(compared, group, measure)))
  },
}
