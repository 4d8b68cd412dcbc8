import { endSentence } from '../explain/print-trace.ts'
import { isContested, whyTurnedDown } from '../explain/told.ts'
import type { Question, TableTrace, Told } from '../explain/trace-schema.ts'
import type { Evidence } from './describe-place.ts'

/** One question about a figure's table or column: what was answered, why, and what was turned down, with why not. */
export type Reason = {
  /** What it is about, in a word or two, and which column. */
  about: string
  key: string
  answer: string
  because: string[]
  turnedDown: { answer: string; why: string }[]
}

/** What each question is about, and whether it is told only where there was more than one answer, or none. */
const QUESTIONS: Record<Question, { about: string; onlyContested?: true }> = {
  parts: { about: 'Table', onlyContested: true },
  title: { about: 'Title', onlyContested: true },
  split: { about: 'Rows' },
  'label-scale': { about: 'Labels' },
  subject: { about: 'Subject' },
  group: { about: 'Loans' },
  measure: { about: 'Column' },
  scale: { about: 'Scale' },
}

/**
 * Why a figure was read as it was: the questions about its table, and those about its column. Of a table that is no
 * stratification also why not. Nothing where its table is not among those told of.
 */
export function pickReasons(tables: readonly TableTrace[], evidence: Evidence): Reason[] {
  const table = tables.find(({ id }) => id === evidence.stratification)
  if (table === undefined) return []
  const { refused } = table
  const told = table.told.filter(one => isOf(one, evidence.measure) && isWorthTelling(one, refused !== null))
  const own = told.map(one => sayReason(one))
  if (refused === null) return own
  const why = { about: 'Kind', key: 'kind', answer: 'No split of a pool', because: [refused], turnedDown: [] }
  return [why, ...own]
}

function isOf({ column, measure }: Told, chosen: string | null): boolean {
  return column === null || (measure !== null && measure === chosen)
}

/** Of a table that splits no pool, only what had several answers says something. */
function isWorthTelling(told: Told, isRefused: boolean): boolean {
  const { onlyContested } = QUESTIONS[told.question]
  if (isRefused) return told.candidates.length > 1
  return onlyContested !== true || isContested(told) || told.question === 'parts'
}

function sayReason(told: Told): Reason {
  const { question, column, answer, candidates, note } = told
  const chosen = candidates.find(({ isChosen }) => isChosen)
  const supports = chosen?.verdicts.filter(({ says }) => says === 'supports').map(({ why }) => why) ?? []
  const sentences = [...(chosen?.by ?? []), ...supports, ...(note === null ? [] : [note])]
  return {
    about: QUESTIONS[question].about,
    key: `${question} ${column ?? ''}`,
    answer: answer ?? 'Not known',
    because: sentences.map(endSentence),
    turnedDown: candidates
      .filter(({ isChosen }) => !isChosen)
      .map(one => ({ answer: one.answer, why: whyTurnedDown(one, told) })),
  }
}
