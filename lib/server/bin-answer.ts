import { z } from 'zod'
import { binnedDealSchema, slugsSchema } from '../library/deal-changes.ts'

/** What is asked of the bin: some deals, by their slugs. */
export const dealsSchema = z.object({ deals: slugsSchema })

/** Some deals, or all that are in the bin. */
export const eraseSchema = z.object({ deals: slugsSchema.optional() })

export const binAnswerSchema = z.object({ deals: z.array(binnedDealSchema) })
