import { guarded } from '@/lib/server/guarded.ts'
import { noteAct } from '@/lib/server/note-act.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { leadTo, signInAgain } from '@/lib/server/sign-in/lead.ts'
import { endSignIn, explainFailure } from '@/lib/server/sign-in/provider.ts'
import { findKept, forget, keep, personOf, providedAccess } from '@/lib/server/sign-in/sessions.ts'

export const dynamic = 'force-dynamic'

/** Where the provider leads somebody back to. */
export const GET = guarded('nothing', async (request: Request) => {
  const access = providedAccess()
  if (access === null) return answerError('nobody-signs-in-here')
  const { provider } = access
  const cookie = request.headers.get('cookie')
  const attempt = await findKept('attempt', cookie, provider)
  if (attempt === null) return signInAgain('late', '/')
  try {
    const session = await endSignIn(access, attempt, new URL(request.url).search)
    const headers = new Headers()
    await forget('attempt', cookie, headers, provider)
    await keep('session', session, headers, provider)
    const { id, role } = personOf(session, access)
    await noteAct(request, 'signed-in', role ?? 'no role', id)
    return leadTo(attempt.to, headers)
  } catch (fault) {
    const problem = explainFailure(fault)
    await noteAct(request, 'sign-in-failed', problem)
    return signInAgain(problem, attempt.to)
  }
})
