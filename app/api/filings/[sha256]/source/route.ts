import { getLibrary } from '@/lib/library/index.ts'
import { guarded } from '@/lib/server/guarded.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { ofFiling } from '@/lib/server/shared-things.ts'
import { answerSource } from '@/lib/server/source-answer.ts'

/** The original bytes of a filing, as plain text. */
export const GET = guarded(
  ofFiling,
  async (request: Request, { params }: RouteContext<'/api/filings/[sha256]/source'>) => {
    const { sha256 } = await params
    const source = await (await getLibrary()).findSource(sha256)
    if (source === null) return answerError('filing-is-unknown')
    return answerSource(source, sha256, request.headers.get('if-none-match'))
  },
)
