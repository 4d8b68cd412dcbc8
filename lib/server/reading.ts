import { tagBody } from './entity-tag.ts'
import { type Access, guarded } from './guarded.ts'

/** A handler of a call that only reads, and whose answers are short: guarded, and each under a tag of its own. */
export function reading<A extends unknown[]>(
  access: Access<[Request, ...A]>,
  handle: (request: Request, ...more: A) => Promise<Response>,
) {
  return guarded(access, async (request: Request, ...more: A) =>
    tagBody(request, await handle(request, ...more)),
  )
}
