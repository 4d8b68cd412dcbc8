import { getLibrary } from '@/lib/library/index.ts'
import { guarded } from '@/lib/server/guarded.ts'
import { answerLoansFile } from '@/lib/server/loans-answer.ts'
import { ofDeal } from '@/lib/server/shared-things.ts'

type Context = { params: Promise<{ slug: string }> }

export const dynamic = 'force-dynamic'

/** The loans that `/api/deals/{slug}/loans` lists, all of them, in a file. */
export const GET = guarded(ofDeal, async (request: Request, { params }: Context) =>
  answerLoansFile(request, await getLibrary(), { slug: (await params).slug, form: 'xlsx' }),
)
