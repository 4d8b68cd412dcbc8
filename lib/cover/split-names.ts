import { findNameBefore, type Span } from './find-name.ts'

const MOST_NAMES = 20
const BETWEEN = /(?:[\s,;&]|\band)+$/

/** A list may end in what is said of its last name: `Larch & Co. (book-runner)`, `Larch Bank, a banking association`. */
const AFTER_NAMES = /^[\s,.;]*(?:\([^()]*\)|, an? [a-z][a-z ]{2,60})?[\s,.;]*$/

/**
 * The names that a text lists, left to right; null when it prints anything else.
 *
 * > Harrowgate Capital LLC, Larkspur, Penn & Co. and Oakhollow Brothers Inc.
 *   ^                       ^                        ^
 */
export function splitNames(text: string): Span[] | null {
  const names = namesBefore(text, text.length)
  const [first] = names
  const last = names.at(-1)
  if (first === undefined || last === undefined || first.from > 0) return null
  return AFTER_NAMES.test(text.slice(last.to)) ? names : null
}

/** The names that a text lists up to an offset, as far left as a list of names goes. */
export function namesBefore(text: string, end: number): Span[] {
  const names: Span[] = []
  for (let at = end; at > 0 && names.length < MOST_NAMES; ) {
    const name = findNameBefore(text, at)
    if (name === null) break
    names.unshift(name)
    const gap = BETWEEN.exec(text.slice(Math.max(0, name.from - LONGEST_GAP), name.from))?.[0] ?? ''
    if (gap.trim() === '') break
    at = name.from - gap.length
  }
  return names
}

/** `, and ` with white space around. */
const LONGEST_GAP = 12
