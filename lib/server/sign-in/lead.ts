import { signInHref } from '../page-address.ts'
import type { SignInProblem } from './provider.ts'

/** Lead somebody on, with what their browser is to keep. */
export function leadTo(location: string, headers = new Headers()): Response {
  headers.set('Location', location)
  headers.set('Cache-Control', 'no-store')
  return new Response(null, { status: 303, headers })
}

/** Lead somebody back to where they sign in, which says why they could not. */
export function signInAgain(problem: SignInProblem, to: string): Response {
  const href = signInHref(to)
  return leadTo(`${href}${href.includes('?') ? '&' : '?'}problem=${problem}`)
}
