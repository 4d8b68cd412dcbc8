import { isPageMark } from './furniture.ts'

const FEWEST_PAGES = 3
const LINES_AFTER_MARK = 2

/** Lines that stand at the head of three pages or more of a document (0-based, end exclusive), trimmed. */
export function findRunningHeaders(lines: string[], from: number, to: number): Set<string> {
  const seen = new Map<string, number>()
  let sinceMark = LINES_AFTER_MARK
  for (let index = from; index < to; index += 1) {
    const line = lines[index] ?? ''
    if (isPageMark(line)) sinceMark = 0
    else if (sinceMark < LINES_AFTER_MARK) {
      const text = line.trim()
      if (text === '') continue
      sinceMark += 1
      seen.set(text, (seen.get(text) ?? 0) + 1)
    }
  }
  return new Set(
    [...seen]
      .filter(([line, count]) => count >= FEWEST_PAGES && !/\d[,.]\d/.test(line))
      .map(([line]) => line),
  )
}
