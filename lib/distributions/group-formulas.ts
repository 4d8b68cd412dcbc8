import { cell, evaluate, type FigureRef, type Formula, sumOfCells } from '../checks/formula.ts'
import type { Stratification } from '../report.ts'
import { type Amount, amounts } from './answer.ts'
import { type AnswerFormulas, formulasOfAnswer } from './answer-formulas.ts'
import type { Bound, Distribution, GroupWeight, Span, WeighedGroup } from './distribution.ts'
import { type Ends, least, minus, most, number, plus, sumOf, zero } from './ends.ts'
import { type GroupTable, roundingOfWeights } from './over-groups.ts'

/** What steps over loan groups need beside their tables: all tables of the filing, and what their figures are. */
export type GroupContext = {
  tables: readonly Stratification[]
  figureOf: (figure: FigureRef) => number | null
}

/** How both ends of an amount of a pool come out of those of its loan groups; null where one of them has no steps. */
export function addEndsOverGroups(
  groups: readonly WeighedGroup[],
  ends: readonly (Ends | null)[],
  amount: Amount,
  context: GroupContext,
): Ends | null {
  const known = ends.filter(end => end !== null)
  if (known.length < groups.length) return null
  if (amount === 'balanceCents' || amount === 'loanCount') return sumOf(known)
  const parts = groups.flatMap((group, order) => {
    const [own, weight] = [known[order], amount === 'balancePct' ? group.balance : group.loans]
    const share = own && boundOf(own, context)
    return own && share && weight ? [{ group, own, share, weight }] : []
  })
  if (parts.length < groups.length) return null
  const measure = amount === 'balancePct' ? 'balanceCents' : 'loanCount'
  const rounding = roundingOfWeights(parts)
  const mean = (end: keyof Ends): Formula => ({
    mean: parts.map(({ group, own, weight }) => ({
      of: own[end],
      weight: formulaOfWeight(group, weight, measure, context),
    })),
  })
  if (rounding === 0)
    return { low: least([number(100), mean('low')]), high: least([number(100), mean('high')]) }
  return {
    low: most([zero, minus(mean('low'), number(rounding))]),
    high: least([number(100), plus(mean('high'), number(rounding))]),
  }
}

function boundOf({ low, high }: Ends, { figureOf }: GroupContext): Bound | null {
  const [from, to] = [evaluate(low, figureOf), evaluate(high, figureOf)]
  return from === null || to === null ? null : { low: from, high: to }
}

/** The total that a group weighs by: as its tables print it, as their rows come to it, or as words state it. */
function formulaOfWeight(
  { loanGroup }: WeighedGroup,
  { value, statistic }: GroupWeight,
  measure: 'balanceCents' | 'loanCount',
  { tables, figureOf }: GroupContext,
): Formula {
  const own = tables.filter(one => one.loanGroup === loanGroup)
  const ways = [
    ...own.map(one => cell(one, 'total', measure)),
    ...own.map(one => sumOfCells(one, measure)),
    ...(statistic === null ? [] : [{ figure: { statistic } }]),
  ]
  return ways.find(way => evaluate(way, figureOf) === value) ?? number(value)
}

/** What `ask` answers of a pool that its loan groups make up, as steps: those of each, added up or weighed. */
export function formulasOfGroups(
  groups: readonly GroupTable[],
  distribution: Distribution,
  asked: Span,
  context: GroupContext,
): AnswerFormulas {
  const own = (distribution.groups ?? []).map((group, order) => {
    const table = groups[order]?.table
    return table ? formulasOfAnswer(table, group.distribution, asked) : null
  })
  const all: AnswerFormulas = { loanCount: null, balanceCents: null, balancePct: null, countPct: null }
  for (const amount of amounts)
    all[amount] = addEndsOverGroups(
      groups,
      own.map(one => one?.[amount] ?? null),
      amount,
      context,
    )
  return all
}
