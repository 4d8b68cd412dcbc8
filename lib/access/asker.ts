import { z } from 'zod'
import { roles } from './role.ts'

/** Somebody who has signed in, or a program with a token; no role where the settings name none for them. */
const personSchema = z.object({
  /** What they are known by: their address, else what the provider calls them. */
  id: z.string(),
  name: z.string(),
  role: z.enum(roles).nullable(),
  by: z.enum(['provider', 'proxy', 'token']),
})
export type Person = z.infer<typeof personSchema>

/** A link that opens something without an account: its number, and the address that it opens. */
const heldLinkSchema = z.object({ id: z.string(), address: z.string() })
export type HeldLink = z.infer<typeof heldLinkSchema>

/** Who asks, where STRATA_AUTH is set: a person, somebody with links, both, or nobody that is known. */
export const askerSchema = z.object({ person: personSchema.nullable(), links: z.array(heldLinkSchema) })
export type Asker = z.infer<typeof askerSchema>

export const nobody: Asker = { person: null, links: [] }
