import { formatCount } from '../format/index.ts'
import { gridSettings } from '../grid/settings.ts'

/** The longest texts of a page, in characters: of a table as much as is read of it, of anything else so much. */
const longestOfTable = gridSettings.longestText
const ofTables = new Set(['label', 'heading', 'title', 'header', 'loanGroup'])
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
  if (typeof value === 'string') return clipText(value, ofTables.has(key) ? longestOfTable : longestOther)
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
