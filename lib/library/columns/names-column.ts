import { Column32, type Growing } from './growing.ts'

/** The number of a row without a name. */
const unnamed = -1

/** A column of names of which many rows have the same: each is kept once, with the words it is shown in. */
export class NamesColumn implements Growing {
  readonly codes = new Column32()
  readonly #codeOf = new Map<string, number>()
  readonly #shown: string[] = []

  grow(rows: number): void {
    this.codes.grow(rows)
  }

  set(row: number, key: string | null, shown: string): void {
    this.codes.values[row] = key === null || key === '' ? unnamed : this.codeFor(key, shown)
  }

  /** The number of a name by its folded key, given when it is new. */
  codeFor(key: string, shown: string): number {
    const known = this.#codeOf.get(key)
    if (known !== undefined) return known
    const code = this.#shown.push(shown) - 1
    this.#codeOf.set(key, code)
    return code
  }

  /** The number of a name; null where no row ever had it. */
  find(key: string): number | null {
    return this.#codeOf.get(key) ?? null
  }

  get names(): readonly string[] {
    return this.#shown
  }

  /** The folded keys of the names, in the order of their numbers. */
  get keys(): readonly string[] {
    return [...this.#codeOf.keys()]
  }

  /** Take names in place of those that are here, by their keys, for rows that are set by their numbers. */
  take(keys: readonly string[], shown: readonly string[]): void {
    this.#codeOf.clear()
    for (const [code, key] of keys.entries()) this.#codeOf.set(key, code)
    this.#shown.length = 0
    for (const name of shown) this.#shown.push(name)
  }
}
