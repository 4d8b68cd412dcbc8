import { firstThat } from '../../ordered.ts'

/** Where something stands on its line, 0-based. */
export type Extent = { start: number; end: number }

/** Pieces count as lined up when they end, begin or are centred so near to a column, for centring halves. */
const NEAR = 1

/** How many of the pieces line up with a column. */
export function countLinedUp(pieces: readonly Extent[], columns: readonly Extent[]): number {
  const isInLine = linedUpWith(columns)
  let count = 0
  for (const piece of pieces) if (isInLine(piece)) count++
  return count
}

/** Does the piece end, begin or is it centred where one of the columns does? */
export function isLinedUp(piece: Extent, columns: readonly Extent[]): boolean {
  for (const { start, end } of columns) {
    const before = start - piece.start
    const behind = end - piece.end
    if (Math.abs(before) <= NEAR || Math.abs(behind) <= NEAR || Math.abs(before + behind) <= 2 * NEAR)
      return true
  }
  return false
}

/** Saves time: up to so many columns are looked at one by one; a set of more is quicker to ask. */
const FEW = 16

/** The same question of many pieces about the same columns: each is answered in the same time however many these are. */
export function linedUpWith(columns: readonly Extent[]): (piece: Extent) => boolean {
  if (columns.length <= FEW) return piece => isLinedUp(piece, columns)
  const starts = nearOf(
    columns.map(({ start }) => start),
    NEAR,
  )
  const ends = nearOf(
    columns.map(({ end }) => end),
    NEAR,
  )
  const middles = nearOf(
    columns.map(({ start, end }) => start + end),
    2 * NEAR,
  )
  return ({ start, end }) => starts.has(start) || ends.has(end) || middles.has(start + end)
}

/** The places, and those up to so far from one of them. */
function nearOf(places: readonly number[], distance: number): ReadonlySet<number> {
  const near = new Set<number>()
  for (const place of places) for (let off = -distance; off <= distance; off++) near.add(place + off)
  return near
}

/** One piece more may line up by chance. */
const CLEARLY = 2
/** Two spanners line up with columns by chance, where there are more columns than two. */
const FEWEST = 3
/**
 * How far the pieces would have to move to the right, less than 0 for the left, for clearly more of them to line up with
 * columns; 0 when they line up well where they stand.
 *
 * > Loans        Balance                                     11: both end with their figures then
 *                  739     $ 113,346,210.62
 *
 * Where they stand they may line up with all that is `inPlace`.
 */
export function findBetterShift(
  pieces: readonly Extent[],
  columns: readonly Extent[],
  inPlace: readonly Extent[] = columns,
): number {
  const already = countLinedUp(pieces, inPlace)
  if (already + CLEARLY > pieces.length) return 0
  const votes = new Map<number, number>()
  for (const piece of pieces)
    for (const shift of shiftsOf(piece, around(piece, columns))) addVote(votes, shift)
  let best = 0
  let most = Math.max(already + CLEARLY, Math.min(columns.length, FEWEST)) - 1
  for (const [shift, count] of votes)
    if (count > most || (count === most && best !== 0 && Math.abs(shift) < Math.abs(best))) {
      best = shift
      most = count
    }
  return best
}

/** A piece moves past so many columns at most; no header has slid further. */
const MOST_PASSED = 20

/** The columns, of which there may be hundreds, that a piece may be moved to. */
function around({ start }: Extent, columns: readonly Extent[]): readonly Extent[] {
  if (columns.length <= 2 * MOST_PASSED) return columns
  const next = firstThat(columns, column => column.start > start)
  return columns.slice(Math.max(0, next - MOST_PASSED), next + MOST_PASSED)
}

function addVote(votes: Map<number, number>, shift: number) {
  votes.set(shift, (votes.get(shift) ?? 0) + 1)
}

/** Every way to move the piece so that it lines up with a column; words may end with the figures or with their `%`. */
function shiftsOf(piece: Extent, columns: readonly Extent[]): Set<number> {
  const shifts = new Set<number>()
  for (const { start, end } of columns) {
    const [before, behind] = [start - piece.start, end - piece.end]
    const middle = (before + behind) / 2
    for (const shift of [before, behind - 1, behind, behind + 1, Math.floor(middle), Math.ceil(middle)])
      shifts.add(shift)
  }
  return shifts
}
