/**
 * The shapes of a chart over time. Across, places are parts of the plot's width, from 0 to 1, and upwards pixels: so one
 * drawing fills every width and no text is scaled. `dx` moves a shape right by pixels. What has room in some widths only
 * says in which: from `from` pixels of the plot up to but not including `until`.
 */
export type TrendShape = { from?: number; until?: number } & (
  | { mark: 'line'; ink: LineInk; x1: number; x2: number; y1: number; y2: number }
  | { mark: 'box'; ink: AreaInk; x1: number; x2: number; y: number; height: number }
  | { mark: 'bar'; ink: AreaInk; x: number; dx: number; width: number; y: number; height: number }
  | { mark: 'text'; ink: TextOfTrend; x: number; dx: number; y: number; anchor: Anchor; text: string }
)

type LineInk = 'grid' | 'base' | 'line' | 'rule'
/** `counted`, `hatched`, `failing` and `absent` are the four kinds of deals in the strip. */
type AreaInk = 'band' | 'counted' | 'hatched' | 'failing' | 'absent'
type TextOfTrend = 'axis' | 'figure' | 'fail'
type Anchor = 'start' | 'middle' | 'end'

/**
 * Widths of the plot, in pixels, at which it is decided anew what has room; a plot of the first has the least there is room
 * for. `components/trends/trends.css` has a class for each.
 */
export const trendWidths = [220, 300, 420, 560, 700, 860, 1040, 1240] as const

/** What has room, drawn for each width; a shape that neighbouring widths share is there once. */
export function shapesByWidth(draw: (width: number) => readonly TrendShape[]): TrendShape[] {
  const open = new Map<string, TrendShape>()
  const all: TrendShape[] = []
  for (const [step, width] of trendWidths.entries()) {
    const drawn = new Map(draw(width).map(shape => [JSON.stringify(shape), shape]))
    for (const [key, shape] of open)
      if (!drawn.has(key)) {
        shape.until = width
        open.delete(key)
      }
    for (const [key, shape] of drawn)
      if (!open.has(key)) {
        const kept = step === 0 ? { ...shape } : { ...shape, from: width }
        open.set(key, kept)
        all.push(kept)
      }
  }
  return all
}
