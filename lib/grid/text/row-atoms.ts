/**
 * Where one figure stands on its line, 0-based; `from` is left of its `$`, detached or not. `isMark` where a footnote mark
 * stands apart, which may be in a figure's place or of the figure before it; `isShare` where it is printed in brackets behind
 * a figure, of which it is the share.
 */
export type Atom = {
  from: number
  start: number
  end: number
  money: boolean
  percent: boolean
  isMark?: true
  isShare?: true
}

/**
 * A line that ends in figures.
 *
 * > California                 268         $ 113,346,210.62       50.35%
 *   ^from    ^to               ^atom       ^from            ^end
 *
 * Figures that belong to the label, such as an exact rate, may still head `atoms`; columns tell them later. `over` is the
 * line of the label, where that is another one: there it stands from `from` to `to`. `head` are words that head it and the
 * rows below it, in a column left of the labels.
 */
export type RowLine = {
  index: number
  from: number
  to: number
  atoms: Atom[]
  hasMarks?: true
  over?: number
  head?: { from: number; to: number }
}
