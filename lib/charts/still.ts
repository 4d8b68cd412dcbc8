import type { Drawing, Shape } from './drawing.ts'

/** What a still needs of a drawing: its size, and its shapes from the back to the front. */
export type StillDrawing = Pick<Drawing, 'width' | 'height'> & { shapes: Shape[] }

/** Everything that is drawn of a drawing, from the back to the front. */
export function stillOf({ width, height, frame, marks, line, notes }: Drawing): StillDrawing {
  return { width, height, shapes: [...frame, ...marks, ...line, ...notes] }
}
