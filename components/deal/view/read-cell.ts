/** The words of a cell without footnote marks, its blanks folded. */
export function readText(cell: Element | undefined): string {
  if (!cell) return ''
  const words = [...cell.childNodes].filter(node => node.nodeName !== 'SUP')
  return words
    .map(node => node.textContent ?? '')
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A printed figure as a number, or null where none is printed: separators dropped, a true minus understood. */
export function readFigure(text: string): number | null {
  const digits = text.replaceAll(',', '').replace('\u2212', '-')
  return /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) : null
}
