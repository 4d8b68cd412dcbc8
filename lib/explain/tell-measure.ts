import { type Measure, matchMeasures } from '../measures/index.ts'
import type { JudgedCandidate, Verdict } from '../reading/decision.ts'
import { openColumn } from '../stratification/column-reading.ts'
import { readHeader } from '../stratification/read-columns.ts'
import type { ReadTable } from '../stratification/read-table.ts'
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
  const { measure, header, candidates: read } = table.columns[order] ?? openColumn('')
  const claim = readHeader(table.grid.columns[order]?.header ?? '').measure
  const candidates = read.map(({ value, by, verdicts }): JudgedCandidate<Measure> => {
    const isAsked = value === measure || value === claim
    return { value, by, verdicts: isAsked ? [...verdicts, ...findSupport(value, table, order)] : verdicts }
  })
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

function rival(claim: Measure | null): Verdict {
  if (claim === null)
    return contradicts('extreme', 'The header speaks of the least or the most, not of an average.')
  return contradicts('more-specific', `“${claim.longName}” is the more specific of what its words name.`)
}

function whyUnknown(header: string): string {
  return header === ''
    ? 'It has no header, and its figures do not show it.'
    : `“${header}” names nothing that columns are known to measure.`
}
