import { addAll } from '../add-all.ts'
import { findMeasure, type Measure, matchMeasures } from '../measures/index.ts'
import type { JudgedCandidate, Verdict } from '../reading/decision.ts'
import { measureEvidence } from '../stratification/agrees-with-figures.ts'
import { countFits } from '../stratification/follows-shares.ts'
import { baseOf, shareBases } from '../stratification/name-shares.ts'
import { isScaled, type ReadColumn, readHeader } from '../stratification/read-columns.ts'
import type { ReadTable } from '../stratification/read-stratification.ts'
import { findSupport } from './measure-support.ts'
import { contradicts, tell } from './told.ts'
import type { Told } from './trace-schema.ts'

/**
 * What a column measures: what its header names, what else its words could name, and what the figures tell instead.
 *
 * > % of Pool       header: percent of the pool by balance
 *      25.00        but in each row it is the share of the loans
 */
export function tellMeasure(table: ReadTable, order: number): Told {
  const column = table.columns[order] ?? { measure: null, header: '' }
  const { measure, header } = column
  const claim = readHeader(table.grid.columns[order]?.header ?? '').measure
  const candidates: JudgedCandidate<Measure>[] = []
  if (claim !== null)
    candidates.push({
      value: claim,
      by: [`The header says “${header}”`],
      verdicts: [...judgeAll(claim, table, order), ...whyNot(claim, column)],
    })
  if (measure !== null && measure !== claim)
    candidates.push({
      value: measure,
      by: [byFigures(measure, header)],
      verdicts: judgeAll(measure, table, order),
    })
  if (measure !== null) addAll(candidates, otherShares(measure, table, order, candidates))
  for (const value of matchMeasures(header).slice(0, MOST_NAMED))
    if (!candidates.some(one => one.value === value))
      candidates.push({ value, by: ['Its words stand in the header'], verdicts: [rival(claim)] })
  return tell({ question: 'measure', candidates, chosen: measure }, ({ longName }) => longName, {
    question: 'measure',
    asks: header === '' ? `What does column ${order + 1} measure?` : `What does “${header}” measure?`,
    column: order,
    measure: measure?.id ?? null,
    note: candidates.length > 0 ? null : whyUnknown(header),
  })
}

/** So many measures that a header's words could name are told. */
const MOST_NAMED = 3

function judgeAll(measure: Measure, table: ReadTable, order: number): Verdict[] {
  const { grid, figures, rows, scales } = table
  const column = grid.columns[order]
  if (column === undefined) return []
  const scaled = isScaled(measure, column.header, scales)
  const against = measureEvidence.flatMap(({ id, judge }) => {
    const verdict = judge(measure, { grid, column, figures, rows, order, scaled }, [])
    return verdict === null ? [] : [{ evidence: id, ...verdict }]
  })
  return [...against, ...findSupport(measure, table, order)]
}

/** A share may be one of any sum that the table prints: in how many rows it is. */
function otherShares(
  measure: Measure,
  { columns, figures, rows }: ReadTable,
  order: number,
  known: readonly JudgedCandidate<Measure>[],
): JudgedCandidate<Measure>[] {
  if (!shareBases.some(({ share }) => share === measure.id)) return []
  return shareBases.flatMap(({ share, of }) => {
    const value = findMeasure(share)
    const base = baseOf(of, columns, figures, rows)
    if (value === null || base === null || value === measure || known.some(one => one.value === value))
      return []
    const header = columns[base.column]?.header ?? ''
    const fits = countFits(figures, rows, order, base)
    const why =
      fits < rows.body.length
        ? `In ${fits} of ${rows.body.length} rows it is the row’s share of “${header}”.`
        : `It is the row’s share of “${header}” too, but the header does not speak of that.`
    return [{ value, by: [`It could be a share of “${header}” too`], verdicts: [contradicts('shares', why)] }]
  })
}

/** Why what the header names did not stand, where its own figures do not rule it out. */
function whyNot(
  claim: Measure,
  { measure, repeats, inDoubt, scaleIsOpen, isContradicted }: ReadColumn,
): Verdict[] {
  if (measure === claim || isContradicted) return []
  if (repeats !== undefined) return [contradicts('repeats', `“${repeats}” before it measures the same.`)]
  if (inDoubt)
    return [
      contradicts('in-doubt', 'Its words may head a neighbouring column, and no figure bears them out.'),
    ]
  if (scaleIsOpen) return [contradicts('scale', 'By what its figures are multiplied is not certain.')]
  if (measure !== null) return [contradicts('figures', 'The figures are of another measure.')]
  return [contradicts('second-table', 'Sums are named again before it: a second table may begin there.')]
}

function byFigures(measure: Measure, header: string): string {
  if (header === '') return 'It has no header; signs and sums of its figures tell it'
  if (measure.unit === 'percent') return 'The shares of each row tell it'
  return 'Its header says that it counts something, by which balances come to the size of a loan'
}

function rival(claim: Measure | null): Verdict {
  if (claim === null)
    return contradicts('extreme', 'The header speaks of the least or the most, not of an average.')
  return contradicts('more-specific', `“${claim.longName}” is the more specific of what its words name.`)
}

function whyUnknown(header: string): string {
  return header === ''
    ? 'It has no header, and its figures do not tell.'
    : `“${header}” names nothing that columns are known to measure.`
}
