import { type Dimension, dimensions, findDimension, readStateCode } from '../dimensions/index.ts'
import { readEdge, type Side, sides } from '../distributions/index.ts'
import { type DealFigure, namedDimensions, poolFigureIds, shareNames, unitOfEdge } from './deal-figure.ts'

/** Other words for figures of the pool: those of a report's statistics, and what people type. */
export const poolFigureAliases: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({
    'pool-balance': 'balance',
    'loan-count': 'loans',
    'average-balance': 'average',
    ltv: 'waltv',
    cltv: 'wacltv',
    'wa-cltv': 'wacltv',
    fico: 'credit-score',
    'wa-credit-score': 'credit-score',
    'remaining-term': 'wam',
    'wa-original-term': 'original-term',
    'wa-dti': 'dti',
    'wa-margin': 'margin',
    'wa-loan-age': 'loan-age',
    seasoning: 'loan-age',
  }),
)

/** Why a text is no figure: a sentence for people. */
export type NoFigure = { problem: string }

const centsOfDollar = 100
const sideNames = Object.keys(sides) as Side[]

/**
 * The figure that a key asks for, or why there is none.
 *
 * > waltv     balance     state.CA     documentation.reduced     original-ltv.above.77.5     current-balance.atLeast.500000
 *
 * Edges are as people type them: dollars for money.
 */
export function readFigureKey(text: string): DealFigure | NoFigure {
  const [head = '', next, ...rest] = text.trim().split('.')
  if (next === undefined) return readPoolFigure(head)
  const dimension = findDimension(head)
  if (dimension === null) return { problem: `“${head}” is no figure and no dimension.` }
  const side = sideNames.find(name => name.toLowerCase() === next.toLowerCase())
  if (side !== undefined) return readTail(dimension, side, rest.join('.'))
  if (rest.length > 0 || !isNamed(head)) return readNothing(dimension, next)
  return readShare(dimension, next)
}

/** The key of a figure, by which it is known in addresses. */
export function figureKey(figure: DealFigure): string {
  if (figure.kind === 'pool') return figure.id
  if (figure.kind === 'share') return `${figure.dimension}.${figure.name}`
  const { dimension, side, at } = figure
  return `${dimension}.${side}.${unitOfEdge(dimension) === 'cents' ? at / centsOfDollar : at}`
}

const isNamed = (dimension: string) => namedDimensions.some(known => known === dimension)

function readPoolFigure(text: string): DealFigure | NoFigure {
  const plain = text.toLowerCase()
  const id = poolFigureIds.find(known => known === plain) ?? poolFigureAliases.get(plain)
  if (id !== undefined) return { kind: 'pool', id }
  const dimension = findDimension(plain)
  return dimension
    ? readNothing(dimension, '')
    : { problem: `“${text}” is no figure. A pool is known by ${poolFigureIds.join(', ')}.` }
}

function readShare(dimension: Dimension, text: string): DealFigure | NoFigure {
  const names = shareNames(dimension.id)
  const plain = text.toLowerCase()
  const code = dimension.id === 'state' ? (readStateCode(text.toUpperCase()) ?? readStateCode(text)) : null
  const found = names.find(({ id }) => id === code || id.toLowerCase() === plain)
  if (found) return { kind: 'share', dimension: dimension.id, name: found.id }
  const known = dimension.id === 'state' ? 'two letters, as CA' : names.map(({ id }) => id).join(', ')
  return { problem: `“${text}” is no name of ${dimension.name.toLowerCase()}: ${known}.` }
}

function readTail(dimension: Dimension, side: Side, text: string): DealFigure | NoFigure {
  if (!isRange(dimension)) return readNothing(dimension, side)
  const at = readEdge(text, dimension.unit)
  if (at === null) return { problem: `“${text}” is no edge: ${exampleOf(dimension)}.` }
  const { least = dimension.natural?.[0], most = dimension.natural?.[1] } = dimension.ends ?? {}
  const isOutside = (least !== undefined && at < least) || (most !== undefined && at > most)
  if (isOutside) return { problem: `${dimension.longName} is never ${text}.` }
  return { kind: 'tail', dimension: dimension.id, side, at }
}

const isRange = ({ unit }: Dimension) => unit !== 'text' && unit !== 'date'

/** The dimensions of ranges, of which tails can be asked. */
export const rangeDimensions: readonly Dimension[] = (dimensions as readonly Dimension[]).filter(isRange)

function exampleOf({ id, landmarks, natural, unit }: Dimension): string {
  const at = unit === 'cents' ? 500_000 : (landmarks?.[0] ?? natural?.[1] ?? 5)
  return `ask as in ${id}.above.${at}`
}

/** What can be asked of a dimension, where a key names it and asks for something else. */
function readNothing(dimension: Dimension, asked: string): NoFigure {
  const name = dimension.longName
  const of = asked === '' ? '' : `, not “${asked}”`
  if (isRange(dimension))
    return { problem: `${name} has ${sideNames.join(', ')} with an edge${of}: ${exampleOf(dimension)}.` }
  if (isNamed(dimension.id))
    return {
      problem: `${name} has the shares of its rows${of}: ask as in ${dimension.id}.${firstName(dimension.id)}.`,
    }
  return {
    problem: `Rows of ${name.toLowerCase()} have no names that deals share, so no figure can be asked.`,
  }
}

const firstName = (dimension: string) => (dimension === 'state' ? 'CA' : shareNames(dimension)[0]?.id)
