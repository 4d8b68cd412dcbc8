import { z } from 'zod'
import { foundFiguresSchema } from './found-figures.ts'

/** What is offered to somebody who types: deals, names that lists can be narrowed by, and what a figure can be meant as. */
export const suggestionsSchema = z.object({
  deals: z.array(
    z.object({
      name: z.string(),
      url: z.string(),
      signedOn: z.string().nullable(),
      poolBalanceCents: z.number().nullable(),
    }),
  ),
  /** Shelves and parties with a word that begins so, and their deals. */
  names: z.array(
    z.object({
      kind: z.enum(['shelf', 'trustee', 'servicer']),
      name: z.string(),
      url: z.string(),
      deals: z.int(),
    }),
  ),
  /** Where a figure is printed, and as which limits it can be asked for. */
  printed: foundFiguresSchema,
  limits: z.array(z.object({ says: z.string(), url: z.string(), deals: z.int() })),
})
export type Suggestions = z.infer<typeof suggestionsSchema>
