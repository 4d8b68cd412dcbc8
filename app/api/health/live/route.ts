import project from '@/package.json' with { type: 'json' }

export const dynamic = 'force-dynamic'

/** That the service answers at all; whether it can do its work is told by /api/health. */
export function GET(): Response {
  return Response.json(
    { status: 'live', version: project.version },
    { headers: { 'Cache-Control': 'no-store' } },
  )
}
