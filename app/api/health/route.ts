import { getLibrary } from '@/lib/library/index.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import project from '@/package.json' with { type: 'json' }

export const dynamic = 'force-dynamic'

/** Ready or not: 200 once the library's database answers, 503 while it does not. */
export async function GET(): Promise<Response> {
  try {
    await (await getLibrary()).ping()
  } catch (fault) {
    console.error(fault)
    return answerError('library-is-not-ready')
  }
  return Response.json(
    { status: 'ready', version: project.version },
    { headers: { 'Cache-Control': 'no-store' } },
  )
}
