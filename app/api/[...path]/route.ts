import { answerError } from '@/lib/server/service-errors.ts'

/** Whatever else is asked of the service: an error in its one shape, never a page. */
function answerUnknown(): Response {
  return answerError('call-is-unknown')
}

export { answerUnknown as GET, answerUnknown as POST }
