import { getLibrary } from '@/lib/library/index.ts'
import { endedPersonSchema } from '@/lib/server/link-answers.ts'
import { noteAct } from '@/lib/server/note-act.ts'
import { answerDone, changing } from '@/lib/server/read-change.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { providedAccess } from '@/lib/server/sign-in/sessions.ts'

/** End all sessions of somebody, in whichever browsers: with the next request they have to sign in again. */
export const POST = changing('own', endedPersonSchema, async ({ who }, request) => {
  if (providedAccess() === null) return answerError('nobody-signs-in-here')
  const endedAt = await (await getLibrary()).access.endSessions(who)
  await noteAct(request, 'sessions-ended', who)
  return answerDone(request, { who, endedAt }, '/log')
})
