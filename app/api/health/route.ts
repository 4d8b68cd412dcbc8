import { getLibrary } from '@/lib/library/index.ts'
import { faultCodeOf } from '@/lib/library-faults.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import project from '@/package.json' with { type: 'json' }

export const dynamic = 'force-dynamic'

/** Ready or not: 200 while the library can be read and written and its file is whole and in its place, else why not. */
export async function GET(): Promise<Response> {
  try {
    const library = await getLibrary()
    await library.ping()
    const rereading = await library.findRereading()
    return Response.json(
      { status: 'ready', version: project.version, rereading },
      { headers: { 'Cache-Control': 'no-store' } },
    )
  } catch (fault) {
    const code = faultCodeOf(fault)
    if (code === null) console.error(fault)
    return answerError(code ?? 'library-is-not-ready')
  }
}
