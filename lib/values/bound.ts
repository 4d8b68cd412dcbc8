import type { Unit } from '../report.ts'
import { readCents } from './cents.ts'
import { readFigure } from './figure.ts'
import { powerOfTen } from './powers.ts'

/** An end of a range in the unit, from its digits; null when it is no figure of that unit. */
export function readBound(printed: string, unit: Unit, percent: boolean): number | null {
  if (percent && unit !== 'percent') return null
  if (unit === 'cents') return readCents(printed)
  const figure = readFigure(printed.startsWith('.') ? `0${printed}` : printed)
  const scale = figure === null ? null : powerOfTen(figure.decimals)
  return figure === null || scale === null ? null : figure.digits / scale
}
