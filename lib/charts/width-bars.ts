import { largest } from '../extremes.ts'
import { niceValueAxis } from './nice-axis.ts'

/** A dimension's mean width by all that rows prove, and by edges alone, in points. */
type Widths = { name: string; mean: number; edgesAlone: number }

/** The same as bars, in percent of the plot's width, the widest first; `ticks` are points. */
export type WidthBars = {
  rows: (Widths & { solid: number; whole: number })[]
  ticks: { at: number; value: number }[]
}

/** Mean widths as bars to one scale, from nothing. */
export function drawWidths(widths: readonly Widths[]): WidthBars {
  const axis = niceValueAxis(largest([0, ...widths.map(({ edgesAlone }) => edgesAlone)]))
  const part = (value: number) => (100 * value) / axis.top
  return {
    rows: widths
      .map(one => ({ ...one, solid: part(one.mean), whole: part(one.edgesAlone) }))
      .sort((one, other) => other.whole - one.whole),
    ticks: [0, ...axis.ticks].map(value => ({ at: part(value), value })),
  }
}
