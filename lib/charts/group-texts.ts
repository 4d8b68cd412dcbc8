import type { PathShape, Shape, TextShape } from './drawing.ts'

/** A path by itself, or texts that are drawn alike. Keys tell groups of one drawing apart. */
export type ShapeGroup =
  | { key: number; shape: PathShape; texts: null }
  | { key: number; shape: null; texts: TextShape[] }

/** Shapes in their order, neighbouring texts of the same ink and anchor together. */
export function groupTexts(shapes: Shape[]): ShapeGroup[] {
  const groups: ShapeGroup[] = []
  for (const shape of shapes) {
    const last = groups.at(-1)
    if ('d' in shape) groups.push({ key: groups.length, shape, texts: null })
    else if (last?.texts && isAlike(last.texts[0], shape)) last.texts.push(shape)
    else groups.push({ key: groups.length, shape: null, texts: [shape] })
  }
  return groups
}

function isAlike(a: TextShape | undefined, b: TextShape): boolean {
  return a !== undefined && a.ink === b.ink && a.anchor === b.anchor
}
