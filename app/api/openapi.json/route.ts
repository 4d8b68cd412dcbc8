import { openApi } from '@/lib/server/openapi.ts'
import project from '@/package.json' with { type: 'json' }

export const dynamic = 'force-static'

/** What the service answers, described for programs. */
export function GET(): Response {
  return Response.json(openApi(project.version))
}
