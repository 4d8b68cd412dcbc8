import type { Drawing, Ink, Run, Shape, TextInk, TextShape } from './drawing.ts'
import { groupTexts } from './group-texts.ts'

/** What a still needs of a drawing: its size, and its shapes from the back to the front. */
export type StillDrawing = Pick<Drawing, 'width' | 'height'> & { shapes: Shape[] }

type Anchor = TextShape['anchor']
/** A strong run is in brackets. */
type PackedRun = string | [string]
type PackedText = [x: number, y: number, ...runs: PackedRun[]]
type PackedShape = [ink: Ink, d: string] | [ink: TextInk, anchor: Anchor, ...texts: PackedText[]]
type Packed = [width: number, height: number, shapes: PackedShape[]]

/** Everything that is drawn of a drawing, from the back to the front. */
export function stillOf({ width, height, frame, marks, line, notes }: Drawing): StillDrawing {
  return { width, height, shapes: [...frame, ...marks, ...line, ...notes] }
}

/**
 * A still as one short string. A page holds two of them for each of its tables, hundreds of texts each; as elements they
 * would be half of what it sends. Places of texts are kept to a tenth of a pixel.
 */
export function packStill({ width, height, shapes }: StillDrawing): string {
  const packed: Packed = [width, height, groupTexts(shapes).map(packGroup)]
  return JSON.stringify(packed)
}

/** The still that `packStill` packed. Only ever given what the same page packed. */
export function unpackStill(text: string): StillDrawing {
  const [width, height, shapes] = JSON.parse(text) as Packed
  return { width, height, shapes: shapes.flatMap(unpackShape) }
}

function packGroup({ shape, texts }: ReturnType<typeof groupTexts>[number]): PackedShape {
  if (shape) return [shape.ink, shape.d]
  const [first] = texts
  return [first?.ink ?? 'axis', first?.anchor ?? 'start', ...texts.map(packText)]
}

function packText({ x, y, runs }: TextShape): PackedText {
  return [round(x), round(y), ...runs.map(({ text, strong }): PackedRun => (strong ? [text] : text))]
}

function unpackShape(shape: PackedShape): Shape[] {
  if (isText(shape)) {
    const [ink, anchor, ...texts] = shape
    return texts.map(([x, y, ...runs]) => ({ ink, x, y, anchor, runs: runs.map(unpackRun) }))
  }
  const [ink, d] = shape
  return [{ ink, d }]
}

function isText(shape: PackedShape): shape is [TextInk, Anchor, ...PackedText[]] {
  return shape.length > 2
}

function unpackRun(run: PackedRun): Run {
  return typeof run === 'string' ? { text: run } : { text: run[0], strong: true }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
