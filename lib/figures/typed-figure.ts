import { dimensions, nameByCode } from '../dimensions/index.ts'
import { averagedKinds } from '../pool/averaged-kinds.ts'
import { nameFigure } from '../pool/figure-names.ts'
import { namedDimensions, poolFigureIds, shareNames } from './deal-figure.ts'
import { type FigureFilter, readFigureFilters } from './figure-filter.ts'
import { poolFigureAliases, rangeDimensions } from './figure-key.ts'

/** Words that compare, as addresses have them; longer ones first. */
const comparing = [
  ['gte', ['at least', 'no less than', '>=', '≥']],
  ['lte', ['at most', 'no more than', 'up to', '<=', '≤']],
  ['gt', ['greater than', 'higher than', 'more than', 'above', 'over', '>']],
  ['lt', ['lower than', 'less than', 'below', 'under', '<']],
  ['eq', ['equals', 'is', '=']],
] as const
/** Sides of an edge in the keys of figures, by the comparison that the same words mean. */
const sideOf = { gte: 'atLeast', lte: 'atMost', gt: 'above', lt: 'below' } as const

type Comparing = (typeof comparing)[number][0]
/** What is typed before words that compare, which words, and what is typed after. */
type Cut = { subject: string; is: Comparing; value: string }

/** So many meanings are offered. */
const mostMeanings = 3
const figure = /^\$?[\d.,]+\s*(?:%|k|mm?|points?|months?)?$/i
const twoFigures = /^(.+?)\s+(?:is\s+)?(?:between\s+)?(\S+?)\s*(?:,|–|\band\b|\bto\b)\s*(\S+)$/i

/**
 * The figures that somebody can mean who types one in words, with what it is compared with; none where it is no such thing.
 *
 * > CA share over 50     California over 50%     LTV above 80 between 10 and 20%     balance at least 200m     WAC < 6.5
 */
export function readTypedFigures(typed: string): FigureFilter[] {
  const text = typed.trim().replace(/\s+/g, ' ')
  return meant(text)
    .flatMap(parameter => readFigureFilters([parameter]).filters)
    .slice(0, mostMeanings)
}

function meant(text: string): [parameter: string, value: string][] {
  const two = twoFigures.exec(text)
  const [, subject = '', low = '', high = ''] = two ?? []
  if (two && figure.test(low) && figure.test(high))
    return keysOf(subject).map(key => [
      `${key}__between`,
      `${low.replace(/%$/, '')};${high.replace(/%$/, '')}`,
    ])
  const cut = lastCut(text)
  return cut === null ? [] : keysOf(cut.subject).map(key => [`${key}__${cut.is}`, cut.value])
}

/** Cut at the last words that compare with a figure. */
function lastCut(text: string): Cut | null {
  const lower = text.toLowerCase()
  let last: (Cut & { at: number; length: number }) | null = null
  for (const [is, all] of comparing)
    for (const words of all) {
      const at = lower.lastIndexOf(words)
      if (at <= 0 || (/\w/.test(words) && !isWhole(lower, at, words.length))) continue
      const value = text.slice(at + words.length).trim()
      if (!figure.test(value)) continue
      const subject = text.slice(0, at).trim()
      const isLater = last === null || at > last.at || (at === last.at && words.length > last.length)
      // “is over 50” is over 50, and “>=” is no “=”.
      if (isLater && !/[<>]$/.test(subject)) last = { subject, is, value, at, length: words.length }
    }
  return last && { ...last, subject: last.subject.replace(/\s+is$/i, '') }
}

/** Does a piece of a text stand between blanks, or at its ends? */
function isWhole(text: string, at: number, length: number): boolean {
  return text[at - 1] === ' ' && text[at + length] === ' '
}

/** The keys of the figures that words stand for: the share beyond an edge, one that pools are known by, or that of a name. */
function keysOf(subject: string): string[] {
  const beyond = lastCut(subject)
  if (beyond !== null)
    return beyond.is === 'eq' ? [] : tailKeys(beyond.subject, sideOf[beyond.is], beyond.value)
  const words = fold(subject)
  const name = words.replace(/^(?:the )?share (?:of|in) | share$/g, '')
  const pool = poolFigureIds.filter(
    id =>
      fold(id) === words || fold(nameFigure(id).name) === words || firstPart(nameFigure(id).name) === words,
  )
  const alias = poolFigureAliases.get(words.replaceAll(' ', '-'))
  return [...new Set([...pool, ...(alias ? [alias] : []), ...shareKeys(name)])]
}

/** Ranges whose name is, or ends with, some words; first those that pools have an average of: of “LTV” the original one. */
function tailKeys(words: string, side: string, edge: string): string[] {
  const wanted = fold(words)
  const known = fold(dimensionOfAlias(wanted) ?? wanted)
  return rangeDimensions
    .filter(({ id, name, longName }) =>
      [id, name, longName].some(one => fold(one) === known || fold(one).endsWith(` ${known}`)),
    )
    .sort((a, b) => orderOf(a.id) - orderOf(b.id))
    .map(({ id }) => `${id}.${side}.${edge.replace(/^\$|[\s,]|%$/g, '')}`)
}

function orderOf(dimension: string): number {
  const order = averagedKinds.findIndex(({ kind }) => kind.average?.dimension === dimension)
  return order < 0 ? averagedKinds.length : order
}

/** > fico → credit-score: what a pool is known by has the name of the dimension that it is the average of. */
function dimensionOfAlias(words: string): string | null {
  const id = poolFigureAliases.get(words.replaceAll(' ', '-'))
  return dimensions.find(dimension => dimension.id === id)?.id ?? null
}

/** Shares of the names that are, or begin with, some words; a state by its two letters too. */
function shareKeys(words: string): string[] {
  const state = nameByCode.has(words.toUpperCase()) ? [`state.${words.toUpperCase()}`] : []
  const named = namedDimensions.flatMap(dimension =>
    shareNames(dimension)
      .filter(
        ({ id, name }) => fold(id) === words || fold(name) === words || fold(name).startsWith(`${words} `),
      )
      .map(({ id }) => `${dimension}.${id}`),
  )
  return [...state, ...named]
}

const firstPart = (name: string) => fold(name.split(',')[0] ?? '')

/** In small letters, words apart by one blank. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
