import type { Piece } from './piece.ts'

/** A label with the figures to its right; the label is null where figures alone begin the line. */
export type Segment = { label: Piece | null; figures: Piece[]; start: number; end: number }

/**
 * The labels of a line with their figures, from left to right; words that no figure follows are none.
 *
 * > First Lien      180   18,000,000    90.0%     Full       90    9,000,000   45.0%
 *   one segment                                   another
 */
export function segmentsOf(pieces: readonly Piece[]): Segment[] {
  const segments: Segment[] = []
  let open: Segment | null = null
  for (const piece of pieces) {
    if (piece.kind === 'sign') continue
    const opens = piece.kind !== 'figures' && (open === null || open.figures.length > 0)
    if (open === null || opens) {
      open = {
        label: piece.kind === 'figures' ? null : piece,
        figures: [],
        start: piece.start,
        end: piece.end,
      }
      segments.push(open)
    }
    if (piece.kind !== 'words') open.figures.push(piece)
    open.end = piece.end
  }
  return segments.filter(({ figures }) => figures.length > 0)
}
