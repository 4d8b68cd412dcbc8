import { guarded } from '@/lib/server/guarded.ts'
import { localAddress } from '@/lib/server/page-address.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { leadTo, signInAgain } from '@/lib/server/sign-in/lead.ts'
import { beginSignIn, explainFailure } from '@/lib/server/sign-in/provider.ts'
import { keep, providedAccess } from '@/lib/server/sign-in/sessions.ts'

export const dynamic = 'force-dynamic'

/** Lead somebody to the provider's page to sign in; `to` is where they go on. */
export const GET = guarded('nothing', async (request: Request) => {
  const access = providedAccess()
  if (access === null) return answerError('nobody-signs-in-here')
  const to = localAddress(new URL(request.url).searchParams.get('to'))
  try {
    const { location, attempt } = await beginSignIn(access, to)
    const headers = new Headers()
    await keep('attempt', attempt, headers, access.provider)
    return leadTo(location, headers)
  } catch (fault) {
    return signInAgain(explainFailure(fault), to)
  }
})
