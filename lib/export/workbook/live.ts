import { cellRef, rangeRef } from 'hucre/xlsx'
import type { BookCell, Look } from './book.ts'

/**
 * Formulas of a workbook, each made together with the value that it comes to, so that a program that does not calculate
 * shows it too. Only these functions are used: SUM, SUMPRODUCT, ISNUMBER, ROUND, ABS, IF, COUNTIF.
 */
export type Live = { formula: string; value: number }

/** A cell that formulas name, with its value. */
export type Spot = { at: string; value: number }

/** Cells below each other; null is an empty one. */
export type Run = { at: string; values: readonly (number | null)[] }

/** A cell by row and column, both from 0. */
export function spotAt(row: number, column: number, value: number): Spot {
  return { at: cellRef(row, column), value }
}

/** The same fixed in its row, for formulas that are copied down: `C$17`. */
export function fixRow({ at, value }: Spot): Spot {
  return { at: at.replace(/\d+$/, '$$$&'), value }
}

/** Cells of a column from a row on (both from 0). */
export function runAt(row: number, column: number, values: readonly (number | null)[]): Run {
  return { at: rangeRef(row, column, row + values.length - 1, column), values }
}

/** A place as formulas of other sheets name it: `'Original LTV'!C17`. */
export function onSheet(sheet: string, at: string): string {
  return `${quoteSheet(sheet)}!${at}`
}

/** A sheet's name as formulas and links have it. */
export function quoteSheet(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`
}

/** A cell of another sheet. */
export function fromSheet(sheet: string, { at, value }: Spot): Spot {
  return { at: onSheet(sheet, at), value }
}

/** Whatever a cell holds. */
export function sameAs({ at, value }: Spot): Live {
  return { formula: at, value }
}

/** > SUM(C5:C16), null where no cell has a figure. */
export function sumOf({ at, values }: Run): Live | null {
  const known = values.filter(value => value !== null)
  return known.length === 0 ? null : { formula: `SUM(${at})`, value: addUp(known) }
}

/**
 * > SUMPRODUCT(D5:D16,C5:C16)/SUM(C5:C16)
 *
 * Rows without a figure weigh nothing; where `noughtIsNone`, those with a nought neither. Null where a figure has no weight,
 * or nothing weighs.
 */
export function averageOf(figures: Run, weights: Run, noughtIsNone = false): Live | null {
  const isCounted = (value: number | null) => value !== null && !(noughtIsNone && value === 0)
  const counted = figures.values.map(isCounted)
  const lacksWeight = counted.some((is, row) => is && (weights.values[row] ?? null) === null)
  const total = addUp(weights.values.map((weight, row) => (counted[row] ? (weight ?? 0) : 0)))
  if (lacksWeight || total === 0) return null
  const products = figures.values.map((value, row) => (value ?? 0) * (weights.values[row] ?? 0))
  const test = noughtIsNone ? `(${figures.at}<>0)` : `ISNUMBER(${figures.at})`
  const weighing = counted.every(Boolean) ? `SUM(${weights.at})` : `SUMPRODUCT(${test}*${weights.at})`
  return { formula: `SUMPRODUCT(${figures.at},${weights.at})/${weighing}`, value: addUp(products) / total }
}

/** > C5/C$17, null where that is nothing. */
export function quotientOf(part: Spot, whole: Spot): Live | null {
  return whole.value === 0 ? null : { formula: `${part.at}/${whole.at}`, value: part.value / whole.value }
}

/** > ROUND(C18-C17,2) */
export function differenceOf(figure: Spot, other: Spot, places: number): Live {
  return {
    formula: `ROUND(${figure.at}-${other.at},${places})`,
    value: roundTo(figure.value - other.value, places),
  }
}

/** As spreadsheets round: half away from nought, of the fifteen digits that they keep. */
export function roundTo(value: number, places: number): number {
  const scale = 10 ** places
  const scaled = Number((Math.abs(value) * scale).toPrecision(15))
  const rounded = (Math.sign(value) * Math.round(scaled)) / scale
  return rounded === 0 ? 0 : rounded
}

/** A formula as a cell, empty where there is none. */
export function liveCell(live: Live | null, format: string, look: Look = {}): BookCell | null {
  return live && { value: live.value, formula: live.formula, format, look: { ink: 'live', ...look } }
}

/** To the fifteen digits that spreadsheets show: binary fractions leave more. */
function addUp(values: readonly number[]): number {
  return Number(values.reduce((sum, value) => sum + value, 0).toPrecision(15))
}

/** Cells of a sheet as a name stands for them, fixed, by row and column from 0: `'State'!$C$5:$C$16`. */
export function fixedCells(sheet: string, first: [number, number], last: [number, number]): string {
  const [start, end] = [first, last].map(([row, column]) => fixed(cellRef(row, column)))
  return onSheet(sheet, start === end ? `${start}` : `${start}:${end}`)
}

/** > C5   $C$5 */
function fixed(ref: string): string {
  return ref.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2')
}
