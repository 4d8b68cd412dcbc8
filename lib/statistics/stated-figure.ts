import type { Unit } from '../report.ts'

/** A figure printed in running text: its value in the unit, its decimals, and where it stands in the text. */
export type StatedFigure = {
  value: number
  decimals: number
  unit: Unit | null
  start: number
  end: number
}

/** Cents beyond this cannot be told exactly from a number of dollars; a pool of as much would be eleven trillion dollars. */
const mostCents = 2 ** 50

const figurePattern =
  /(\$ ?)?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:( ?%| percent\b| per cent\b)|( months?\b)|( (?:million|billion)\b))?/gi

/**
 * The figures of a text, left to right, with the unit that their signs and words give.
 *
 * > approximately $407,075.   5.750% per annum   355 months   30 other states
 *                 ^^^^^^^     ^^^^^              ^^^          ^^
 *
 * Money comes in integer cents, its decimals are those of a dollar. A figure "in millions" is left out: its cents are
 * not printed; so is money that no number holds to the cent. A bare figure has the unit null.
 */
export function findFigures(text: string): StatedFigure[] {
  const found: StatedFigure[] = []
  figurePattern.lastIndex = 0
  for (let match = figurePattern.exec(text); match !== null; match = figurePattern.exec(text)) {
    const [, dollar = '', whole = '', fraction = '', percent, months, large] = match
    if (large !== undefined) continue
    const start = match.index + dollar.length
    const unit = dollar ? 'cents' : percent ? 'percent' : months ? 'months' : null
    const number = Number((whole.length > 3 ? whole.replaceAll(',', '') : whole) + fraction)
    const value = unit === 'cents' ? Math.round(number * 100) : number
    if (unit === 'cents' && value > mostCents) continue
    found.push({
      value,
      decimals: Math.max(0, fraction.length - 1),
      unit,
      start,
      end: start + whole.length + fraction.length,
    })
  }
  return found
}

/** The figure read in the unit that the words ask for, or null when it is of another kind. */
export function readAs(figure: StatedFigure, unit: Unit): StatedFigure | null {
  if (figure.unit === unit) return figure
  if (figure.unit !== null) return null
  if (unit === 'score') return figure.value >= 300 && figure.value <= 900 ? { ...figure, unit } : null
  if (unit === 'count') return Number.isInteger(figure.value) ? { ...figure, unit } : null
  return null
}

/** The same in a tail under a table, where the table has said the unit and the figure may stand bare. */
export function readInTail(figure: StatedFigure, unit: Unit): StatedFigure | null {
  if (figure.unit !== null || unit === 'score' || unit === 'count') return readAs(figure, unit)
  const value = unit === 'cents' ? Math.round(figure.value * 100) : figure.value
  return unit === 'cents' && value > mostCents ? null : { ...figure, unit, value }
}
