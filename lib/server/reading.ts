import { tagBody } from './entity-tag.ts'
import { guarded } from './service-errors.ts'

/** A handler of a call that only reads, and whose answers are short: guarded, and each under a tag of its own. */
export function reading<A extends unknown[]>(handle: (request: Request, ...more: A) => Promise<Response>) {
  return guarded(async (request: Request, ...more: A) => tagBody(request, await handle(request, ...more)))
}
