import { withoutContinued } from './continued.ts'
import { isSum } from './group-headings.ts'
import { isTotalOf } from './total-label.ts'

/** `isLevel` where the first of its rows is set no deeper, `isOuter` where another heading stood right below it. */
type Heading = { text: string; start: number; isLevel: boolean; isOuter: boolean }

/**
 * The headings that rows stand under, outer ones first.
 *
 * > FIRST LIEN                        another heading follows at once: this one heads all up to the next such
 *   Fixed Rate
 *   15 Year                 12        "FIRST LIEN: Fixed Rate"
 *   Total Fixed Rate        12        a sum ends the innermost, and that which it names
 *   Unknown                  1        "FIRST LIEN"
 */
export class GroupStack {
  readonly #headings: Heading[] = []

  /** From here on rows stand under these words, set so deep; `isOuter` where another heading follows at once. */
  head(words: string, at: { start: number; isLevel: boolean; isOuter: boolean }): void {
    for (;;) {
      const last = this.#headings.at(-1)
      if (last === undefined || last.start < at.start) break
      if (last.start === at.start && last.isOuter && !at.isOuter) break
      this.#headings.pop()
    }
    this.#headings.push({ text: withoutContinued(words), ...at })
  }

  /** Words that may head rows, set so deep, end what stands under words as deep or deeper, but for rows level with these. */
  endBelow(start: number): void {
    for (;;) {
      const last = this.#headings.at(-1)
      if (last === undefined || (last.isLevel ? last.start <= start : last.start < start)) return
      this.#headings.pop()
    }
  }

  /** From here on rows stand under none. */
  end(): void {
    this.#headings.length = 0
  }

  /** Do rows stand under no heading? Then it does not matter how deep they are set. */
  get isEmpty(): boolean {
    return this.#headings.length === 0
  }

  /** Is the innermost set as deep as its rows, so that no depth shows where these end? */
  get isLevel(): boolean {
    return this.#headings.at(-1)?.isLevel === true
  }

  /** The headings of the next row as one; those that end above it, or with it, are left. */
  pass(row: { text: string | null; start: number }): string | null {
    if (isSum(row)) return this.#passSum(row)
    for (let last = this.#headings.at(-1); last !== undefined; last = this.#headings.at(-1)) {
      if (last.isLevel ? row.start >= last.start : row.start > last.start) break
      this.#headings.pop()
    }
    return this.#path()
  }

  #passSum(row: { text: string | null; start: number }): string | null {
    const names = (heading: Heading) => row.text !== null && isTotalOf(row.text, heading.text)
    const named = this.#headings.findIndex(names)
    const last = this.#headings.at(-1)
    if (last === undefined) return null
    if (row.text !== null && !last.isLevel && row.start > last.start) return this.#path()
    this.#headings.length = named >= 0 ? named : this.#headings.length - 1
    return null
  }

  #path(): string | null {
    const names = this.#headings.map(({ text }) => text)
    return names.length === 0 ? null : joinHeadings(names)
  }
}

/** Headings as one, outer ones first: `FIRST LIEN: Fixed Rate`. */
export function joinHeadings(names: readonly string[]): string {
  return names.map((name, order) => (order < names.length - 1 ? name.replace(/:$/, '') : name)).join(': ')
}
