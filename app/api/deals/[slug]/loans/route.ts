import { getLibrary } from '@/lib/library/index.ts'
import { answerLoans } from '@/lib/server/loans-answer.ts'
import { reading } from '@/lib/server/reading.ts'
import { ofDeal } from '@/lib/server/shared-things.ts'

type Context = { params: Promise<{ slug: string }> }

export const dynamic = 'force-dynamic'

/** The loans of a deal’s filing, a page at a time: `?state=TX&sort=-current-balance&columns=state,current-balance`. */
export const GET = reading(ofDeal, async (request: Request, { params }: Context) =>
  answerLoans(request, await getLibrary(), (await params).slug),
)
