import { readFigure, readText } from './read-cell.ts'

/** A table as text for a sheet: tabs between cells, figures bare. What a sheet would take for a formula is quoted. */
export function printTsv(table: HTMLTableElement): string {
  const rows = [...table.rows].filter(row => !row.closest('.strat-more'))
  return rows.map(row => [...row.cells].map(printCell).join('\t')).join('\n')
}

/** What the filing does not print is left out. */
function printCell(cell: Element): string {
  if (cell.matches('.computed')) return ''
  const text = readText(cell)
  const figure = readFigure(text)
  if (figure !== null) return text.replaceAll(',', '').replace('\u2212', '-')
  return /^[=+@-]/.test(text) ? `'${text}` : text
}

/** Copy a text and say so on the button that asked, for two seconds. */
export async function copyText(text: string, button: HTMLElement) {
  const said = await navigator.clipboard.writeText(text).then(
    () => 'Copied',
    () => 'Not allowed to copy',
  )
  const words = button.querySelector('span') ?? button
  if (words.hasAttribute('aria-live')) return
  const before = words.textContent
  words.setAttribute('aria-live', 'polite')
  words.textContent = said
  setTimeout(() => {
    words.textContent = before
    words.removeAttribute('aria-live')
  }, 2000)
}
