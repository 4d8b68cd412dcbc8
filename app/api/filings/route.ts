import { answerUpload } from '@/app/api/answer-upload.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { guarded } from '@/lib/server/guarded.ts'
import { acceptsJson } from '@/lib/server/read-change.ts'
import { isMultipart, receiveFiles } from '@/lib/server/receive-files.ts'
import { mayWrite } from '@/lib/server/same-origin.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { keepFiles } from '@/lib/server/upload-answer.ts'

export const runtime = 'nodejs'

/** Add filings: multipart, any number of files, each kept or refused on its own. */
export const POST = guarded('edit', async (request: Request) => {
  if (!mayWrite(request.headers)) return answerError('request-is-cross-site')
  if (!isMultipart(request)) return answerError('body-is-not-multipart')
  const files = await keepFiles(await getLibrary(), receiveFiles(request))
  if (files.length > 0) return answerUpload(request, files)
  return acceptsJson(request) ? answerError('no-file-was-sent') : seeLibrary()
})

/** A form sent with nothing chosen leads back to where it stands. */
function seeLibrary(): Response {
  return new Response(null, { status: 303, headers: { Location: '/' } })
}
