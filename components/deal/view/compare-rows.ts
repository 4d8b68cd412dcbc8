import { readFigure, readText } from './read-cell.ts'

const byWords = new Intl.Collator('en', { numeric: true })

/** Compares rows by one of their cells: figures by size, labels by words; rows without the figure come last. */
export function compareRows(column: number, isDescending: boolean) {
  const sign = isDescending ? -1 : 1
  return (a: HTMLTableRowElement, b: HTMLTableRowElement): number => {
    const [left, right] = [readText(a.cells[column]), readText(b.cells[column])]
    if (column === 0) return sign * byWords.compare(left, right)
    const [x, y] = [readFigure(left), readFigure(right)]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return sign * (x - y)
  }
}
