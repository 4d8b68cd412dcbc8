import type { PackedFile } from './packed-file.ts'
import { textPieces } from './text-pieces.ts'

/** A file may be a single line; so much of one is given. */
const longestLine = 2_000_000

type LineRanges = readonly (readonly [number, number])[]

/** Picks lines out of a text that comes piece by piece, by their numbers: from the first to the last of each range. */
export class LinePicker {
  readonly picked = new Map<number, string>()
  readonly #ranges: LineRanges
  readonly #last: number
  #line = 1

  constructor(ranges: LineRanges) {
    this.#ranges = ranges
    this.#last = ranges.reduce((most, [, last]) => Math.max(most, last), 0)
  }

  /** Whether nothing that is still to come is wanted. */
  get isDone(): boolean {
    return this.#line > this.#last
  }

  add(piece: string): void {
    let from = 0
    while (!this.isDone) {
      const at = piece.indexOf('\n', from)
      if (this.#isWanted()) this.#keep(piece, from, at < 0 ? piece.length : at)
      if (at < 0) return
      this.#line++
      from = at + 1
    }
  }

  #isWanted(): boolean {
    return this.#ranges.some(([first, last]) => this.#line >= first && this.#line <= last)
  }

  #keep(piece: string, from: number, to: number): void {
    const begun = this.picked.get(this.#line) ?? ''
    this.picked.set(this.#line, begun + piece.slice(from, Math.min(to, from + longestLine - begun.length)))
  }
}

/** Some lines of a packed file by their numbers, as far as they exist. */
export async function pickLines(
  packed: Pick<PackedFile, 'zstd' | 'encoding'>,
  ranges: LineRanges,
): Promise<ReadonlyMap<number, string>> {
  const picker = new LinePicker(ranges)
  if (picker.isDone) return picker.picked
  for await (const piece of textPieces(packed)) {
    picker.add(piece)
    if (picker.isDone) break
  }
  return picker.picked
}
