import { type Dimension, findDimension } from '../dimensions/index.ts'
import type { Unit } from '../report.ts'
import type { Distribution } from './distribution.ts'
import { sayFigure } from './words.ts'

const EDGE =
  /^\s*\$?\s*(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?|-?\.\d+)\s*(%|k|mm?|bn?|thousand|million|billion|months?|x)?\s*$/i
const centsOfDollar = 100
const scales: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mm: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
}

/** An edge as people type it, in the unit: `77`, `77.5%`, `$620,000`, `620k`, `1.2m`, `$50 million`, `360 months`. Null when it is none. */
export function readEdge(typed: string, unit: Unit): number | null {
  const [, digits, suffix = ''] = EDGE.exec(typed) ?? []
  if (digits === undefined) return null
  const value = Number(digits.replaceAll(',', ''))
  if (Math.abs(value) > mostTyped) return null
  const behind = suffix.toLowerCase()
  if (unit === 'cents') {
    const scale = scales[behind]
    return scale === undefined ? null : wholeCents(value * scale * centsOfDollar)
  }
  const own: Partial<Record<Unit, string>> = { percent: '%', ratio: 'x', months: 'month' }
  const isOwn = behind === '' || behind === own[unit] || (unit === 'months' && behind.startsWith('month'))
  return isOwn ? value : null
}

/** Beyond a trillion dollars, or what stands for a cent of it, no figure is told from the next. */
const mostTyped = 1e12

/** Null for a part of a cent, which no balance has; what computing with decimals leaves is none. */
function wholeCents(cents: number): number | null {
  const whole = Math.round(cents)
  return Math.abs(whole) <= mostTyped * centsOfDollar && Math.abs(cents - whole) < 0.01 ? whole : null
}

/**
 * Edges that are typed in a row: `60, 70, 80, 90`, `620,660,700`, `$100,000; $200,000`. In money alone a comma before three
 * digits is of thousands. Null when one of them is none.
 */
export function readEdges(typed: string, unit: Unit): number[] | null {
  const between = unit === 'cents' ? /;|\s*,\s+|,(?!\d{3}(?!\d))/ : /[;,]/
  const parts = typed.split(between).filter(part => part.trim() !== '')
  const edges = parts.map(part => readEdge(part, unit))
  return edges.some(edge => edge === null) ? null : (edges as number[])
}

/** Why no figure can lie at an edge, as a sentence; null where it can. */
export function edgeIsOutside({ dimension, unit, least, most }: Distribution, edge: number): string | null {
  const known = findDimension(dimension)
  return isBeyond(
    { name: known?.longName ?? dimension, unit },
    [least ?? known?.natural?.[0], most ?? known?.natural?.[1]],
    edge,
  )
}

/** The same of a dimension, whatever a table of it prints. */
export function isOutsideOf({ longName: name, unit, ends, natural }: Dimension, edge: number): string | null {
  return isBeyond({ name, unit }, [ends?.least ?? natural?.[0], ends?.most ?? natural?.[1]], edge)
}

function isBeyond(
  { name, unit }: { name: string; unit: Unit },
  [low, high]: readonly [low: number | undefined, high: number | undefined],
  edge: number,
): string | null {
  if (low !== undefined && edge < low) return `${name} is never below ${sayFigure(low, unit)}.`
  if (high !== undefined && edge > high) return `${name} is never above ${sayFigure(high, unit)}.`
  return null
}
