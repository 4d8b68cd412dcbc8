import { uploadRoom } from '@/lib/archive/byte-room.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { printMetrics } from '@/lib/server/metrics.ts'
import { guarded } from '@/lib/server/service-errors.ts'
import project from '@/package.json' with { type: 'json' }

export const dynamic = 'force-dynamic'

/** How the service has been and is, for Prometheus. */
export const GET = guarded(async (): Promise<Response> => {
  const { type, text } = await printMetrics(getLibrary, {
    version: project.version,
    heldBytes: uploadRoom.heldBytes,
  })
  return new Response(text, { headers: { 'Content-Type': type, 'Cache-Control': 'no-store' } })
})
