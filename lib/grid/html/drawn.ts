import { z } from 'zod'
import { placeSchema } from '../../report.ts'

/** A cell as it is seen: its printed text, the spans that are left of it, and where its text stands in the markup. */
const drawnCellSchema = z.object({
  text: z.string(),
  /** The first of the columns that it covers, from 0. */
  column: z.int().min(0),
  colspan: z.int().min(1),
  rowspan: z.int().min(1),
  /** Null for an empty cell. */
  at: placeSchema.nullable(),
})
export type DrawnCell = z.infer<typeof drawnCellSchema>

/**
 * A table of HTML as plain cells, without any of its markup. Columns that hold nothing are left out. `head` counts the
 * rows before the first figures.
 */
const drawnTableSchema = z.object({
  kind: z.literal('table'),
  columns: z.int().min(1),
  head: z.int().min(0),
  rows: z.array(z.array(drawnCellSchema)),
})
export type DrawnTable = z.infer<typeof drawnTableSchema>

/** A run of text between tables: a title, a note, what a page begins and ends with. */
const drawnTextSchema = z.object({ kind: z.literal('text'), text: z.string(), at: placeSchema })

/** What a stretch of HTML shows, in order. */
export const drawnSchema = z.array(z.discriminatedUnion('kind', [drawnTableSchema, drawnTextSchema]))
export type Drawn = z.infer<typeof drawnSchema>
