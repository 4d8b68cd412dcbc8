/**
 * What a shape is drawn with: names of classes in `components/charts/charts.css`, which gives them the page's colours.
 * Text comes in axis text, figures (strong) and the words beside them.
 */
export type Ink =
  | 'data'
  | 'soft'
  | 'open'
  | 'residual'
  | 'grid'
  | 'base'
  | 'tick'
  | 'stem'
  | 'line'
  | 'line-open'
  | 'dot'
  | 'mark'
  | 'span'
  | 'tile'
  | 'shade-1'
  | 'shade-2'
  | 'shade-3'
  | 'shade-4'
  | 'fail'
  | 'fail-frame'
  | 'fail-line'
  | 'fail-disc'

export type TextInk = 'axis' | 'words' | 'in-bar' | 'code' | 'code-1' | 'code-2' | 'code-3' | 'code-4'

/** Part of a text; strong parts are figures. */
export type Run = { text: string; strong?: boolean }

export type PathShape = { ink: Ink; d: string }
export type TextShape = {
  ink: TextInk
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
  runs: Run[]
}
export type Shape = PathShape | TextShape

/** A box in pixels from the top left of the figure. */
export type Box = { x: number; y: number; width: number; height: number }

/** Where the pointer finds a row, and the corner of the mark that it belongs to. */
export type Target = Box & { buckets: number[]; mark: Box }

/** A scale between a figure's numbers and its pixels: values at both ends of the plot. */
export type Scale = { from: number; to: number }

/** A stretch of a second line: points on the axis and on the line's own scale. */
export type OverlayRun = { ink: 'line' | 'line-open'; points: { at: number; value: number }[] }

/** A second line over a figure with an axis, on a scale of its own at the right, its ticks on the figure's grid. */
export type Overlay = {
  kind: 'cumulative' | 'average'
  title: string
  /** Values at the foot and the head of the plot. */
  scale: Scale
  ticks: { at: number; text: string }[]
  runs: OverlayRun[]
  /** How a value of the line is said. */
  say: (value: number) => string
}

/**
 * A figure at one width. `frame` is grid and axis text, `marks` the data, `line` the second line and `notes` the labels
 * on the data, so that a live chart can draw the marks itself and keep the rest.
 */
export type Drawing = {
  width: number
  height: number
  plot: Box
  x: Scale
  y: Scale
  frame: Shape[]
  marks: Shape[]
  line: Shape[]
  notes: Shape[]
  targets: Target[]
}

/** A number for a path: a tenth of a pixel, no trailing zero. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10)
}

/** A filled box as a path. */
export function boxPath({ x, y, width, height }: Box): string {
  return `M${px(x)} ${px(y)}h${px(width)}v${px(height)}h${px(-width)}z`
}

/** A box with rounded corners as a path. */
export function roundBoxPath({ x, y, width, height }: Box, radius: number): string {
  const [w, h] = [px(width - 2 * radius), px(height - 2 * radius)]
  const turn = (dx: number, dy: number) => `a${radius} ${radius} 0 0 1 ${px(dx * radius)} ${px(dy * radius)}`
  return `M${px(x + radius)} ${px(y)}h${w}${turn(1, 1)}v${h}${turn(-1, 1)}h-${w}${turn(-1, -1)}v-${h}${turn(1, -1)}z`
}

/** A disc as a path. */
export function discPath(x: number, y: number, radius: number): string {
  return `M${px(x - radius)} ${px(y)}a${radius} ${radius} 0 1 1 ${2 * radius} 0a${radius} ${radius} 0 1 1 ${-2 * radius} 0z`
}

/** A straight line as a path. */
export function linePath(x1: number, y1: number, x2: number, y2: number): string {
  return `M${px(x1)} ${px(y1)}L${px(x2)} ${px(y2)}`
}

/** A text shape. */
export function textAt(
  ink: TextInk,
  x: number,
  y: number,
  anchor: TextShape['anchor'],
  runs: string | Run | Run[],
): TextShape {
  if (typeof runs === 'string') return { ink, x, y, anchor, runs: [{ text: runs }] }
  return { ink, x, y, anchor, runs: Array.isArray(runs) ? runs : [runs] }
}

/** Pixels of a value on a scale. Both ends equal puts everything in the middle. */
export function placeOn(scale: Scale, start: number, length: number): (value: number) => number {
  const span = scale.to - scale.from
  return value => (span > 0 ? start + ((value - scale.from) / span) * length : start + length / 2)
}
