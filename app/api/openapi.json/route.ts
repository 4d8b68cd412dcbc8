import { openApi } from '@/lib/server/openapi.ts'
import { reading } from '@/lib/server/reading.ts'
import project from '@/package.json' with { type: 'json' }

export const dynamic = 'force-dynamic'

let described: object | undefined

/** What the service answers, described for programs. */
export const GET = reading('look', async (_request: Request) => {
  described ??= openApi(project.version)
  return Response.json(described)
})
