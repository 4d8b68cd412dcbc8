import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { answerUpload } from '@/app/api/answer-upload.ts'
import { sampleNames } from '@/components/upload/sample-names.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { guarded } from '@/lib/server/guarded.ts'
import type { ReceivedFile } from '@/lib/server/receive-files.ts'
import { mayWrite } from '@/lib/server/same-origin.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { keepFiles } from '@/lib/server/upload-answer.ts'

export const runtime = 'nodejs'

const folder = path.join(process.cwd(), 'public/samples')

/** Add the sample filings that the site ships, as if they had been uploaded: the plain form's way to try them. */
export const POST = guarded('edit', async (request: Request) => {
  if (!mayWrite(request.headers)) return answerError('request-is-cross-site')
  return answerUpload(request, await keepFiles(await getLibrary(), samples()))
})

async function* samples(): AsyncGenerator<ReceivedFile> {
  const index: unknown = JSON.parse(await readFile(path.join(folder, 'index.json'), 'utf8'))
  for (const name of sampleNames(index)) yield { name, bytes: await readFile(path.join(folder, name)) }
}
