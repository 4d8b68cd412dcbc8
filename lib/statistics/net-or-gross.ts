import { oncePer } from '../once-per.ts'
import type { Stratification } from '../report.ts'
import type { Passage } from './passage.ts'
import { findStatisticKind } from './registry.ts'
import type { Statement } from './statement.ts'

/** Bounded, so that a note that repeats its words is still read in linear time. */
const rowsNetOf = /\b(?:shown|stated|presented|listed|reflected)\b[^.]{0,200}\bnet of\b/i
const adjusted = /\bas (?:so )?adjusted\b|\bafter (?:such|the|this) adjustment\b|\bnet of\b/i
const unadjusted =
  /\bwithout (?:such|the|this|any|giving effect to)\b|\bbefore (?:such|the|this)\b|\bunadjusted\b|\bgross\b/i

/** > Original LTV (net of MI): 61.50%     tells nothing of rates */
const netRatio =
  /\b(?:effective|net|adjusted) (?:weighted average )?(?:ltv|loan[- ]to[- ]value)|(?:\bltv|\bloan[- ]to[- ]value(?: ratios?)?),? \(?net of\b/gi

/** True when a footnote says that the table's rates are shown net of a premium or fee. */
export const showsNetRates = oncePer((table: Stratification) =>
  table.footnotes.some(({ text }) => rowsNetOf.test(text)),
)

const saysRowsAreNet = oncePer(({ kind, text }: Passage) => kind === 'footnote' && rowsNetOf.test(text))

/**
 * Tell net from gross where a note states both in the same words.
 *
 * > … shown in the preceding table net of the premium. … rate (as so adjusted) is 6.973%. Without the adjustment … 6.996%.
 *                                                            ^ net-wac                   ^ wac
 *
 * A gross statement becomes net only when its sentence says so, or when the note says the rates are net and the
 * sentence does not take that back.
 */
export function tellNetFromGross(statement: Statement): Statement {
  const { kind, passage } = statement
  const sentence = statement.sentence.replace(netRatio, '')
  const net = findStatisticKind('net-wac')
  if (kind.id !== 'wac' || !net || unadjusted.test(sentence)) return statement
  return adjusted.test(sentence) && (saysRowsAreNet(passage) || /\bnet\b/i.test(sentence))
    ? { ...statement, kind: net }
    : statement
}

/** Why a rate statistic cannot be recomputed from rows of the other kind; null when it can. */
export function rateMismatch(id: string, table: Stratification): string | null {
  const netRows = showsNetRates(table)
  if (id === 'wac' && netRows)
    return 'The rows print net rates, so the gross average cannot be recomputed from them.'
  if (id === 'net-wac' && !netRows)
    return 'The rows print gross rates, so the net average cannot be recomputed from them.'
  return null
}
