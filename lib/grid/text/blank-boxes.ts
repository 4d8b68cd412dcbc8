const BORDER = /^\s*\+[-=+]+\+\s*$/
const BOXED = /^\s*\|.*\|\s*$/

/**
 * Lines without the strokes of boxes, each as wide as before, so that places stay; null when no box is drawn.
 *
 * > +-----------+-------+         ---------------------
 *   | Purpose   | Loans |           Purpose     Loans
 *   | Purchase  |   213 |           Purchase      213
 */
export function blankBoxes(lines: readonly string[], first: number, last: number): readonly string[] | null {
  let blanked: string[] | null = null
  for (let index = first; index < last; index++) {
    const line = lines[index] ?? ''
    const bare = withoutStrokes(line)
    if (bare === line) continue
    blanked ??= lines.slice()
    blanked[index] = bare
  }
  return blanked
}

function withoutStrokes(line: string): string {
  if (line.includes('|') && BOXED.test(line)) return line.replaceAll('|', ' ')
  return line.includes('+') && BORDER.test(line) ? line.replaceAll('+', '-') : line
}
