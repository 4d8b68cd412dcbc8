import { firstThat } from '../../ordered.ts'
import type { Fragment } from './fragment.ts'

/** The blanks of header lines, each line looked through once however many columns its words may be cut between. */
export class HeaderBlanks {
  private readonly lines: ReadonlyMap<number, string>
  private readonly own = new Map<number, readonly number[]>()
  private shared: readonly number[] | null = null

  /** `lines` are the header's, by their index. */
  constructor(lines: ReadonlyMap<number, string>) {
    this.lines = lines
  }

  /** Is every line of the header blank at this place? */
  areBlankAt(place: number): boolean {
    for (const line of this.lines.values()) if (!isBlankAt(line, place)) return false
    return true
  }

  /** The blank inside the words nearest to a place, of two the left one; -1 where there is none. */
  nearest(words: Fragment, place: number): number {
    let blanks = this.own.get(words.index)
    if (blanks === undefined) {
      const line = this.lines.get(words.index) ?? ''
      blanks = placesWhere(line.length, at => isBlankAt(line, at))
      this.own.set(words.index, blanks)
    }
    return nearestInside(blanks, words, place)
  }

  /** The same among the blanks that all lines of the header share. */
  nearestShared(words: Fragment, place: number): number {
    let width = 0
    for (const { length } of this.lines.values()) width = Math.max(width, length)
    this.shared ??= placesWhere(width, at => this.areBlankAt(at))
    return nearestInside(this.shared, words, place)
  }
}

/** A blank, or beyond the end of the line. */
export function isBlankAt(line: string, at: number): boolean {
  return at >= line.length || line.charCodeAt(at) === 32
}

function placesWhere(width: number, holds: (at: number) => boolean): number[] {
  const places: number[] = []
  for (let at = 0; at < width; at++) if (holds(at)) places.push(at)
  return places
}

/** Inside are places with a character of the words on either side. */
function nearestInside(places: readonly number[], { start, end }: Fragment, place: number): number {
  const isInside = (at: number | undefined): at is number => at !== undefined && at > start && at < end - 1
  const sought = Math.min(Math.max(place, start + 1), end - 2)
  const next = firstThat(places, at => at > sought)
  const [left, right] = [places[next - 1], places[next]]
  if (!isInside(left)) return isInside(right) ? right : -1
  return isInside(right) && right - place < place - left ? right : left
}
