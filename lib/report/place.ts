import { z } from 'zod'

/**
 * Where a text is printed: 1-based line and columns in the decoded file, end exclusive.
 *
 * > California                      268         $ 113,346,210.62       50.35%
 *                                                ^ start         ^ end
 *
 * A thing longer than a line adds `lastLine`; `end` then counts on that last line.
 */
export const placeSchema = z.object({
  line: z.int().min(1),
  start: z.int().min(1),
  end: z.int().min(1),
  lastLine: z.int().min(1).optional(),
})
export type Place = z.infer<typeof placeSchema>

export const printedText = z.object({ value: z.string(), at: placeSchema })
export const printedOrNull = printedText.nullable()
/** A text that the filing prints, with its place. */
export type Printed = z.infer<typeof printedText>
