import { widen } from '../format/index.ts'
import { oncePer } from '../once-per.ts'
import { lastNotAbove } from '../ordered.ts'
import type { FilingDocument, OtherTable, Place, Statistic, Stratification, Unit } from '../report.ts'
import { uniqueNames } from '../unique-names.ts'
import { type FindGroup, groupFinder } from './named-group.ts'
import { tellNetFromGross } from './net-or-gross.ts'
import { findPassages, type Passage } from './passage.ts'
import { readProfile } from './profile.ts'
import { recomputeStatistic } from './recompute-statistic.ts'
import { findReferenceTotal } from './reference-total.ts'
import { joinSource, type SourceText } from './source-text.ts'
import { readStatements, type Statement, speaksOfKind } from './statement.ts'
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
  isOfAll?: true
}

/** A statistic before it has a key. */
type Unnamed = Omit<Statistic, 'key'>

/** The loan groups of the tables, as they are printed. */
function findGroups(tables: readonly Stratification[]): Set<string> {
  return new Set(tables.flatMap(({ loanGroup }) => (loanGroup ? [loanGroup] : [])))
}

/** In lower case, the words that headers count loans by, and those of the names of groups. */
function namesOfLoans(tables: readonly Stratification[]): Set<string> {
  const counted = tables.flatMap(({ columns }) =>
    columns.flatMap(({ measure, header }) => (measure === 'loanCount' ? [header] : [])),
  )
  const printed = [...new Set([...counted, ...findGroups(tables)])].join(' ').toLowerCase()
  return new Set(printed.match(/[a-z][a-z'’-]*/g))
}

/** The profile in which a figure stands, if any; profiles are in the order they are printed. */
function profileAround(at: Place, profiles: readonly OtherTable[]): OtherTable | null {
  const profile = profiles[lastNotAbove(startsOf(profiles), orderOf(at))]
  if (profile === undefined || orderOf(profile.at) > orderOf(at)) return null
  const end = { line: profile.at.lastLine ?? profile.at.line, start: profile.at.end }
  return orderOf(at) < orderOf(end) ? profile : null
}

const startsOf = oncePer((profiles: readonly OtherTable[]) => profiles.map(({ at }) => orderOf(at)))

/** More characters than any line has. */
const LONGEST_LINE = 2 ** 27

/** A number for a place, which is larger for those that stand further on. */
function orderOf({ line, start }: Pick<Place, 'line' | 'start'>): number {
  return line * LONGEST_LINE + start
}

function fromStatement(statement: Statement, findGroup: FindGroup, profiles: readonly OtherTable[]): Stated {
  const { kind, value, decimals, passage, sentence, at } = statement
  const around = passage.table?.loanGroup ?? findGroup(profileAround(at, profiles)?.title ?? '')
  const loanGroup = findGroup(sentence) ?? around
  const table = passage.table?.loanGroup === loanGroup ? passage.table : null
  return { id: kind.id, unit: kind.unit, loanGroup, value, decimals, table, at }
}

/** What a paragraph may tell of all loans, by the measure that tables total. */
const countsOfAll: Readonly<Record<string, string>> = {
  'pool-balance': 'balanceCents',
  'loan-count': 'loanCount',
}

/** The statements, marked where they stand in a paragraph that counts all loans of their group and narrow it to no kind. */
function markThoseOfAll(
  statements: readonly Statement[],
  stated: readonly Stated[],
  tables: readonly Stratification[],
): Stated[] {
  const groupsOf = new Map<Passage, Set<string | null>>()
  stated.forEach(({ id, loanGroup, value }, order) => {
    const measure = countsOfAll[id]
    const passage = statements[order]?.passage
    if (!measure || !passage || value !== findReferenceTotal(tables, loanGroup, measure)) return
    groupsOf.set(passage, (groupsOf.get(passage) ?? new Set()).add(loanGroup))
  })
  return stated.map((one, order) => {
    const { passage, sentence = '' } = statements[order] ?? {}
    const isCounted = passage !== undefined && groupsOf.get(passage)?.has(one.loanGroup)
    return isCounted && !speaksOfKind(sentence) ? { ...one, isOfAll: true } : one
  })
}

function fromTail(figure: TailFigure): Stated {
  return { ...figure, loanGroup: figure.table.loanGroup }
}

function fromProfile(source: SourceText, profile: OtherTable, findGroup: FindGroup): Stated[] {
  const figures = readProfile(source, profile, findGroup)
  return figures.map(figure => ({ ...figure, table: null }))
}

/** Drop what repeats an earlier figure: the same statistic of the same group, printed alike. */
function withoutRepeats(stated: readonly Stated[]): Stated[] {
  const seen = new Set<string>()
  return stated.filter(({ id, loanGroup, value, decimals }) => {
    const key = `${id} ${value} ${decimals}${loanGroup === null ? '' : ` ${loanGroup}`}`
    return !seen.has(key) && seen.add(key)
  })
}

/** Decimals kept of a recomputed figure: more than any filing prints, fewer than the noise of floating point. */
const keptDecimals = 6

function round(value: number, unit: Unit, decimals: number): number {
  return unit === 'cents' ? Math.round(value) : Number(value.toFixed(decimals))
}

function complete(stated: Stated, tables: readonly Stratification[]): Unnamed {
  const { id, loanGroup, unit, value, decimals, at, isOfAll } = stated
  const { value: recomputed, bounds, table, reason } = recomputeStatistic(stated, tables)
  return {
    id,
    loanGroup,
    unit,
    stated: value,
    decimals,
    recomputed: recomputed === null ? null : round(recomputed, unit, keptDecimals),
    bounds: bounds && widen(bounds, unit === 'cents' ? 2 : keptDecimals, unit),
    stratification: table?.id ?? stated.table?.id ?? null,
    reason,
    at,
    ...(isOfAll && { isOfAll }),
  }
}

/** Balance and number of loans of each loan group, from the totals of its tables. */
function poolFigures(tables: readonly Stratification[], stated: readonly Unnamed[]): Unnamed[] {
  const groups = [...new Set(tables.map(({ loanGroup }) => loanGroup))]
  const keyOf = (id: string, loanGroup: string | null) => JSON.stringify([id, loanGroup])
  const known = new Set(stated.map(({ id, loanGroup }) => keyOf(id, loanGroup)))
  const figures = [
    { id: 'pool-balance', unit: 'cents', decimals: 2 },
    { id: 'loan-count', unit: 'count', decimals: 0 },
  ] as const
  return groups.flatMap(loanGroup =>
    figures.flatMap(({ id, unit, decimals }) => {
      if (known.has(keyOf(id, loanGroup))) return []
      const { value, table } = recomputeStatistic({ id, loanGroup, table: null }, tables)
      if (value === null || table === null) return []
      const printed = { stated: null, at: null, bounds: null, reason: null }
      return [{ id, loanGroup, unit, decimals, recomputed: value, stratification: table.id, ...printed }]
    }),
  )
}

function withKeys(statistics: readonly Unnamed[]): Statistic[] {
  const keyOf = uniqueNames()
  return statistics.map(one => ({ key: keyOf(one.id, one.loanGroup), ...one }))
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
  const findGroup = groupFinder(findGroups(stratifications))
  const known = namesOfLoans(stratifications)
  const statements = passages.flatMap(passage => readStatements(passage, known)).map(tellNetFromGross)
  const inWords = statements.map(statement => fromStatement(statement, findGroup, profiles))
  const stated = [
    ...markThoseOfAll(statements, inWords, stratifications),
    ...profiles.flatMap(profile => fromProfile(source, profile, findGroup)),
    ...passages
      .filter(({ kind }) => kind === 'tail')
      .flatMap(readTail)
      .map(fromTail),
    ...stratifications.flatMap(readTotalRow).map(fromTail),
  ]
  const statistics = withoutRepeats(stated).map(one => complete(one, stratifications))
  return withKeys([...poolFigures(stratifications, statistics), ...statistics])
}
