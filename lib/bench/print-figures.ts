import type { Figure } from './figure.ts'

/** Four significant figures, without an exponent. */
function rounded(value: number): number {
  return value >= 1000 ? Math.round(value) : Number(value.toPrecision(4))
}

/** One JSON line of a figure. */
export function printLine(figure: Figure): void {
  const { name, unit, aim, met } = figure
  const ratio = figure.ratio === null ? null : rounded(figure.ratio)
  console.log(JSON.stringify({ name, value: rounded(figure.value), unit, ratio, aim, met }))
}

/** Figures as a table for people, a line each: name, value, unit, ratio, aim, and whether it is met. */
export function printTable(figures: readonly Figure[]): void {
  const verdict = (figure: Figure) => (figure.met === null ? '' : figure.met ? 'met' : 'MISSED')
  const rows = figures.map(figure => [
    figure.name,
    String(rounded(figure.value)),
    figure.unit,
    figure.ratio === null ? '' : `${rounded(figure.ratio)}×`,
    figure.aim ?? '',
    verdict(figure),
  ])
  const table = [['figure', 'value', 'unit', 'ratio', 'aim', ''], ...rows]
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map(row => (row[column] ?? '').length)),
  )
  const isNumber = (column: number) => column === 1 || column === 3
  for (const row of table)
    console.log(
      row
        .map((cell, i) => (isNumber(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
}
