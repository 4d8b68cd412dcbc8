import { formatCountOf, formatDate, formatMoney } from '../../format/index.ts'
import { findMeasure } from '../../measures/index.ts'

/** What was not compared, and what about it kept it from being so. */
export type NotCompared =
  | { code: 'loan-group'; group: string }
  | { code: 'table-is-too-long' }
  | { code: 'dimension-is-not-told' }
  | {
      code: 'another-pool'
      printedCents: number | null
      cutOffDate: string | null
      tapeCents: number
      asOf: string | null
    }
  | { code: 'value-of-its-date'; cutOffDate: string | null; asOf: string | null }
  | { code: 'several-at-once'; loans: number }
  | { code: 'value-is-not-told'; loans: number }
  | { code: 'no-figure' }
  | { code: 'measure-is-not-told'; measure: string }
  | { code: 'measure-of-its-date'; measure: string }
  | { code: 'name-is-unknown'; label: string }
  | { code: 'loans-in-no-row'; loans: number }

const sayDate = (date: string | null, unknown: string) => (date === null ? unknown : formatDate(date))
const nameMeasure = (id: string) => findMeasure(id)?.name ?? id

/** Why something was not compared, as a sentence. */
export function sayNotCompared(one: NotCompared): string {
  switch (one.code) {
    case 'loan-group':
      return `The table is of ${one.group}; the tape does not tell which loans these are.`
    case 'table-is-too-long':
      return 'The table is too long to be held against the loans.'
    case 'dimension-is-not-told':
      return 'The tape tells nothing that the loans could be sorted by as this table does.'
    case 'another-pool':
      return one.printedCents === null
        ? `The table prints no balance, and its date (${sayDate(one.cutOffDate, 'not told')}) is not of the period of the tape (to ${sayDate(one.asOf, 'no date told')}), so nothing shows that it is of the same pool.`
        : `The table is of $${formatMoney(one.printedCents)}${one.cutOffDate === null ? '' : ` at ${formatDate(one.cutOffDate)}`}. By none of their balances do the loans come to that; they are $${formatMoney(one.tapeCents)} at ${sayDate(one.asOf, 'a date that the tape does not tell')}.`
    case 'value-of-its-date':
      return `The tape tells remaining terms at ${sayDate(one.asOf, 'a date that it does not tell')}; the table is at ${sayDate(one.cutOffDate, 'a date that is not read')}.`
    case 'several-at-once':
      return `${formatCountOf(one.loans, 'loan')} ${one.loans === 1 ? 'is' : 'are'} several of these at once, with properties that differ; the table splits by property, and the tape does not tell by how much.`
    case 'value-is-not-told':
      return `${formatCountOf(one.loans, 'loan')} ${one.loans === 1 ? 'does' : 'do'} not tell this in the tape, and no row is for such, so any row may hold ${one.loans === 1 ? 'it' : 'them'}.`
    case 'no-figure':
      return 'No figure of the table is one that the loans tell.'
    case 'measure-is-not-told':
      return `${nameMeasure(one.measure)}: not every loan of a row tells it in the tape.`
    case 'measure-of-its-date':
      return `${nameMeasure(one.measure)}: the tape tells it at another date.`
    case 'name-is-unknown':
      return `Row ${one.label}: no loan bears this name in the tape, which may call it otherwise.`
    case 'loans-in-no-row':
      return `${formatCountOf(one.loans, 'loan')} of the tape ${one.loans === 1 ? 'has' : 'have'} a value that no printed row takes in.`
  }
}
