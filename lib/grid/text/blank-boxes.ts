const BORDER = /^\s*\+[-=+]+\+(?:\s+\+[-=+]+\+)*\s*$/
const BOXED = /^\s*\|.*\|\s*$/

/**
 * Lines without the strokes of boxes and those between columns or tables, each as wide as before, so that places stay;
 * null when none is drawn.
 *
 * > +-----------+-------+         ---------------------
 *   | Purpose   | Loans |           Purpose     Loans
 *   | Purchase  |   213 |           Purchase      213
 */
export function blankBoxes(lines: readonly string[], first: number, last: number): readonly string[] | null {
  let blanked = blankStrokes(lines, first, last)
  for (let index = first; index < last; index++) {
    const line = blanked?.[index] ?? lines[index] ?? ''
    const bare = withoutBox(line)
    if (bare === line) continue
    blanked ??= lines.slice()
    blanked[index] = bare
  }
  return blanked
}

function withoutBox(line: string): string {
  if (line.includes('|') && BOXED.test(line)) return line.replaceAll('|', ' ')
  return line.includes('+') && BORDER.test(line) ? line.replaceAll('+', '-') : line
}

/** So many lines in a row with strokes between blanks draw them; one alone is a sign of its own. */
const FEWEST_LINES = 3
const STROKES = /(?<=^|[ -])\|(?=[ -]|$)/g

/** Lines without the strokes that stand free of words, one below the other; null where there are none. */
function blankStrokes(lines: readonly string[], first: number, last: number): string[] | null {
  let blanked: string[] | null = null
  for (let from = first; from < last; ) {
    let to = from
    while (to < last && hasStroke(lines[to] ?? '')) to++
    if (to - from >= FEWEST_LINES) {
      blanked ??= lines.slice()
      for (let index = from; index < to; index++) blanked[index] = (lines[index] ?? '').replace(STROKES, ' ')
    }
    from = Math.max(to, from + 1)
  }
  return blanked
}

function hasStroke(line: string): boolean {
  return line.includes('|') && line.search(STROKES) >= 0
}
