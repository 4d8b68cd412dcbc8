import { isContested, whyTurnedDown } from './told.ts'
import type { TableTrace, Told, ToldCandidate } from './trace-schema.ts'

/**
 * How a table was read, for a terminal: every question with its answer, what proposed it and what speaks for and against
 * it, then each answer that was turned down.
 *
 * > Lines 6 to 12: Loan Purpose of the Mortgage Loans
 *   What do the rows split the pool by?
 *     = Loan purpose
 *         The title says “Loan Purpose of the Mortgage Loans”.
 *         For: Most rows are words of “Purpose”.
 */
export function printTrace({ title, at, refused, told }: TableTrace): string {
  const last = at.lastLine ?? at.line
  const lines = last === at.line ? `Line ${at.line}` : `Lines ${at.line} to ${last}`
  return [
    `${lines}: ${title ?? 'no title'}`,
    ...(refused === null ? [] : [`  No stratification: ${refused}`]),
    ...told.flatMap(printTold),
  ].join('\n')
}

function printTold(told: Told): string[] {
  const { asks, answer, candidates, note } = told
  const chosen = candidates.filter(({ isChosen }) => isChosen)
  const others = candidates.filter(({ isChosen }) => !isChosen)
  return [
    `  ${asks}`,
    ...(answer === null ? [`    = not known${note === null ? '' : `: ${note}`}`] : []),
    ...chosen.flatMap(one => printCandidate(one, '=')),
    ...others.flatMap(one => [
      ...printCandidate(one, 'x'),
      ...(isSilent(one) ? [`        Against: ${whyTurnedDown(one, told)}`] : []),
    ]),
  ]
}

/** Does nothing contradict it? Then the one that stood has more for it. */
function isSilent({ verdicts }: ToldCandidate): boolean {
  return verdicts.every(({ says }) => says === 'supports')
}

function printCandidate({ answer, by, verdicts }: ToldCandidate, mark: string): string[] {
  return [
    `    ${mark} ${answer}`,
    ...by.map(sentence => `        ${endSentence(sentence)}`),
    ...verdicts.map(({ says, why }) => `        ${says === 'supports' ? 'For' : 'Against'}: ${why}`),
  ]
}

/**
 * The questions of a table that had more than one answer, or none, a line each: for the drawings of fixtures. Of a table
 * that is no stratification why not, and what had several.
 *
 * > split: State of the mortgaged property; not Property type: No row is named so.
 */
export function printContested({ told, refused }: TableTrace): string[] {
  const contested = told.filter(one => (refused === null ? isContested(one) : one.candidates.length > 1))
  const lines = contested.map(one => {
    const { question, column, answer, candidates, note } = one
    const about = column === null ? question : `${question} of column ${column + 1}`
    const others = candidates
      .filter(({ isChosen }) => !isChosen)
      .map(other => `not ${other.answer} (${whyTurnedDown(other, one)})`)
    const none = note === null || others.length > 0 ? 'none' : `none (${note})`
    return `${about}: ${[answer ?? none, ...others].join('; ')}`
  })
  return refused === null ? lines : [`no stratification: ${refused}`, ...lines]
}

/** A sentence with its full stop, unless it ends in one already. */
export function endSentence(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`
}
