import { faultCodeOf } from '@/lib/library-faults.ts'

/**
 * Next calls this for everything that a page or a call throws; the server itself is told to be quiet (lib/server/serving.ts).
 * What is wrong with the library is in the log already, once.
 */
export function onRequestError(error: unknown, request: { path: string }): void {
  if (faultCodeOf(error) === null) console.error(`Answering ${request.path} failed:`, error)
}
