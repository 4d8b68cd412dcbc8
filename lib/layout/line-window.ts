/** Consecutive lines of a filing: the number of the first, and their text. */
export type LineWindow = { first: number; lines: string[] }
/** Lines to be shown, those around one first where they are too many or too long. */
export type Span = { from: number; to: number; around: number }

/** Lines fetched at a time. */
const linesAtATime = 150

/** Lines shown around a place before anyone scrolls. */
const linesAround = 60

/** Lines that a page of the filing holds, and how many of them come before the place it was opened for. */
export const linesAPage = 1200
const linesBefore = 300

/** The lines that one page of a filing shows: from a line on where that is told, else all of a short one or those around a place. */
export function spanOfPage(lineCount: number, line: number | null, from: number | null): Span {
  const beforePlace = lineCount <= linesAPage ? 1 : (line ?? 1) - linesBefore
  const first = Math.min(Math.max(1, from ?? beforePlace), lineCount)
  const to = Math.min(lineCount, first + linesAPage - 1)
  return { from: first, to, around: from === null ? (line ?? first) : first }
}

/** Last line of a window. */
export function lastOf({ first, lines }: LineWindow): number {
  return first + lines.length - 1
}

/** The lines to fetch so that a place can be seen among its neighbours; null when the window shows it already. */
export function spanAround(line: number, window: LineWindow | null, lineCount: number): Span | null {
  if (window && line >= window.first && line <= lastOf(window)) return null
  return {
    from: Math.max(1, line - linesAround),
    to: Math.min(lineCount, line + linesAtATime - linesAround),
    around: line,
  }
}

/** The lines before or after a window, null at the filing's end. */
export function spanBeside(window: LineWindow, side: 'before' | 'after', lineCount: number): Span | null {
  if (side === 'before') {
    const to = window.first - 1
    return to === 0 ? null : { from: Math.max(1, to - linesAtATime + 1), to, around: to }
  }
  const from = lastOf(window) + 1
  return from > lineCount ? null : { from, to: Math.min(lineCount, from + linesAtATime - 1), around: from }
}

/** Two windows as one where they touch or overlap; otherwise the newer takes the place of the other. */
export function joinWindows(window: LineWindow | null, added: LineWindow): LineWindow {
  if (!window || added.first > lastOf(window) + 1 || lastOf(added) < window.first - 1) return added
  const before = added.lines.slice(0, Math.max(0, window.first - added.first))
  const after = added.lines.slice(Math.max(0, lastOf(window) + 1 - added.first))
  return { first: Math.min(window.first, added.first), lines: [...before, ...window.lines, ...after] }
}
