import { uploadRoom } from '@/lib/archive/byte-room.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { guarded } from '@/lib/server/guarded.ts'
import { printMetrics } from '@/lib/server/metrics.ts'
import project from '@/package.json' with { type: 'json' }

export const dynamic = 'force-dynamic'

/** Where people sign in, Prometheus has a token, or STRATA_METRICS=open lets anybody ask. */
const access = () => (process.env.STRATA_METRICS === 'open' ? 'nothing' : 'look')

/** How the service has been and is, for Prometheus. */
export const GET = guarded(access, async (_request: Request): Promise<Response> => {
  const { type, text } = await printMetrics(getLibrary, {
    version: project.version,
    heldBytes: uploadRoom.heldBytes,
  })
  return new Response(text, { headers: { 'Content-Type': type, 'Cache-Control': 'no-store' } })
})
