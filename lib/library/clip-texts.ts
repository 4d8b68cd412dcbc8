import { formatCount } from '../format/index.ts'

/** The longest texts of a page, in characters, by the key that they stand under; one without its own has the last. */
const longest: Record<string, number> = { label: 400, heading: 400, title: 400, header: 400, loanGroup: 400 }
const longestOther = 2000

/** What stands under these holds no words. */
const wordless = new Set(['at', 'places', 'values', 'range', 'lines', 'file'])

/**
 * A value of a report whose longest texts are cut, each saying how much of it is left out. The same value where none is:
 * almost always. A text of a filing can be as long as the filing.
 *
 * > Purchase of a primary resid… (98,600 more characters)
 */
export function clipTexts<Value>(value: Value): Value {
  return clip(value, '') as Value
}

function clip(value: unknown, key: string): unknown {
  if (typeof value === 'string') return clipText(value, longest[key] ?? longestOther)
  if (Array.isArray(value)) return clipList(value, key)
  return typeof value === 'object' && value !== null ? clipObject(value) : value
}

function clipList(list: unknown[], key: string): unknown[] {
  let clipped: unknown[] | null = null
  for (let order = 0; order < list.length; order++) {
    const kept = clip(list[order], key)
    if (kept === list[order]) continue
    clipped ??= [...list]
    clipped[order] = kept
  }
  return clipped ?? list
}

function clipObject(object: object): object {
  const before = object as Record<string, unknown>
  let clipped: Record<string, unknown> | null = null
  for (const key in before) {
    if (wordless.has(key)) continue
    const kept = clip(before[key], key)
    if (kept === before[key]) continue
    clipped ??= { ...before }
    clipped[key] = kept
  }
  return clipped ?? object
}

function clipText(text: string, most: number): string {
  if (text.length <= most) return text
  // Half a character of two would be none.
  const kept = text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')
  return `${kept}… (${formatCount(text.length - kept.length)} more characters)`
}
