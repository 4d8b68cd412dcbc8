import { revalidateTag } from 'next/cache'
import { dealTag, libraryTag } from '@/app/cached-library.ts'
import { type FileAnswer, formTarget, uploadStatus } from '@/lib/server/upload-answer.ts'

/**
 * The answer to an upload: JSON for who accepts it, else the way on for a plain form. Pages of the deals that changed
 * are drawn anew at their next request.
 */
export function answerUpload(request: Request, files: FileAnswer[]): Response {
  forgetPages(files)
  if (acceptsJson(request)) return Response.json({ files }, { status: uploadStatus(files) })
  return new Response(null, { status: 303, headers: { Location: formTarget(files) } })
}

export function acceptsJson(request: Request): boolean {
  return /\bapplication\/json\b/i.test(request.headers.get('accept') ?? '')
}

function forgetPages(files: FileAnswer[]): void {
  const added = files.filter(file => file.status === 'added')
  for (const { deal } of added) if (deal) revalidateTag(dealTag(deal.slug), { expire: 0 })
  if (added.length > 0) revalidateTag(libraryTag, { expire: 0 })
}
