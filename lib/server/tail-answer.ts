import { z } from 'zod'
import {
  type Answer,
  allSides,
  askTail,
  type Bound,
  type Distribution,
  distributionOf,
  type GroupTable,
  noDistributionSays,
  type Question,
  readQuestion,
  sayAnswer,
} from '../distributions/index.ts'
import { tablesOverGroups } from '../figures/index.ts'
import { type Library, loadTables, wholeTableWithLoans } from '../library/index.ts'
import { placeSchema, type Stratification, unitSchema } from '../report.ts'
import { detailOfRepeated } from './repeated-values.ts'
import type { ErrorCode } from './service-errors.ts'

const boundSchema = z.object({ low: z.number(), high: z.number() }).nullable()

/** What lies beyond an edge: each amount exact, where both ends are equal, or between what the printed rows allow. */
export const tailAnswerSchema = z.object({
  dimension: z.string(),
  loanGroup: z.string().nullable(),
  /** SHA-256 of the filing, and the id of its table, of several the first. */
  filing: z.string(),
  stratification: z.string(),
  /** The tables of loan groups that the answer is added up over, where the whole pool has no table of its own; else none. */
  summedOver: z.array(z.object({ loanGroup: z.string(), stratification: z.string() })),
  /** `at` in the unit: cents for money, else as it is asked. `and` is the upper edge where two are asked for. */
  question: z.object({
    side: z.enum(allSides),
    at: z.number(),
    and: z.object({ side: z.enum(allSides), at: z.number() }).optional(),
    unit: unitSchema,
  }),
  loanCount: boundSchema,
  balanceCents: boundSchema,
  /** Of the table’s own loans. */
  balancePct: boundSchema,
  countPct: boundSchema,
  exact: z.boolean(),
  because: z.array(z.object({ rule: z.string(), rows: z.array(z.string()), at: z.array(placeSchema) })),
  sentence: z.string(),
})
export type TailAnswer = z.infer<typeof tailAnswerSchema>

/** Why a question is not answered: the error, and what in the query it is about. */
export type TailRefusal = { code: ErrorCode; detail: string }

/** Answer what lies beyond an edge of a filing's table, as `?dimension=original-ltv&above=77` asks. */
export async function answerTail(
  library: Library,
  sha256: string,
  query: URLSearchParams,
): Promise<TailAnswer | TailRefusal> {
  const found = await findTail(library, sha256, query)
  return 'code' in found ? found : tailAnswer(sha256, found)
}

/** A question to a table, or to those of the loan groups that make up the pool, and its answer. */
export type FoundTail = {
  table: Stratification
  groups: readonly GroupTable[] | undefined
  distribution: Distribution
  question: Question
  answer: Answer
}

/** The same with the table that answers. */
export async function findTail(
  library: Library,
  sha256: string,
  query: URLSearchParams,
): Promise<FoundTail | TailRefusal> {
  const repeated = detailOfRepeated(query, ['dimension', 'loanGroup', 'filing'])
  if (repeated !== null) return { code: 'query-is-not-understood', detail: repeated }
  const dimension = query.get('dimension')
  if (dimension === null) return { code: 'query-is-not-understood', detail: 'dimension' }
  const limits = limitsOf(query)
  if (limits === null)
    return {
      code: 'edge-is-not-understood',
      detail:
        'Ask for one of above, atLeast, below and atMost, or for one of the first two and one of the others.',
    }
  const found = await findTable(library, sha256, dimension, query.get('loanGroup') || null)
  if (typeof found === 'string') return { code: 'no-such-split', detail: found }
  const read = distributionOf(found)
  if ('reason' in read) return { code: 'no-distribution', detail: noDistributionSays[read.reason] }
  const { distribution } = read
  const question = readQuestion(distribution, limits)
  if (!('problem' in question))
    return { groups: undefined, ...found, distribution, question, answer: askTail(distribution, question) }
  const { kind, limit, problem } = question
  if (kind === 'outside') return { code: 'edge-is-outside', detail: problem }
  return {
    code: 'edge-is-not-understood',
    detail: kind === 'no-figure' ? (limits[limit]?.side ?? problem) : problem,
  }
}

