import { z } from 'zod'
import { placeSchema } from '../report.ts'

const foundPlaceSchema = z.object({
  at: placeSchema,
  /** Address of the place on the page of its filing. */
  url: z.string(),
  /** The figure as printed there, and what stands before and after it on its line, blanks folded, cut where it is long. */
  printed: z.string(),
  before: z.string(),
  after: z.string(),
})
export type FoundPlace = z.infer<typeof foundPlaceSchema>

export const foundFiguresSchema = z.object({
  /** The figure that was looked for, without its commas; null where what was typed is to be taken for words. */
  figure: z.string().nullable(),
  /** How many kept filings print it. */
  count: z.int(),
  /** Hand this back as `cursor` for those that follow; null at the end. */
  next: z.string().nullable(),
  /** The latest of them, each with the first places where it does. */
  filings: z.array(
    z.object({
      deal: z.object({ slug: z.string(), url: z.string(), name: z.string() }),
      sha256: z.string(),
      places: z.array(foundPlaceSchema),
    }),
  ),
})
export type FoundFigures = z.infer<typeof foundFiguresSchema>

/** Which of the filings that print a figure are told: so many, behind the one that a cursor names. */
export type FiguresPage = { limit?: number | undefined; cursor?: string | undefined }

/** The list of filings that print what was typed, as cursors are sealed for it. */
export function nameFiguresList(typed: string): string {
  return `filings that print ${typed.trim()}`
}
