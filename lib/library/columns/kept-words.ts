/** Words whose rows are kept at once: a list is narrowed and turned far more often than its words change. */
const mostWords = 8

/** The rows that words found lately, as long as the library has the revision at which they were looked for. */
export class KeptWords {
  #revision = -1
  readonly #rows = new Map<string, Uint8Array>()

  find(revision: number, words: string): Uint8Array | undefined {
    return revision === this.#revision ? this.#rows.get(words) : undefined
  }

  /** Keep rows that were looked for when the library had a revision; the oldest words give way. */
  keep(revision: number, words: string, rows: Uint8Array): void {
    if (revision < this.#revision) return
    if (revision > this.#revision) this.#rows.clear()
    this.#revision = revision
    const [oldest] = this.#rows.keys()
    if (oldest !== undefined && this.#rows.size >= mostWords) this.#rows.delete(oldest)
    this.#rows.set(words, rows)
  }
}
