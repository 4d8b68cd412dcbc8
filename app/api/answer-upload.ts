import { countUpload } from '@/lib/server/metrics.ts'
import { acceptsJson } from '@/lib/server/read-change.ts'
import { type FileAnswer, formTarget, uploadHeaders, uploadStatus } from '@/lib/server/upload-answer.ts'

/** The answer to an upload: JSON for who accepts it, else the way on for a plain form. */
export function answerUpload(request: Request, files: FileAnswer[]): Response {
  const headers = uploadHeaders(files)
  countUpload(files, uploadStatus(files))
  if (acceptsJson(request)) return Response.json({ files }, { status: uploadStatus(files), headers })
  return new Response(null, { status: 303, headers: { ...headers, Location: formTarget(files) } })
}
