import { withoutContinued } from './continued.ts'

/**
 * The headings that rows stand under, outer ones first.
 *
 * > FIRST LIEN              a heading right above another heads all that follow it, up to the next such
 *   Fixed Rate
 *   15 Year         12      "FIRST LIEN: Fixed Rate"
 */
export class GroupStack {
  #outer: string | null = null
  #inner: string | null = null

  /** From here on rows stand under these words; `isOuter` where another heading follows at once. */
  head(words: string, isOuter: boolean): void {
    const text = withoutContinued(words)
    if (isOuter) [this.#outer, this.#inner] = [text, null]
    else this.#inner = text
  }

  get path(): string | null {
    const names = [this.#outer, this.#inner].flatMap(name => name ?? [])
    return names.length === 0 ? null : joinHeadings(names)
  }
}

/** Headings as one, outer ones first: `FIRST LIEN: Fixed Rate`. */
export function joinHeadings(names: readonly string[]): string {
  return names.map((name, order) => (order < names.length - 1 ? name.replace(/:$/, '') : name)).join(': ')
}
