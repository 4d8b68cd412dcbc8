import { join } from 'node:path'
import { answerUpload } from '@/app/api/answer-upload.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { mayWrite } from '@/lib/server/same-origin.ts'
import { sampleFiles } from '@/lib/server/sample-files.ts'
import { answerError, guarded } from '@/lib/server/service-errors.ts'
import { keepFiles } from '@/lib/server/upload-answer.ts'

/** Add the sample filings that come with Strata, just as if they had been dropped. */
export const POST = guarded(async (request: Request) => {
  if (!mayWrite(request.headers)) return answerError('request-is-cross-site')
  const folder = join(/* turbopackIgnore: true */ process.cwd(), 'public/samples')
  const files = await keepFiles(await getLibrary(), sampleFiles(folder))
  return files.length === 0 ? answerError('no-sample-is-here') : answerUpload(request, files)
})
