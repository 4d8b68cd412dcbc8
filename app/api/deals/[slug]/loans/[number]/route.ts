import { getLibrary } from '@/lib/library/index.ts'
import { answerLoan } from '@/lib/server/loans-answer.ts'
import { reading } from '@/lib/server/reading.ts'
import { ofDeal } from '@/lib/server/shared-things.ts'

type Context = { params: Promise<{ slug: string; number: string }> }

export const dynamic = 'force-dynamic'

/** One loan with all of its fields; `?line=` where its number is that of several. */
export const GET = reading(ofDeal, async (request: Request, { params }: Context) =>
  answerLoan(request, await getLibrary(), await params),
)