/** The edges that a query names, the lower of two first; null where it names none, or two of the same side. */
function limitsOf(query: URLSearchParams) {
  const limits = allSides.flatMap(side => query.getAll(side).map(typed => ({ side, typed })))
  const upper = limits.filter(({ side }) => side === 'below' || side === 'atMost').length
  return limits.length === 0 || upper > 1 || limits.length - upper > 1 ? null : limits
}

/** What the page of an answer is addressed by: its table, or the dimension of a pool that its loan groups make up. */
export function askedId({ table, groups, distribution }: FoundTail): string {
  return groups ? distribution.dimension : table.id
}

export function sayTail({ distribution, question, answer }: FoundTail): string {
  return sayAnswer(distribution, question, answer)
}

function tailAnswer(sha256: string, found: FoundTail): TailAnswer {
  const { distribution, question, answer, groups = [] } = found
  const { loanCount, balanceCents, exact } = answer
  return {
    dimension: distribution.dimension,
    loanGroup: distribution.loanGroup,
    filing: sha256,
    stratification: distribution.stratification,
    summedOver: groups.map(({ loanGroup, table }) => ({ loanGroup, stratification: table.id })),
    question: { ...question, unit: distribution.unit },
    loanCount,
    balanceCents,
    balancePct: percents(answer.balancePct),
    countPct: percents(answer.countPct),
    exact: exact && distribution.doNotAddUp.length === 0,
    because: becauseOf(answer),
    sentence: sayTail(found),
  }
}

/** Rows that do not add up are all of a table: the rule is told, and none is listed. */
function becauseOf({ because }: Answer): TailAnswer['because'] {
  return because.map(({ rule, rows }) => {
    const listed = rule === 'rows-do-not-add-up' ? [] : rows
    return { rule, rows: listed.map(({ label }) => label), at: listed.map(({ at }) => at) }
  })
}

const millionth = 1e6

/** To a millionth of a percent, never narrower than it is. */
function percents(bound: Bound | null): Bound | null {
  if (bound === null) return null
  const { low, high } = bound
  if (low === high) return { low: Number(low.toFixed(6)), high: Number(high.toFixed(6)) }
  return { low: Math.floor(low * millionth) / millionth, high: Math.ceil(high * millionth) / millionth }
}

type FoundTable = { table: Stratification; groups?: readonly GroupTable[] }

/**
 * The filing's table of a dimension and a loan group, whole; of the whole pool, where only loan groups have one, those of
 * the groups that make it up. Else why there is none, as a sentence.
 */
async function findTable(
  library: Library,
  sha256: string,
  dimension: string,
  loanGroup: string | null,
): Promise<FoundTable | string> {
  const groups = new Set<string>()
  for (let number = 1; ; number++) {
    const part = await library.findReportPart(sha256, { number })
    if (part === null) break
    for (const table of part.report.stratifications) {
      if (table.dimension !== dimension) continue
      if (sameGroup(table.loanGroup, loanGroup))
        return { table: await wholeTableWithLoans(library, sha256, table, part.counts.longTables) }
      groups.add(table.loanGroup ?? 'the whole pool')
    }
    if (number >= part.count) break
  }
  if (groups.size === 0) return `No table of this filing splits the pool by ${dimension}.`
  const summed = loanGroup === null ? await findSummed(library, sha256, dimension) : null
  if (summed) return summed
  const names = [...groups].slice(0, 20).join(', ')
  return loanGroup === null
    ? `The filing prints this for loan groups alone, and nothing tells that they make up the whole pool: ask with loanGroup, one of ${names}.`
    : `The filing prints no such table for this loan group. It has: ${names}.`
}

/** The tables of a filing's loan groups by a dimension, where they make up the whole pool. */
export async function findSummed(
  library: Library,
  sha256: string,
  dimension: string,
): Promise<(FoundTable & { groups: readonly GroupTable[] }) | null> {
  const loaded = await loadTables(library, sha256)
  if (loaded === null || loaded === 'pool-is-too-long') return null
  const groups = tablesOverGroups({ stratifications: loaded.tables, pool: loaded.pool }).get(dimension)
  const [first] = groups ?? []
  return groups && first ? { table: first.table, groups } : null
}

function sameGroup(printed: string | null, asked: string | null): boolean {
  return printed === null || asked === null
    ? printed === asked
    : printed.toLowerCase() === asked.toLowerCase()
}
