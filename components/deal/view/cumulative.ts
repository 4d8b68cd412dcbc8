import { readFigure, readText } from './read-cell.ts'

/** Measures that shares can be added up from, best first: balances are exact where percents are rounded. */
const bases = ['balanceCents', 'loanCount', 'balancePct']

/** Running shares of a column in percent, or null when a figure is missing or nothing adds up to something. */
export function cumulate(figures: (number | null)[]): number[] | null {
  const known = figures.filter(figure => figure !== null)
  const total = known.reduce((sum, figure) => sum + figure, 0)
  if (known.length < figures.length || total <= 0) return null
  let running = 0
  return known.map(figure => {
    running += figure
    return (100 * running) / total
  })
}

/** Add the cumulative column; false when no column of the table allows one. */
export function addCumulative(table: HTMLTableElement, measures: string[]): boolean {
  const chosen = document.documentElement.dataset.measure === 'loanCount' ? ['loanCount', ...bases] : bases
  const column = chosen.map(base => measures.indexOf(base) + 1).find(index => index > 0)
  const rows = [...(table.tBodies[0]?.rows ?? [])]
  const shares = column ? cumulate(rows.map(row => readFigure(readText(row.cells[column])))) : null
  if (!shares) return false
  table.querySelector('colgroup')?.append(marked('col', ''))
  table.tHead?.rows[0]?.append(marked('th', 'Cum. %'))
  for (const [index, row] of rows.entries()) row.append(marked('td', (shares[index] ?? 0).toFixed(2)))
  table.tFoot?.rows[0]?.append(marked('td', ''))
  return true
}

function marked(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag)
  element.className = 'cumulative'
  element.textContent = text
  if (tag === 'th') element.setAttribute('scope', 'col')
  return element
}

export function removeCumulative(table: HTMLTableElement) {
  for (const element of table.querySelectorAll('.cumulative')) element.remove()
}
