/** Ways to walk from one figure of the page to the next. */
export type Step = 'up' | 'down' | 'left' | 'right'

const stepsByKey: Record<string, Step> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** The step that a key asks for, or null: a key with a modifier, or pressed where arrows mean something else, is none. */
export function stepOf(event: KeyboardEvent): Step | null {
  if (event.metaKey || event.ctrlKey || event.altKey || event.shiftKey || event.defaultPrevented) return null
  const target = event.target instanceof Element ? event.target : null
  const isOurs = target === document.body || target?.closest('a[data-at], [data-source-panel]')
  return isOurs && !target?.closest('[data-source-text]') ? (stepsByKey[event.key] ?? null) : null
}

/** Every figure of the page, the panel left out, that stands for a place. */
export function findFigures(at: string): HTMLElement[] {
  return listFigures(`a[data-at="${CSS.escape(at)}"]`)
}

/** The one of them in a table where there are several. */
export function findFigure(at: string): HTMLElement | null {
  const figures = findFigures(at)
  return figures.find(figure => figure.closest('td')) ?? figures[0] ?? null
}

function listFigures(selector: string): HTMLElement[] {
  const found = [...document.querySelectorAll<HTMLElement>(selector)]
  return found.filter(figure => figure.closest('[data-source-panel]') === null)
}

/**
 * The next figure from one of the page. In a table the arrows walk its cells, over those that hold none; elsewhere they
 * go to the figure before or after.
 */
export function findNextFigure(from: HTMLElement, step: Step): HTMLElement | null {
  const cell = from.closest<HTMLTableCellElement>('td, th')
  const table = cell?.closest('table')
  if (!cell || !table) return stepInOrder(from, step)
  return step === 'left' || step === 'right' ? stepAlongRow(cell, step) : stepAlongColumn(cell, table, step)
}

function figureIn(cell: Element | undefined): HTMLElement | null {
  return cell?.querySelector<HTMLElement>('a[data-at]') ?? null
}

function stepAlongRow(cell: HTMLTableCellElement, step: 'left' | 'right'): HTMLElement | null {
  const cells = [...(cell.closest('tr')?.cells ?? [])]
  const ahead = step === 'right' ? cells.slice(cell.cellIndex + 1) : cells.slice(0, cell.cellIndex).reverse()
  return ahead.map(figureIn).find(figure => figure !== null) ?? null
}

function stepAlongColumn(
  cell: HTMLTableCellElement,
  table: HTMLTableElement,
  step: 'up' | 'down',
): HTMLElement | null {
  const rows = [...table.rows]
  const row = rows.findIndex(one => one.contains(cell))
  const ahead = step === 'down' ? rows.slice(row + 1) : rows.slice(0, row).reverse()
  return ahead.map(one => figureIn(one.cells[cell.cellIndex])).find(figure => figure !== null) ?? null
}

function stepInOrder(from: HTMLElement, step: Step): HTMLElement | null {
  const figures = listFigures('a[data-at]')
  return figures[figures.indexOf(from) + (step === 'down' || step === 'right' ? 1 : -1)] ?? null
}
