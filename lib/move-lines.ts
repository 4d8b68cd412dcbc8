import type { Place } from './report.ts'

/** A report, or a part of it, with the lines of every place in it changed. What it is made from stays as it is. */
export function moveLines<T>(part: T, lineOf: (line: number) => number): T {
  return moved(part, lineOf) as T
}

function moved(part: unknown, lineOf: (line: number) => number): unknown {
  if (Array.isArray(part)) return part.map(one => moved(one, lineOf))
  if (typeof part !== 'object' || part === null) return part
  if (isPlace(part)) return movePlace(part, lineOf)
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, moved(value, lineOf)]))
}

function isPlace(part: object): part is Place {
  return 'line' in part && 'start' in part && 'end' in part
}

function movePlace(at: Place, lineOf: (line: number) => number): Place {
  const line = lineOf(at.line)
  return at.lastLine === undefined ? { ...at, line } : { ...at, line, lastLine: lineOf(at.lastLine) }
}
