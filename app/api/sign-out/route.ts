import { z } from 'zod'
import { noteAct } from '@/lib/server/note-act.ts'
import { answerDone, changing } from '@/lib/server/read-change.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { forget, providedAccess } from '@/lib/server/sign-in/sessions.ts'

/** Sign out: the browser forgets who it was, and what it kept of pages. The provider is not told. */
export const POST = changing('nothing', z.object({}), async (_asked, request) => {
  const access = providedAccess()
  if (access === null) return answerError('nobody-signs-in-here')
  const answer = answerDone(request, { signedOut: true }, '/sign-in')
  const headers = new Headers(answer.headers)
  await forget('session', request.headers.get('cookie'), headers, access.provider)
  await noteAct(request, 'signed-out', '')
  headers.set('Clear-Site-Data', '"cache"')
  return new Response(answer.body, { status: answer.status, headers })
})
