import type { Unit } from '../report.ts'

/** A cell: text, a day, or a figure with the decimals it is written with, null for as many as it has; null is empty. */
export type Cell = { text: string } | { day: string } | { figure: number; decimals: number | null } | null

/** A plain table, whatever it is written as. */
export type ExportTable = { headers: string[]; rows: Cell[][] }

const unitNames: Partial<Record<Unit, string>> = {
  cents: 'USD',
  percent: '%',
  months: 'months',
  years: 'years',
}

/** A unit as headers and cells name it: money is exported in dollars. Null where a figure needs none. */
export function unitName(unit: Unit | null): string | null {
  return unit === null ? null : (unitNames[unit] ?? null)
}

/** A header with the unit of what is under it: `Balance (USD)`. */
export function withUnit(header: string, unit: Unit | null): string {
  const name = unitName(unit)
  return name === null ? header : `${header} (${name})`
}

/** A figure of a report as a cell: cents become dollars, the rest stays as it is. Empty when not known. */
export function figureCell(
  value: number | null | undefined,
  unit: Unit | null,
  decimals: number | null,
): Cell {
  if (value === null || value === undefined) return null
  return unit === 'cents' ? { figure: value / 100, decimals: 2 } : { figure: value, decimals }
}

/** A text as a cell; empty when there is none. */
export function textCell(text: string | null | undefined): Cell {
  return text ? { text } : null
}

/** The cells that end a row: line and first column of where it is printed. */
export function placeCells(at: { line: number; start: number } | null): Cell[] {
  return [figureCell(at?.line, null, 0), figureCell(at?.start, null, 0)]
}
export const placeHeaders = ['Line', 'Column']
