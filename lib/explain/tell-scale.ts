import type { Decision, JudgedCandidate } from '../reading/decision.ts'
import { readScales, scaleInHeader } from '../reading/scale-words.ts'
import { type ReadColumn, refutedBy } from '../stratification/column-reading.ts'
import type { ReadTable } from '../stratification/read-table.ts'
import { contradicts, supports, tell } from './told.ts'
import type { Told } from './trace-schema.ts'

const NAMES = new Map([
  [1, 'In full, as printed'],
  [12, 'In years'],
  [1e3, 'In thousands'],
  [1e6, 'In millions'],
  [1e9, 'In billions'],
])

const nameOf = (scale: number) => NAMES.get(scale) ?? `Multiplied by ${scale}`

/** By what a column's dollars, loans or terms are multiplied; nothing of columns that have no scale. */
export function tellScale({ columns }: ReadTable, order: number): Told[] {
  const column = columns[order]
  if (column === undefined) return []
  const decision = scaleOf(column)
  if (decision === null) return []
  const measure = column.measure?.id ?? null
  const about = { question: 'scale', asks: 'How are its figures printed?', column: order, measure } as const
  const isOpen = decision.chosen === null
  return [
    tell(decision, nameOf, {
      ...about,
      note: isOpen ? 'No scale that the words give fits its figures.' : null,
    }),
  ]
}

/** By what the dollars in the labels are multiplied, where words tell a scale. */
export function tellLabelScale(decision: Decision<number> | null): Told[] {
  return decision === null
    ? []
    : [
        tell(decision, nameOf, {
          question: 'label-scale',
          asks: 'How are the dollars in its labels printed?',
        }),
      ]
}

const SCALE = new Set(['scale'])

function scaleOf(column: ReadColumn): Decision<number> | null {
  const { measure, scaling, scale = 1 } = column
  const scaleIsOpen = refutedBy(column, SCALE) !== null
  if (scaling !== undefined) return scaling.chosen === scale || scaleIsOpen ? scaling : inFull(scaling)
  if (scaleIsOpen) return decided(null, { value: 12, by: saysYears(column), against: TOO_LONG })
  const unit = measure?.unit
  if (unit !== 'cents' && unit !== 'count' && unit !== 'months') return null
  return decided(scale, { value: scale, by: whoSays(column, scale) })
}

const TOO_LONG = 'Figures of more than 50 are no years of a loan.'

function whoSays(column: ReadColumn, scale: number): string {
  const { header, measure } = column
  if (scale === 12) return saysYears(column)
  if (scale !== 1) return scaleInHeader(header) === null && measure?.unit === 'count' ? IN_TITLE : IN_HEADER
  return measure?.unit === 'months'
    ? 'Nothing over the column speaks of years'
    : 'Nothing on or around the table speaks of thousands or millions'
}

function saysYears({ header }: ReadColumn): string {
  return readScales(header).years ? IN_HEADER : 'Words around the table say so'
}

const IN_HEADER = 'The column’s header says so'
const IN_TITLE = 'The title or a heading right above says so'

type One = { value: number; by: string; against?: string }

function decided(chosen: number | null, { value, by, against }: One): Decision<number> {
  const verdicts = against === undefined ? [] : [contradicts('size', against)]
  return { question: 'scale', candidates: [{ value, by: [by], verdicts }], chosen }
}

/** Averages stand in dollars where that is what balances over loans come to, whatever the scale of the sums. */
function inFull({ question, candidates }: Decision<number>): Decision<number> {
  const why = supports('mean', 'Balance over loans comes to what is printed.')
  const not = contradicts('mean', 'Balance over loans does not come to it.')
  const told = candidates.map((one): JudgedCandidate<number> => {
    return { ...one, verdicts: [...one.verdicts, one.value === 1 ? why : not] }
  })
  return { question, candidates: told, chosen: 1 }
}
