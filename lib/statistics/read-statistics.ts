import type { FilingDocument, OtherTable, Place, Statistic, Stratification, Unit } from '../report.ts'
import { tellNetFromGross } from './net-or-gross.ts'
import { findPassages } from './passage.ts'
import { readProfile } from './profile.ts'
import { recomputeStatistic } from './recompute-statistic.ts'
import { joinSource, type SourceText } from './source-text.ts'
import { readStatements, type Statement } from './statement.ts'
import { readTail, type TailFigure } from './tail.ts'
import { readTotalRow } from './total-row.ts'

type Stated = {
  id: string
  loanGroup: string | null
  unit: Unit
  value: number
  decimals: number
  table: Stratification | null
  at: Place
}

const namedGroup = /\b(?:(?:mortgage )?loan |mortgage )?(?:sub-?)?(?:group|pool) (?:\d{1,2}|[ivx]{1,4})\b/i

/**
 * The loan group a sentence names, as the tables print it, else as the sentence does; null when it names none.
 * A figure of a group that has no tables is then at least not taken for the whole pool's.
 */
function groupNamed(sentence: string, groups: readonly string[]): string | null {
  const said = sentence.toLowerCase()
  const known = groups.find(group => isSaidWhole(said, group.toLowerCase()))
  return known ?? namedGroup.exec(sentence)?.[0] ?? null
}

/** Are the words said, and not as the beginning of others, as "group i" is of "group ii"? */
function isSaidWhole(said: string, words: string): boolean {
  const end = said.indexOf(words) + words.length
  return end >= words.length && !/[a-z\d]/.test(said.charAt(end))
}

/** The loan groups of the tables, longer names first, so that Group 12 is not taken for Group 1. */
function findGroups(tables: readonly Stratification[]): string[] {
  const groups = new Set(tables.flatMap(({ loanGroup }) => (loanGroup ? [loanGroup] : [])))
  return [...groups].sort((a, b) => b.length - a.length)
}

/** The loan group that the title of the profile names in which a line stands, if any. */
function groupOfProfile(line: number, profiles: readonly OtherTable[], groups: readonly string[]) {
  const around = profiles.find(({ at }) => at.line <= line && line <= (at.lastLine ?? at.line))
  return around ? groupNamed(around.title ?? '', groups) : null
}

function fromStatement(
  statement: Statement,
  groups: readonly string[],
  profiles: readonly OtherTable[],
): Stated {
  const { kind, value, decimals, passage, sentence, at } = statement
  const around = passage.table?.loanGroup ?? groupOfProfile(at.line, profiles, groups)
  const loanGroup = groupNamed(sentence, groups) ?? around
  const table = passage.table?.loanGroup === loanGroup ? passage.table : null
  return { id: kind.id, unit: kind.unit, loanGroup, value, decimals, table, at }
}

function fromTail(figure: TailFigure): Stated {
  return { ...figure, loanGroup: figure.table.loanGroup }
}

function fromProfile(source: SourceText, profile: OtherTable, groups: readonly string[]): Stated[] {
  const figures = readProfile(source, profile, words => groupNamed(words, groups))
  return figures.map(figure => ({ ...figure, table: null }))
}

/** Drop what repeats an earlier figure: the same statistic of the same group, printed alike. */
function withoutRepeats(stated: readonly Stated[]): Stated[] {
  const seen = new Set<string>()
  return stated.filter(({ id, loanGroup, value, decimals }) => {
    const key = JSON.stringify([id, loanGroup, value, decimals])
    return !seen.has(key) && seen.add(key)
  })
}

/** Decimals kept of a recomputed figure: more than any filing prints, fewer than the noise of floating point. */
const keptDecimals = 6

function round(value: number, unit: Unit, decimals: number): number {
  return unit === 'cents' ? Math.round(value) : Number(value.toFixed(decimals))
}

function complete(stated: Stated, tables: readonly Stratification[]): Statistic {
  const { id, loanGroup, unit, value, decimals, at } = stated
  const { value: recomputed, bounds, table, reason } = recomputeStatistic(stated, tables)
  const places = Math.max(2, decimals)
  return {
    id,
    loanGroup,
    unit,
    stated: value,
    decimals,
    recomputed: recomputed === null ? null : round(recomputed, unit, keptDecimals),
    bounds: bounds && [round(bounds[0], unit, places), round(bounds[1], unit, places)],
    stratification: table?.id ?? stated.table?.id ?? null,
    reason,
    at,
  }
}

/** Balance and number of loans of each loan group, from the totals of its tables. */
function poolFigures(tables: readonly Stratification[], stated: readonly Statistic[]): Statistic[] {
  const groups = [...new Set(tables.map(({ loanGroup }) => loanGroup))]
  const figures = [
    { id: 'pool-balance', unit: 'cents', decimals: 2 },
    { id: 'loan-count', unit: 'count', decimals: 0 },
  ] as const
  return groups.flatMap(loanGroup =>
    figures.flatMap(({ id, unit, decimals }) => {
      if (stated.some(known => known.id === id && known.loanGroup === loanGroup)) return []
      const { value, table } = recomputeStatistic({ id, loanGroup, table: null }, tables)
      if (value === null || table === null) return []
      const printed = { stated: null, at: null, bounds: null, reason: null }
      return [{ id, loanGroup, unit, decimals, recomputed: value, stratification: table.id, ...printed }]
    }),
  )
}

/**
 * The statistics that a filing states in footnotes, tails, total rows, profiles and prose, each with what the tables give for it,
 * and the balance and number of loans of each group from the tables' totals.
 *
 * Units as everywhere: money in integer cents, percents as printed, terms in months. `recomputed` comes from exact
 * rows, `bounds` from ranges, else `reason` says why there is neither. A figure stated twice in different precision is
 * kept twice; in the same, once.
 */
export function readStatistics(input: {
  stratifications: readonly Stratification[]
  lines: readonly string[]
  /** The lines joined by `\n`, where they are at hand. */
  text?: string
  documents?: readonly FilingDocument[]
  otherTables?: readonly OtherTable[]
}): Statistic[] {
  const { stratifications, lines, text, documents = [], otherTables = [] } = input
  const source = joinSource(lines, documents, text)
  const passages = findPassages(source, stratifications)
  const profiles = otherTables.filter(({ kind }) => kind === 'profile' || kind === 'comparison')
  const groups = findGroups(stratifications)
  const stated = [
    ...passages
      .flatMap(readStatements)
      .map(tellNetFromGross)
      .map(statement => fromStatement(statement, groups, profiles)),
    ...profiles.flatMap(profile => fromProfile(source, profile, groups)),
    ...passages
      .filter(({ kind }) => kind === 'tail')
      .flatMap(readTail)
      .map(fromTail),
    ...stratifications.flatMap(readTotalRow).map(fromTail),
  ]
  const statistics = withoutRepeats(stated).map(one => complete(one, stratifications))
  return [...poolFigures(stratifications, statistics), ...statistics]
}
