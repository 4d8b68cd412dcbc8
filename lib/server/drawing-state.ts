/** Pages that wait to be drawn, and the processes that draw, by what they do. */
export type DrawingState = { waiting: number; busy: number; idle: number; starting: number }
