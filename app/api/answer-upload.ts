import { countUpload } from '@/lib/server/metrics.ts'
import { noteAct } from '@/lib/server/note-act.ts'
import { acceptsJson } from '@/lib/server/read-change.ts'
import { type FileAnswer, formTarget, uploadHeaders, uploadStatus } from '@/lib/server/upload-answer.ts'

/** The answer to an upload: JSON for who accepts it, else the way on for a plain form. */
export async function answerUpload(request: Request, files: FileAnswer[]): Promise<Response> {
  const headers = uploadHeaders(files)
  countUpload(files, uploadStatus(files))
  const told = files.map(({ name, status, deal }) => `${name} (${status}${deal ? `, ${deal.slug}` : ''})`)
  if (files.length > 0) await noteAct(request, 'uploaded', told.join(', '))
  if (acceptsJson(request)) return Response.json({ files }, { status: uploadStatus(files), headers })
  return new Response(null, { status: 303, headers: { ...headers, Location: formTarget(files) } })
}
